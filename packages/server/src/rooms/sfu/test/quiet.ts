import type { SfuSettings } from "../settings.ts";
import type { SfuOptions } from "../sfu.ts";

/** Settings under which everything stays on this machine. */
export const localSettings: SfuSettings = {
  ports: null,
  addresses: [],
  onLoopback: true,
  iceServers: [],
  turn: null,
  cameraBitrate: 900_000,
  screenBitrate: 1_500_000,
};

/** Keeps what is logged as a fault, so that a test can say that there was none. */
export function keepFaults(): { log: SfuOptions["log"]; faults: string[] } {
  const faults: string[] = [];
  const keep = (details: object, text: string) => void faults.push(`${text} ${JSON.stringify(details)}`);
  return { log: { info() {}, warn: keep, error: keep }, faults };
}
