import { createPool } from "#database/pool.ts";
import { createDatabase } from "#database/tenancy.ts";
import { startReaper } from "#events/reaper.ts";
import { startWorker } from "#events/worker.ts";
import { systemClock } from "#kernel/clock.ts";
import { createVault } from "#kernel/vault.ts";
import { deliveryTasks } from "../deliver.ts";

/**
 * A process that takes every effect and never comes to an end with it, for a test that kills it. It delivers those whose
 * content is a number below the second argument.
 */
const connection = JSON.parse(process.argv[2] ?? "{}");
const below = Number(process.argv[3] ?? 0);
const pool = createPool({ connection, size: 4, onError: () => {} });
const parts = {
  database: createDatabase(pool),
  clock: systemClock,
  vault: createVault("unused"),
  random: () => 0,
  onFault: () => {},
  onOutcome: () => {},
};
const tasks = deliveryTasks(parts, {
  email: {
    atOnce: 16,
    pauses: [],
    deliver({ id, content }) {
      if (Number(content) < below) return Promise.resolve({ result: "delivered", detail: null });
      process.stdout.write(`${id}\n`);
      return new Promise(() => {});
    },
  },
});
const worker = await startWorker({ pool, tasks, concurrency: 1, onFault: () => {} });
startReaper({ connection, role: undefined, workerIds: [worker.id], onFault: () => {} });
