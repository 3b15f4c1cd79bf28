import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compose, type Server } from "../src/compose.ts";
import { readConfig } from "../src/config.ts";
import { listen } from "../src/http/listen.ts";
import type { SocketLimits } from "../src/http/sockets.ts";
import type { StreamLimits } from "../src/http/streams.ts";
import type { MemberRole } from "../src/kernel/roles.ts";
import type { FloorTimes } from "../src/rooms/floor/index.ts";
import { type Api, createApi } from "./api.ts";
import { type Builders, createBuilders } from "./builders.ts";
import { createTestClock, type TestClock } from "./clock.ts";
import { createConformance } from "./conformance.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";

export interface TestServer {
  url: string;
  server: Server;
  clock: TestClock;
  db: TestDatabase;
  build: Builders;
  /** A client with this credential, or with none. */
  api(token?: string): Api;
  /** A client of a new member of this organization. */
  memberApi(organizationId: string, role: MemberRole): Promise<Api>;
  /** Another server process, as it were, on the same database and clock, with settings of its own beside the first one's. */
  another(settings?: Record<string, string>): Promise<TestServer>;
  close(): Promise<void>;
}

export const secrets = {
  secret: "a secret for tests, thirty-two characters or more",
  agora: { appId: "0123456789abcdef0123456789abcdef", appCertificate: "fedcba9876543210fedcba9876543210" },
  vapid: {
    publicKey: "BA91-q0UlIOVK0RMTSdXVzocKmdM1OWw3mcfrdd5NDBsDotXnB8q_aE46yEzX10W2FOckgtGKKkye-qWtPBB8i4",
    privateKey: "mYRw5hnFWkdmDsfdigjRXw0MNLKRE2OhGFFE82xmnOA",
  },
};

/** Stretches a password in a moment. */
export const lowCost = { N: 1024, r: 8, p: 1 };

interface Options {
  /** Settings as environment variables. */
  settings?: Record<string, string>;
  /** What a test of streams cannot wait for. */
  streamTimes?: Partial<StreamLimits>;
  /** The same of rooms. */
  roomTimes?: Partial<FloorTimes>;
  socketLimits?: Partial<SocketLimits>;
  /** A database that is there already, to be dropped at the end, and its clock. */
  on?: { db: TestDatabase; clock: TestClock };
}

/** The whole server over real HTTP on a free port, with a database of its own and a clock that stands still. */
export async function startTestServer(given: Options = {}): Promise<TestServer> {
  const recordings = mkdtempSync(join(tmpdir(), "convene-recordings-"));
  const options = { ...given, settings: { RECORDINGS_DIR: recordings, ...given.settings } };
  const { db, clock } = options.on ?? { db: await createTestDatabase(), clock: createTestClock() };
  const first = await startOn(db, clock, options);
  const others = new Set<TestServer>();
  return {
    ...first,
    async another(settings = {}) {
      const other = await startOn(db, first.clock, {
        ...options,
        settings: { ...options.settings, ...settings },
      });
      others.add(other);
      const close = async () => {
        others.delete(other);
        await other.close();
      };
      return { ...other, close };
    },
    async close() {
      for (const server of [first, ...others]) await server.close();
      await db.drop();
      rmSync(recordings, { recursive: true, force: true });
    },
  };
}

async function startOn(db: TestDatabase, clock: TestClock, options: Options): Promise<TestServer> {
  const { settings = {}, streamTimes, roomTimes, socketLimits } = options;
  const config = readConfig({ LOG_LEVEL: "silent", PUBLIC_URL: "http://convene.test", ...settings });
  const server = await compose({
    ...{ config, connection: db.connection, secrets, clock, streamTimes, roomTimes, socketLimits },
    passwordCost: lowCost,
  });
  keepAnswersWhole(server.app);
  await listen(server.app, "127.0.0.1", settings.PORT ? config.port : 0);
  const url = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
  const conforms = createConformance(JSON.parse(JSON.stringify(server.app.swagger())));
  const build = createBuilders(db, server.tokens, clock);
  return {
    url,
    server,
    clock,
    db,
    build,
    api: (token) => createApi(url, token ?? null, conforms),
    memberApi: async (organizationId, role) =>
      createApi(url, (await build.member(organizationId, role)).token, conforms),
    another: () => startOn(db, clock, options),
    close: () => server.close(),
  };
}

/**
 * The serialiser drops members that a schema does not name, and makes "" of a null that it does not allow, without
 * a word. Here an answer that reaches the wire other than its presenter made it is a fault.
 */
function keepAnswersWhole(app: Server["app"]): void {
  const made = new WeakMap<object, unknown>();
  app.addHook("preSerialization", async (request, _reply, payload) => {
    made.set(request, payload);
    return payload;
  });
  app.addHook("onSend", async (request, reply, sent) => {
    const payload = made.get(request);
    if (typeof sent !== "string" || payload === undefined || request.url.startsWith("/openapi.json"))
      return sent;
    made.delete(request);
    const plain = JSON.parse(JSON.stringify(payload));
    const message = `${request.method} ${request.routeOptions.url} ${reply.statusCode}: the schema changed the answer`;
    assert.deepEqual(JSON.parse(sent), plain, message);
    return sent;
  });
}
