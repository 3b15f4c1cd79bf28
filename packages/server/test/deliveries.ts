import { createPool } from "../src/database/pool.ts";
import { createDatabase, type Database, type Transaction } from "../src/database/tenancy.ts";
import { deliveryTasks } from "../src/effects/deliver.ts";
import type { Channel, EffectState, PlannedEffect } from "../src/effects/effect.ts";
import { planEffects } from "../src/effects/plan.ts";
import { openChannels } from "../src/effects/queue.ts";
import { startReaper } from "../src/events/reaper.ts";
import { startWorker } from "../src/events/worker.ts";
import { newId } from "../src/kernel/ids.ts";
import { createVault } from "../src/kernel/vault.ts";
import { createTestClock, type TestClock } from "./clock.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";

/** What delivers effects, without the rest of a server. */
export interface Deliveries {
  db: TestDatabase;
  clock: TestClock;
  database: Database;
  organizationId: string;
  /** Starts a process, as it were, that delivers e-mails over this channel. `random` says how long pauses are. */
  start(channel: Channel, random?: () => number): Promise<void>;
  /** Plans effects in one transaction, and does with it what else is asked. */
  plan(effects: readonly PlannedEffect[], also?: (tx: Transaction) => Promise<unknown>): Promise<void>;
  /** Effects as they stand, in the order in which they were planned. */
  rows(subjectId: string): Promise<EffectRow[]>;
  close(): Promise<void>;
}

interface EffectRow {
  id: string;
  state: EffectState;
  attempts: number;
  tries: number;
  outcome: string | null;
  due_at: Date;
  content: string | null;
}

/** The `n`th e-mail about a subject, to one reader. */
export const emailAbout = (organizationId: string, subjectId: string, n: number): PlannedEffect => ({
  organizationId,
  channel: "email",
  kind: "test",
  eventId: null,
  cause: `${subjectId} ${n}`,
  recipient: "person:ada",
  subjectId,
  address: "ada@example.com",
  content: JSON.stringify(n),
  sealed: false,
});

const vault = createVault("a secret for tests, thirty-two characters or more");

export async function startDeliveries(): Promise<Deliveries> {
  const db = await createTestDatabase();
  const clock = createTestClock();
  const pool = createPool({ connection: db.connection, size: 20, onError: () => {} });
  const database = createDatabase(pool);
  await database.asSystem((tx) => openChannels(tx, ["email"]));
  const organizationId = newId();
  const running: { stop(): Promise<void> }[] = [];
  return {
    db,
    clock,
    database,
    organizationId,
    async start(channel, random = () => 0) {
      const parts = { database, clock, vault, random, onFault: () => {}, onOutcome: () => {} };
      const tasks = deliveryTasks(parts, { email: channel });
      const worker = await startWorker({ pool, tasks, concurrency: 4, onFault: () => {} });
      const { connection } = db;
      const reaper = startReaper({
        connection,
        role: undefined,
        workerIds: [worker.id],
        onFault: () => {},
      });
      running.push(worker, reaper);
    },
    plan: (effects, also = async () => {}) =>
      database.asTenant(organizationId, async (tx) => {
        await planEffects(tx, effects, clock());
        await also(tx);
      }),
    rows: (subjectId) =>
      db.query(
        `select id, state, attempts, tries, outcome, due_at, content from effects
         where organization_id = $1 and subject_id = $2 order by sequence`,
        [organizationId, subjectId],
      ),
    async close() {
      for (const one of running) await one.stop();
      await pool.end();
      await db.drop();
    },
  };
}
