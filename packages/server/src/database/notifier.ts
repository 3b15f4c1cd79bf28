import type { Pool } from "./pool.ts";
import { execute, sql } from "./statement.ts";

/**
 * Sends signals to all server processes over the database. Those that come while one is on its way are folded
 * into the next: a busy server sends no more than one at a time for each channel. One that is lost is made good
 * by whoever looks now and then.
 */
export function createNotifier(pool: Pool): (channel: string) => void {
  const waiting = new Set<string>();
  let isSending = false;

  async function send(): Promise<void> {
    isSending = true;
    while (waiting.size > 0) {
      const channels = [...waiting];
      waiting.clear();
      const client = await pool.connect();
      try {
        await execute(client, sql`select pg_notify(channel, '') from unnest(${channels}::text[]) as channel`);
      } finally {
        client.release();
      }
    }
  }

  return (channel) => {
    waiting.add(channel);
    if (isSending) return;
    send()
      .catch(() => {})
      .finally(() => {
        isSending = false;
      });
  };
}
