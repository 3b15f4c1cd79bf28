import type { Database } from "#database/tenancy.ts";
import type { Task } from "#events/worker.ts";
import type { Clock } from "#kernel/clock.ts";
import { expireSession } from "./operations/expire-session.ts";
import { findWaitingOrganizations } from "./operations/find-waiting-organizations.ts";
import { tellProspect } from "./operations/tell-prospect.ts";
import { tellReviewers } from "./operations/tell-reviewers.ts";
import { remindReviewersTask, tasks } from "./subscribers.ts";

interface Parts {
  database: Database;
  clock: Clock;
}

/** What screening does beside requests. */
export const screeningTasks = ({ database, clock }: Parts): Record<string, Task> => ({
  async [tasks.tellProspect]({ organizationId = "", sessionId = "" }) {
    const tell = () =>
      database.asTenant(organizationId, (tx) =>
        tellProspect(tx, { organizationId, sessionId, now: clock() }),
      );
    while (await tell());
  },
  [tasks.expireSession]: ({ organizationId = "", sessionId = "" }) =>
    database.asTenant(organizationId, (tx) => expireSession(tx, { organizationId, sessionId, now: clock() })),
  async [remindReviewersTask]() {
    // One day for all pages, also when midnight passes.
    const now = clock();
    for (let after: string | null = null; ; ) {
      const last: string | null = await database.asSystem((tx) => findWaitingOrganizations(tx, now, after));
      if (last === null) return;
      after = last;
    }
  },
  async [tasks.tellReviewers]({ organizationId = "", day = "" }) {
    for (let after: string | null = null; ; ) {
      const last: string | null = await database.asTenant(organizationId, (tx) =>
        tellReviewers(tx, { organizationId, day, now: clock() }, after),
      );
      if (last === null) return;
      after = last;
    }
  },
});
