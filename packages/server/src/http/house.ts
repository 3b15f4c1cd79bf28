import type { Database } from "#database/tenancy.ts";
import type { Account } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import type { Vault } from "#kernel/vault.ts";
import type { Authenticate, RedeemTicket } from "./authenticate.ts";
import type { SocketLimits } from "./sockets.ts";
import type { Hub, Streams } from "./streams.ts";
import type { Web } from "./web.ts";

/** What the HTTP layer needs from the rest of the server; made in compose.ts. */
export interface House {
  database: Database;
  authenticate: Authenticate;
  /** Lets go of what this process remembers of somebody's standing: they have just changed it. */
  forget: (person: Pick<Account, "id" | "signInId">) => void;
  redeemTicket: RedeemTicket;
  streams: Streams;
  hub: Hub;
  /** For tests, which cannot wait for as long as a connection can be silent. */
  socketLimits?: Partial<SocketLimits> | undefined;
  vault: Vault;
  clock: Clock;
  /** Where the server is reached: links, cookies and the Origin check go by it. */
  publicUrl: string;
  /** Other web origins that browsers may call from (CORS, and unsafe methods with a cookie). */
  corsOrigins: readonly string[];
  /** Believe X-Forwarded-For: only behind a proxy that sets it. */
  trustProxy: boolean;
  logLevel: string;
  /** The pages that run in browsers; where there are none, only the API is served. */
  web?: Web;
  /** Where log lines go: standard output, unless a test wants to read them. */
  logStream?: { write(line: string): void };
}
