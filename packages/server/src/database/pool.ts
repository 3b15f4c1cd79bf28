import pg from "pg";
import { preparePreludes } from "./binding.ts";

export type Pool = pg.Pool;

// pg writes dates in the process's own zone by default, whose offset had seconds a century ago; UTC is exact.
pg.defaults.parseInputDatesAsUTC = true;

export interface PoolOptions {
  connection: string | pg.PoolConfig;
  /** Most connections held at once. */
  size: number;
  /** The role to become where the connecting one would bypass row-level security; see `database/role.ts`. */
  role?: string;
  /** Told about connections that break while idle. */
  onError: (fault: Error) => void;
}

/** A pool whose connections are bound by row-level security and give up rather than hang. */
export function createPool({ connection, size, role, onError }: PoolOptions): Pool {
  const target = typeof connection === "string" ? { connectionString: connection } : connection;
  const pool = new pg.Pool({
    ...target,
    max: size,
    application_name: "convene",
    connectionTimeoutMillis: 30_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
    // A statement need not wait for the answer to the one before it.
    pipeline: true,
    onConnect: async (client) => {
      await client.query(sessionSettings(role));
      await preparePreludes(client);
    },
  });
  // Without a listener a connection's loss would end the process. While it is idle the pool tells of it and
  // replaces it; while it is in use its statement fails, and the listener only has to be there.
  pool.on("error", onError);
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/**
 * Dates are read as ISO in UTC whatever the database's defaults are. Plans stay with a connection, also one that was made
 * while its table was empty: every statement has an index to go by, and must not read whole tables when they have grown.
 * They are made without the values, once: where a guess at these looks costlier than the values themselves, PostgreSQL
 * would plan for each execution anew, which takes several times as long as to execute the plan that it makes each time.
 * None is worth compiling. Statements rather than start-up options, because a URL may carry options of its own, which
 * would take the place of these.
 */
const sessionSettings = (role: string | undefined): string =>
  [
    "set timezone to 'UTC'",
    "set datestyle to 'ISO'",
    "set enable_seqscan to off",
    "set jit to off",
    "set plan_cache_mode to force_generic_plan",
    ...(role ? [`set role ${pg.escapeIdentifier(role)}`] : []),
  ].join("; ");
