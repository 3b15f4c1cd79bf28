import type { ClientConfig, PoolConfig } from "pg";
import { startFolding } from "../database/fold-counts.ts";
import type { Pool } from "../database/pool.ts";
import type { Database } from "../database/tenancy.ts";
import { channels } from "../effects/effect.ts";
import { deliveryTask } from "../effects/plan.ts";
import { openChannels } from "../effects/queue.ts";
import { eventsChannel } from "../events/append.ts";
import { startReaper } from "../events/reaper.ts";
import { type Subscribers, startRelay } from "../events/relay.ts";
import { startWorker, type Task, type Worker } from "../events/worker.ts";
import type { Realtime } from "../realtime/port.ts";

type Tasks = Readonly<Record<string, Task>>;

interface Parts {
  connection: string | (PoolConfig & ClientConfig);
  role: string | undefined;
  /** For jobs alone: they must not wait behind requests, nor requests behind them. */
  pool: Pool;
  database: Database;
  /** Wakes the relay. */
  realtime: Realtime;
  subscribers: Subscribers;
  /** What needs nothing but the database. */
  tasks: Tasks;
  /** What waits for others, by whom it waits for: each kind has workers of its own, so that none holds up another. */
  deliveries: Readonly<Record<string, { tasks: Tasks; concurrency: number }>>;
  crontab: string;
  log: { warn(details: object, text: string): void; error(details: object, text: string): void };
}

/**
 * Connections for jobs: the workers take and finish them over these, and the tasks share them. Each of the six kinds of
 * workers keeps one for itself, over which it hears of new jobs.
 */
export const backgroundConnections = 16;

/** Jobs at once that need nothing but the database. */
const concurrency = 4;

/** Milliseconds for which what delivers looks no more when it found nothing: most jobs that are announced are others'. */
const restsFor = 50;

/** What goes on beside requests: the relay of events, the jobs that follow from them, and housekeeping. */
export async function startBackground(parts: Parts): Promise<{ stop(): Promise<void> }> {
  const { connection, role, pool, database, realtime, subscribers, tasks, deliveries, crontab, log } = parts;
  await database.asSystem((tx) => openChannels(tx, channelsOf(deliveries)));
  const relay = startRelay(database, subscribers, (fault) => log.error({ err: fault }, "relay failed"));
  realtime.subscribe(eventsChannel, { onMessage: relay.wake, onConnected: relay.wake });
  const folding = startFolding(database, pool, (fault) => log.error({ err: fault }, "counts are not folded"));
  const onFault = (task: string, fault: unknown) =>
    log.warn({ err: fault, task }, "job failed and is tried again");
  const workers: Worker[] = [await startWorker({ pool, tasks, concurrency, crontab, onFault })];
  for (const delivery of Object.values(deliveries)) {
    workers.push(await startWorker({ pool, ...delivery, restsFor, onFault }));
  }
  const reaper = startReaper({
    connection,
    role,
    workerIds: workers.map(({ id }) => id),
    onFault: (fault) => log.warn({ err: fault }, "cannot look for jobs of processes that died"),
  });
  return {
    async stop() {
      await relay.stop();
      await folding.stop();
      await Promise.all(workers.map((worker) => worker.stop()));
      await reaper.stop();
    },
  };
}

/** The channels that this process delivers. */
const channelsOf = (deliveries: Parts["deliveries"]) =>
  channels.filter((name) => Object.values(deliveries).some(({ tasks }) => deliveryTask(name) in tasks));
