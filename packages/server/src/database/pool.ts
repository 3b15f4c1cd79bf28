import pg from "pg";

export type Pool = pg.Pool;

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
    options: role ? `-c role=${role}` : undefined,
  });
  // Without a listener an idle connection's loss would end the process; the pool replaces it by itself.
  pool.on("error", onError);
  return pool;
}
