import type { Realtime } from "./port.ts";

/** Sends by the first while it is connected and else by the second, and hears both, as others may have lost the first. */
export const withFallback = (first: Realtime & { isConnected(): boolean }, second: Realtime): Realtime => ({
  publish(channel, message) {
    const carrier = first.isConnected() ? first : second;
    carrier.publish(channel, message);
  },
  subscribe(channel, subscriber) {
    for (const each of [first, second]) each.subscribe(channel, subscriber);
  },
  connected: Promise.race([first.connected, second.connected]),
  async stop() {
    await Promise.all([first.stop(), second.stop()]);
  },
});
