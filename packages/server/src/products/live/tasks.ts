import type { Database } from "#database/tenancy.ts";
import type { Task } from "#events/worker.ts";
import type { Clock } from "#kernel/clock.ts";
import { releaseSeats } from "./operations/release-seats.ts";
import { tasks } from "./subscribers.ts";

interface Parts {
  database: Database;
  clock: Clock;
}

/** Sessions in one transaction: each stays locked until its end, and people wait for its seats. */
const batchSize = 20;

/** What live does beside requests. */
export const liveTasks = ({ database, clock }: Parts): Record<string, Task> => ({
  async [tasks.releaseSeats]({ organizationId = "", personId = "" }) {
    const releaseBatch = () =>
      database.asTenant(organizationId, (tx) =>
        releaseSeats(tx, { organizationId, personId, now: clock(), limit: batchSize }),
      );
    while ((await releaseBatch()) === batchSize);
  },
});
