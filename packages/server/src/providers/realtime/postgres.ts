import { type ListenerOptions, listen } from "#database/listener.ts";
import { createNotifier } from "#database/notifier.ts";
import type { Pool } from "#database/pool.ts";
import { checkSize, createSubscriptions, type Realtime } from "#realtime/port.ts";
import { createWakeUps } from "./wake-ups.ts";

interface Options {
  connection: ListenerOptions["connection"];
  /** Sends, over one connection at a time. */
  pool: Pool;
}

/** PostgreSQL's one channel for all of ours, so that one connection listens to them. */
const wireChannel = "convene";

/** Realtime by PostgreSQL's LISTEN and NOTIFY: nothing to set up beside the database. */
export function postgresRealtime({ connection, pool }: Options): Realtime {
  const subscriptions = createSubscriptions();
  const notify = createNotifier(pool, wireChannel);
  const wakeUps = createWakeUps((channel) => notify(`${channel} `));
  let sent = 0;
  const listener = listen({
    connection,
    channel: wireChannel,
    onMessage(payload) {
      const [, channel = "", message = ""] = /^(\S+) \d* ?(.*)$/s.exec(payload) ?? [];
      subscriptions.hand(channel, message);
    },
    onListening: subscriptions.connected,
    onLost: () => {},
  });
  return {
    publish(channel, message) {
      checkSize({ channel, message });
      if (message === "") return wakeUps.wake(channel);
      sent += 1;
      // PostgreSQL folds equal payloads into one, while two equal messages are two.
      notify(`${channel} ${sent} ${message}`);
    },
    subscribe: subscriptions.add,
    connected: subscriptions.first,
    async stop() {
      wakeUps.stop();
      subscriptions.clear();
      await listener.stop();
    },
  };
}
