import type { FastifyInstance } from "fastify";
import type { ClientConfig, PoolConfig } from "pg";
import packageJson from "../package.json" with { type: "json" };
import { backgroundConnections, startBackground } from "./background.ts";
import type { Config } from "./config.ts";
import { purgeAnswers } from "./database/idempotency.ts";
import { listen } from "./database/listener.ts";
import { migrate } from "./database/migrate.ts";
import { createNotifier } from "./database/notifier.ts";
import { createPool } from "./database/pool.ts";
import { boundRoleFor } from "./database/role.ts";
import { createDatabase, type Database } from "./database/tenancy.ts";
import { migrateWorker } from "./events/worker.ts";
import { createApp } from "./http/app.ts";
import type { House } from "./http/house.ts";
import { retention } from "./http/idempotency.ts";
import type { Offer } from "./http/route.ts";
import { createAuthenticator } from "./identity/authenticator.ts";
import { createDirectory } from "./identity/directory.ts";
import { identity } from "./identity/index.ts";
import { createIssuers } from "./identity/issuers.ts";
import { createKeyUses } from "./identity/key-uses.ts";
import { createTokens, type Tokens } from "./identity/tokens.ts";
import { type Clock, plus, systemClock } from "./kernel/clock.ts";
import { createVault } from "./kernel/vault.ts";
import { depositions, recomputeStarts } from "./products/depositions/index.ts";
import { live, liveSubscriber, liveTasks } from "./products/live/index.ts";
import { mentorship, mentorshipSubscriber, mentorshipTasks } from "./products/mentorship/index.ts";
import { screening } from "./products/screening/index.ts";
import { agoraCallTokens } from "./providers/video/agora.ts";
import { sandboxVideo } from "./providers/video/sandbox.ts";
import type { CallTokens } from "./rooms/call-tokens.ts";
import type { VideoProvider } from "./rooms/video-provider.ts";
import type { GeneratedSecrets } from "./secrets.ts";

export interface Server {
  app: FastifyInstance;
  database: Database;
  tokens: Tokens;
  /** Finishes the requests in flight, refuses new ones, and lets go of the database. */
  close(): Promise<void>;
}

interface Surroundings {
  config: Config;
  connection: string | (PoolConfig & ClientConfig);
  secrets: GeneratedSecrets;
  clock: Clock;
}

/** The outside services that products ask for. */
interface Ports {
  callTokens: CallTokens;
  tokens: Tokens;
  /** Null where the operator has not set it up. */
  zoom: VideoProvider | null;
}

/** Everything that the server offers over HTTP. */
const offers = ({ callTokens, tokens, zoom }: Ports, publicUrl: string): Offer[] => [
  identity({ tokens, publicUrl }),
  depositions({ publicUrl, zoom }),
  live,
  mentorship(callTokens),
  screening(),
];

/**
 * The OpenAPI document, made from the routes themselves. No database is needed: nothing is executed.
 */
export async function describe(): Promise<object> {
  const none = () => Promise.reject(new Error("the document is made without a database"));
  const house: House = {
    database: { asTenant: none, asSystem: none },
    authenticate: none,
    vault: createVault("unused"),
    clock: systemClock,
    publicUrl: "http://127.0.0.1:3000",
    corsOrigins: [],
    trustProxy: false,
    logLevel: "silent",
  };
  const unused = { appId: "", appCertificate: "" };
  const tokens = { issue: none, verify: none, jwks: () => ({ keys: [] }) };
  const ports = { callTokens: agoraCallTokens(unused), tokens, zoom: null };
  const app = await createApp(house, offers(ports, house.publicUrl), packageJson.version);
  await app.ready();
  return JSON.parse(JSON.stringify(app.swagger()));
}

/** Picks every implementation and wires them: the only place that sees everything. */
export async function compose(surroundings: Surroundings): Promise<Server> {
  const { config, connection, secrets, clock } = surroundings;
  const role = await boundRoleFor(connection);
  const pool = createPool({ connection, role, size: config.databasePool, onError: () => {} });
  await migrate(pool);
  await migrateWorker(pool);
  const database = createDatabase(pool, createNotifier(pool));
  await recomputeStarts(database, clock);
  const vault = createVault(config.secret ?? secrets.secret);
  const directory = createDirectory(database);
  const listener = listen({
    connection,
    channel: "convene_identity",
    onMessage: directory.forget,
    onListening: () => directory.hearing(true),
    onLost: () => directory.hearing(false),
  });
  const tokens = await createTokens(database, vault, clock, config.publicUrl);
  const issuers = createIssuers(database, clock, config.issuers);
  const keyUses = createKeyUses(database);
  const authenticate = createAuthenticator({ directory, tokens, issuers, clock, onKeyUse: keyUses.note });
  const { publicUrl, corsOrigins, trustProxy, logLevel } = config;
  const house = { database, authenticate, vault, clock, publicUrl, corsOrigins, trustProxy, logLevel };
  const callTokens = agoraCallTokens(config.agora ?? secrets.agora);
  const zoom = config.isProduction ? null : sandboxVideo(publicUrl);
  const app = await createApp(house, offers({ callTokens, tokens, zoom }, publicUrl), packageJson.version);
  const jobsPool = createPool({ connection, role, size: backgroundConnections, onError: () => {} });
  const jobs = createDatabase(jobsPool, createNotifier(jobsPool));
  const background = await startBackground({
    connection,
    role,
    pool: jobsPool,
    database: jobs,
    subscribers: { each: [mentorshipSubscriber, liveSubscriber], batch: [] },
    tasks: {
      ...mentorshipTasks({ database: jobs, clock, grace: config.missedGrace }),
      ...liveTasks({ database: jobs, clock }),
      "purge-idempotency-keys": () => jobs.asSystem((tx) => purgeAnswers(tx, plus(clock(), -retention))),
    },
    deliveries: {},
    crontab: "13 * * * * purge-idempotency-keys",
    log: app.log,
  });
  return {
    app,
    database,
    tokens,
    async close() {
      await app.close();
      await background.stop();
      await jobsPool.end();
      await keyUses.stop();
      await listener.stop();
      await pool.end();
    },
  };
}
