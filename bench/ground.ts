import type { ConnectionSettings } from "../packages/server/src/database/embedded/index.ts";
import { type Convene, startConvene } from "./ground/convene.ts";
import { type BenchDatabase, createDatabases, type Databases } from "./ground/databases.ts";
import { type Machine, readMachine } from "./ground/machine.ts";
import { startPostgres } from "./ground/postgres.ts";
import { seedWorld, type World } from "./ground/world.ts";

export type { Convene } from "./ground/convene.ts";
export type { BenchDatabase } from "./ground/databases.ts";
export type { Machine } from "./ground/machine.ts";
export type { Owned } from "./ground/sessions.ts";
export type { World } from "./ground/world.ts";

/** What every chapter stands on: one PostgreSQL, its databases, and Convene as a process of its own. */
export interface Ground extends Databases {
  /** May do everything, in the database `database` of it, which holds nothing of ours. */
  superuser: ConnectionSettings;
  machine: Machine;
  /** Microseconds of processor time that all processes of PostgreSQL have used; NaN where it may run elsewhere. */
  postgresCpu(): number;
  /** Starts Convene as an operator would, on this database, with `settings` beside those of production. */
  startConvene(database: BenchDatabase, settings?: Record<string, string>): Promise<Convene>;
  /**
   * A database of its own, filled with an organization (plan enterprise), people, keys and `rows` sessions of each
   * product. Made once for each size and copied after that. A thousand sessions are an organization's, unless
   * `organizations` says how many there are.
   */
  world(rows: number, organizations?: number): Promise<World>;
  /** Ends every process that was started, and removes every file and database. */
  close(): Promise<void>;
}

export async function openGround(): Promise<Ground> {
  const postgres = await startPostgres();
  const databases = createDatabases(postgres);
  const running = new Set<Convene>();
  const worlds = new Map<string, Promise<World>>();
  const ground: Ground = {
    ...databases,
    superuser: postgres.superuser,
    machine: await readMachine(postgres.superuser),
    postgresCpu: postgres.cpu,
    async startConvene(database, settings = {}) {
      const convene = await startConvene(database, settings);
      running.add(convene);
      return convene;
    },
    async world(rows, organizations = Math.max(1, Math.round(rows / 1_000))) {
      const size = `${rows} in ${organizations}`;
      const known = worlds.get(size) ?? seedWorld(ground, rows, organizations);
      worlds.set(size, known);
      const template = await known;
      return { ...template, database: await databases.createDatabase(template.database) };
    },
    async close() {
      await Promise.all([...running].map((convene) => convene.stop()));
      await databases.dropAll();
      await postgres.stop();
    },
  };
  return ground;
}
