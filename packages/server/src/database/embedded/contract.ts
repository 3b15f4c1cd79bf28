/** What a `pg.Pool` or `pg.Client` needs to connect; `host` is the folder of a Unix socket. */
export interface ConnectionSettings {
  host: string;
  port: number;
  database: string;
  user: string;
  password: string;
}

export interface EmbeddedOptions {
  /** DATA_DIR. The cluster, its passwords and PostgreSQL's log are kept below it; created when missing. */
  dataDir: string;
  /** Receives lines an operator should read: where the cluster is, restarts, recoveries. */
  log: (line: string) => void;
  /** False turns off fsync, synchronous_commit and full_page_writes: for tests only. Default true. */
  durable?: boolean;
  /** PostgreSQL's max_connections, default 100. */
  maxConnections?: number;
  /** Called when PostgreSQL is on its way up, once: what keeps the processor busy can be done while it comes. */
  onComing?: () => void;
  /** Ends a start that is under way (Ctrl-C): what was begun is stopped and removed, the start rejects. */
  signal?: AbortSignal;
}

export interface EmbeddedConnections {
  /** The plain role that row-level security binds; it owns the database `convene`. */
  owner: ConnectionSettings;
  /** For set-up, backup and restore only. Connects to the database `convene`. */
  superuser: ConnectionSettings;
}

export interface EmbeddedPostgres extends EmbeddedConnections {
  /** False when a postmaster that outlived its server was adopted. */
  started: boolean;
  /** Resolves if the supervisor has to give up: another server took the data directory. Pending otherwise. */
  lost: Promise<Error>;
  /** Fast shutdown of the database, adopted or not: open transactions are rolled back. Idempotent. */
  stop(): Promise<void>;
}
