import type { Database } from "#database/tenancy.ts";
import type { Clock } from "#kernel/clock.ts";
import type { Vault } from "#kernel/vault.ts";
import type { Authenticate } from "./authenticate.ts";

/** What the HTTP layer needs from the rest of the server; made in compose.ts. */
export interface House {
  database: Database;
  authenticate: Authenticate;
  vault: Vault;
  clock: Clock;
  /** Where the server is reached: links, cookies and the Origin check go by it. */
  publicUrl: string;
  /** Other web origins that browsers may call from (CORS, and unsafe methods with a cookie). */
  corsOrigins: readonly string[];
  /** Believe X-Forwarded-For: only behind a proxy that sets it. */
  trustProxy: boolean;
  logLevel: string;
  /** Where log lines go: standard output, unless a test wants to read them. */
  logStream?: { write(line: string): void };
}
