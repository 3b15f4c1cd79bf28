import type { FastifyInstance } from "fastify";
import type { ClientConfig, PoolConfig } from "pg";
import packageJson from "../package.json" with { type: "json" };
import { pickAdapters, pickRealtime } from "./composition/adapters.ts";
import { startAuthentication } from "./composition/authentication.ts";
import { backgroundConnections, startBackground } from "./composition/background.ts";
import { findChatAssets } from "./composition/chat-assets.ts";
import { createMailing } from "./composition/mailing.ts";
import { offers } from "./composition/offers.ts";
import { startProviders } from "./composition/providers.ts";
import { pushing } from "./composition/pushing.ts";
import { roomParts } from "./composition/room-parts.ts";
import { type RunningRooms, startRooms } from "./composition/rooms.ts";
import { type Streaming, startStreaming } from "./composition/streaming.ts";
import { webOf } from "./composition/web.ts";
import { crontab, subscribers, tasks } from "./composition/work.ts";
import type { Config } from "./config.ts";
import { migrate } from "./database/migrate.ts";
import { createPool, type Pool } from "./database/pool.ts";
import { boundRoleFor } from "./database/role.ts";
import { createDatabase, type Database } from "./database/tenancy.ts";
import type { Effect } from "./effects/effect.ts";
import { migrateWorker } from "./events/worker.ts";
import { createApp } from "./http/app.ts";
import { devMail } from "./http/dev-mail.ts";
import { measure } from "./http/metrics.ts";
import type { SocketLimits } from "./http/sockets.ts";
import type { StreamLimits } from "./http/streams.ts";
import { createPasswords, type PasswordCost } from "./identity/passwords.ts";
import type { Tokens } from "./identity/tokens.ts";
import type { Clock } from "./kernel/clock.ts";
import { createVault, type Vault } from "./kernel/vault.ts";
import { createMetrics } from "./metrics/index.ts";
import { depositionMeetingTasks, recomputeStarts } from "./products/depositions/index.ts";
import { noteByReference, type ProviderAccounts } from "./rooms/accounts/index.ts";
import type { FloorTimes } from "./rooms/floor/index.ts";
import { roomProviderTasks } from "./rooms/index.ts";
import { createRecordingLinks } from "./rooms/recording/index.ts";
import type { GeneratedSecrets } from "./secrets.ts";
import { createRedeem } from "./streams/index.ts";
import { deliverWebhooks } from "./webhooks/index.ts";

export interface Server {
  app: FastifyInstance;
  database: Database;
  tokens: Tokens;
  rooms: RunningRooms;
  /** Finishes the requests in flight, refuses new ones, and lets go of the database. */
  close(): Promise<void>;
}

interface Surroundings {
  config: Config;
  connection: string | (PoolConfig & ClientConfig);
  secrets: GeneratedSecrets;
  clock: Clock;
  /** For tests, which cannot wait for as long as the readers of streams can. */
  streamTimes?: Partial<StreamLimits>;
  /** For the same, of rooms and their sockets. */
  roomTimes?: Partial<FloorTimes>;
  socketLimits?: Partial<SocketLimits>;
  /** For the same, of who makes up a password or tries one. */
  passwordCost?: PasswordCost;
}

/** Picks every implementation and wires them: with `composition/`, the only place that sees everything. */
export async function compose(surroundings: Surroundings): Promise<Server> {
  const { config, secrets, clock, roomTimes, socketLimits, passwordCost } = surroundings;
  const foundation = await layFoundation(surroundings);
  const { pool, vault, streaming, database, identity } = foundation;
  const { streams, hub, realtime } = streaming;
  const { authenticate, forget, tokens } = identity;
  const { publicUrl, corsOrigins, trustProxy, logLevel } = config;
  const redeemTicket = createRedeem(database, vault, clock);
  const house = {
    ...{ authenticate, forget, redeemTicket },
    ...{ database, vault, clock, publicUrl, corsOrigins, trustProxy, logLevel },
    ...{ streams, hub, web: webOf(config), socketLimits },
  };
  const adapters = pickAdapters(config, secrets, clock);
  const providers = await startProviders({ config, secrets, database, vault, clock });
  const { accounts, pages: sandboxPages } = providers;
  const rooms = roomParts({ config, accounts, database, clock, vault });
  const running = startRooms({ config, database, clock, rooms, realtime, times: roomTimes });
  const links = createRecordingLinks(vault, publicUrl);
  const { bounceToken, from: mailFrom } = config.mail;
  const offered = offers({
    ...{ ...adapters, webPush: adapters.push.web, accounts, sandboxPages },
    ...{ rooms, sockets: running.sockets, note: noteByReference(rooms) },
    recordings: { products: rooms.products, links, directory: config.recordings.directory },
    ...{ tokens, passwords: createPasswords(passwordCost), vault, publicUrl },
    ...{ bounceToken, mailFrom, chat: findChatAssets(house.web.folder) },
  });
  const app = await createApp(house, offered, packageJson.version);
  streaming.reportTo(app.log);
  running.reportTo(app.log);
  const work = await startWork({ ...surroundings, ...foundation, adapters, accounts, running, app });
  return {
    ...{ app, database, tokens, rooms: running },
    async close() {
      await app.close();
      await running.stop();
      await work.stop();
      await providers.close();
      await identity.stop();
      await streaming.stop();
      await pool.end();
    },
  };
}

/** What everything else stands on: the database as it must be, what goes between processes, and who calls. */
async function layFoundation({ config, connection, secrets, clock, streamTimes }: Surroundings) {
  const role = await boundRoleFor(connection);
  const pool = createPool({ connection, role, size: config.databasePool, onError: () => {} });
  await migrate(pool);
  await migrateWorker(pool);
  const vault = createVault(config.secret ?? secrets.secret);
  const streaming = await startStreaming({
    ...{ connection, role, config, clock, times: streamTimes },
    pickRealtime: (parts) => pickRealtime(config, vault, parts),
  });
  const database = createDatabase(pool, streaming.realtime.publish);
  await recomputeStarts(database, clock);
  const identity = await startAuthentication({
    ...{ config, connection, database, vault, clock },
    witness: streaming.streams,
  });
  return { role, pool, vault, streaming, database, identity };
}

interface WorkParts extends Surroundings {
  role: string | undefined;
  /** Of requests, whose use is measured. */
  pool: Pool;
  vault: Vault;
  streaming: Streaming;
  adapters: ReturnType<typeof pickAdapters>;
  accounts: ProviderAccounts;
  app: FastifyInstance;
  running: RunningRooms;
}

/** What goes on beside requests, and the figures of all of it. */
async function startWork(parts: WorkParts): Promise<{ stop(): Promise<void> }> {
  const { config, connection, clock, role, pool, vault, streaming, adapters, app } = parts;
  const { realtime, hub } = streaming;
  const jobsPool = createPool({ connection, role, size: backgroundConnections, onError: () => {} });
  const database = createDatabase(jobsPool, realtime.publish);
  const pools = { requests: pool, jobs: jobsPool };
  const metrics = createMetrics({
    database,
    clock,
    pools,
    countStreams: () => hub.state().streams,
    countRooms: parts.running.count,
  });
  measure(app, metrics, { token: config.metricsToken, isProduction: config.isProduction });
  const delivery = {
    ...{ database, clock, vault, random: Math.random, onOutcome: metrics.attempted },
    onFault: ({ id, channel }: Effect, fault: unknown) =>
      app.log.warn({ err: fault, effectId: id, channel }, "an effect failed and is tried again"),
  };
  const show: Parameters<typeof createMailing>[0]["show"] = (mails) => devMail(app, mails);
  const mail = await createMailing({ config, delivery, pickPort: adapters.pickMail, show, log: app.log });
  const pushes = pushing(delivery, adapters.push);
  const meetings = {
    tasks: depositionMeetingTasks({ database, clock, zoom: parts.accounts.meetings }),
    concurrency: 4,
  };
  const rooms = {
    tasks: roomProviderTasks({ database, provide: parts.accounts.provide }),
    concurrency: 4,
  };
  const webhooks = deliverWebhooks(delivery, adapters.webhookSender);
  const background = await startBackground({
    ...{ connection, role, pool: jobsPool, database, realtime, crontab, log: app.log },
    subscribers: subscribers(clock),
    tasks: { ...tasks({ config, database, clock, vault }), ...mail.tasks, ...pushes.tasks },
    deliveries: { ...mail.deliveries, ...pushes.deliveries, webhooks, meetings, rooms },
  });
  return {
    async stop() {
      await background.stop();
      await mail.close();
      await jobsPool.end();
    },
  };
}
