import type { FastifyInstance } from "fastify";
import type { ClientConfig, PoolConfig } from "pg";
import packageJson from "../package.json" with { type: "json" };
import type { Config } from "./config.ts";
import { listen } from "./database/listener.ts";
import { migrate } from "./database/migrate.ts";
import { createPool } from "./database/pool.ts";
import { boundRoleFor } from "./database/role.ts";
import { createDatabase, type Database } from "./database/tenancy.ts";
import { createApp } from "./http/app.ts";
import { createAuthenticator } from "./identity/authenticator.ts";
import { createDirectory } from "./identity/directory.ts";
import { createIssuers } from "./identity/issuers.ts";
import { createKeyUses } from "./identity/key-uses.ts";
import { createTokens, type Tokens } from "./identity/tokens.ts";
import type { Clock } from "./kernel/clock.ts";
import { createVault } from "./kernel/vault.ts";
import { mentorship } from "./products/mentorship/index.ts";
import { agoraCallTokens } from "./providers/video/agora.ts";
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

/** Picks every implementation and wires them: the only place that sees everything. */
export async function compose({ config, connection, secrets, clock }: Surroundings): Promise<Server> {
  const role = await boundRoleFor(connection);
  const pool = createPool({ connection, role, size: config.databasePool, onError: () => {} });
  await migrate(pool);
  const database = createDatabase(pool);
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
  const products = [mentorship(agoraCallTokens(config.agora ?? secrets.agora))];
  const groups = products.map((product) => product.routes);
  const models = products.flatMap((product) => product.models);
  const app = await createApp(house, groups, models, packageJson.version);
  return {
    app,
    database,
    tokens,
    async close() {
      await app.close();
      await keyUses.stop();
      await listener.stop();
      await pool.end();
    },
  };
}
