import type { AddressInfo } from "node:net";
import { createPool } from "../src/database/pool.ts";
import { createDatabase } from "../src/database/tenancy.ts";
import { createApp } from "../src/http/app.ts";
import type { House } from "../src/http/house.ts";
import type { Contract, Route } from "../src/http/route.ts";
import type { SocketRoute } from "../src/http/socket-route.ts";
import { createStreams, streamTimes } from "../src/http/streams.ts";
import type { Actor, Scope } from "../src/kernel/actor.ts";
import { newId } from "../src/kernel/ids.ts";
import { createVault } from "../src/kernel/vault.ts";
import { type Api, createApi } from "./api.ts";
import { createTestClock, type TestClock } from "./clock.ts";
import { createConformance } from "./conformance.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";

export interface SmallApp {
  url: string;
  db: TestDatabase;
  clock: TestClock;
  /** Every line that was logged. */
  log: string[];
  /** The organization of callers whose name does not say another one. */
  organizationId: string;
  /**
   * A client of a caller whose credential is a name: `ada` is a Manager, `key-ada` an API key with no scope but
   * `live:read`, `foreign-ada` somebody of another organization; "" is nobody.
   */
  api(name?: string): Api;
  close(): Promise<void>;
}

const problems: Contract = {
  tag: "test",
  badInput: "invalid_request",
  malformedBody: "malformed_json",
  errorShape: "problem",
};

/** The HTTP layer with routes of a test's own on a real database, and with credentials that are only names. */
export async function startSmallApp(
  routes: readonly Route[],
  options: {
    contract?: Partial<Contract>;
    house?: Partial<House>;
    sockets?: (parts: Pick<House, "database" | "clock">) => SocketRoute[];
  } = {},
): Promise<SmallApp> {
  const db = await createTestDatabase();
  const pool = createPool({ connection: db.connection, size: 8, onError: () => {} });
  const clock = createTestClock();
  const log: string[] = [];
  const [organizationId, foreignId] = [newId(), newId()];
  const house: House = {
    database: createDatabase(pool),
    async authenticate({ bearer }) {
      if (!bearer) return null;
      const organization = bearer.startsWith("foreign-") ? foreignId : organizationId;
      return { ...callerNamed(bearer, organization), refusal: null };
    },
    forget() {},
    redeemTicket: async () => null,
    // Made only where a test brings none: nobody would close it.
    streams: options.house?.streams ?? createStreams({ ...streamTimes, perCaller: 100, perProcess: 100 }),
    hub: {
      async join(_place, _lastEventId, open) {
        open();
        return () => {};
      },
    },
    vault: createVault("a secret for tests, thirty-two characters or more"),
    clock,
    publicUrl: "http://convene.test",
    corsOrigins: ["https://app.example"],
    trustProxy: false,
    logLevel: "trace",
    logStream: { write: (line) => log.push(line) },
    ...options.house,
  };
  const contract = { ...problems, ...options.contract };
  const sockets = options.sockets?.(house) ?? [];
  const app = await createApp(house, [{ routes: { contract, routes }, models: [], sockets }], "0.0.0");
  await app.listen({ host: "127.0.0.1", port: 0 });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const conforms = createConformance(JSON.parse(JSON.stringify(app.swagger())));
  return {
    url,
    db,
    clock,
    log,
    organizationId,
    api: (name = "ada") => createApi(url, name, conforms),
    async close() {
      await app.close();
      await pool.end();
      await db.drop();
    },
  };
}

function callerNamed(name: string, organizationId: string) {
  const isKey = name.startsWith("key-");
  const scopes: Scope[] | null = isKey ? ["live:read"] : null;
  const common = { id: name, organizationId, role: "Manager", plan: "team", selfService: true } as const;
  const actor: Actor = { ...common, kind: isKey ? "key" : "person", scopes };
  const person = { id: name, platformAdmin: false, signInId: null, confinedTo: null };
  return { person: isKey ? null : person, actor };
}
