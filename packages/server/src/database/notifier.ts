import type { Pool } from "./pool.ts";
import { execute, type Sql, sql } from "./statement.ts";

/** Payloads that wait while the database cannot be reached; beyond them new ones are lost. */
const mostWaiting = 1_000;

/**
 * Sends payloads on one notification channel to all server processes, in their order. Those that come while one is
 * on its way are folded into the next statement, and equal ones into one, as PostgreSQL itself does within a
 * transaction. What cannot be sent is lost.
 */
export function createNotifier(pool: Pool, channel: string): (payload: string) => void {
  const waiting = new Set<string>();
  let isSending = false;

  async function send(): Promise<void> {
    isSending = true;
    while (waiting.size > 0) {
      const payloads = [...waiting];
      waiting.clear();
      await run(pool, notify(channel, payloads)).catch(() => {});
    }
    isSending = false;
  }

  return (payload) => {
    if (waiting.size >= mostWaiting) return;
    waiting.add(payload);
    if (!isSending) send();
  };
}

/** There is nothing to keep, so the commit of this one statement need not wait for the disk. */
const notify = (channel: string, payloads: readonly string[]): Sql => sql`
  select set_config('synchronous_commit', 'off', true), pg_notify(${channel}, payload)
  from unnest(${payloads}::text[]) as payload`;

async function run(pool: Pool, statement: Sql): Promise<void> {
  const client = await pool.connect();
  try {
    await execute(client, statement);
  } finally {
    client.release();
  }
}
