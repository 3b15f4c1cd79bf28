import pg from "pg";
import type { ConnectionSettings } from "./contract.ts";

/** Any fixed number does: the lock lives in this cluster's database `postgres` alone. */
const lockKey = 0x636f_6e76;

export type HoldOutcome =
  | { kind: "held"; client: pg.Client }
  /** Another server holds it. */
  | { kind: "locked" }
  /** PostgreSQL answers, but is starting up, recovering or shutting down. */
  | { kind: "busy" }
  /** Nobody listens; `missing` when there is no socket at all. */
  | { kind: "unreachable"; missing: boolean };

/**
 * Tries to become the server of this cluster: a session-level advisory lock on a connection of its own, which PostgreSQL
 * releases by itself when this process dies, however it dies. Throws on anything but the outcomes above.
 */
export async function tryHold(settings: ConnectionSettings): Promise<HoldOutcome> {
  const client = new pg.Client({ ...settings, application_name: "convene supervisor" });
  // The end of the connection is what counts, and "end" tells it; without a listener Node would die of "error".
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ held: boolean }>("select pg_try_advisory_lock($1) as held", [
      lockKey,
    ]);
    if (rows[0]?.held === true) return { kind: "held", client };
    await client.end();
    return { kind: "locked" };
  } catch (error) {
    await client.end().catch(() => undefined);
    return interpret(error as NodeJS.ErrnoException);
  }
}

function interpret(error: NodeJS.ErrnoException): HoldOutcome {
  switch (error.code) {
    case "57P01": // admin_shutdown
    case "57P02": // crash_shutdown
    case "57P03": // cannot_connect_now
      return { kind: "busy" };
    case "ENOENT":
      return { kind: "unreachable", missing: true };
    case "ECONNREFUSED":
    case "ECONNRESET":
    case "EPIPE":
      return { kind: "unreachable", missing: false };
  }
  // pg has no code for a connection that ended before it was ready.
  if (/Connection terminated/.test(error.message)) return { kind: "unreachable", missing: false };
  throw error;
}
