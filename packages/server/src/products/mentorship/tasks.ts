import type { Database } from "#database/tenancy.ts";
import type { Task } from "#events/worker.ts";
import type { Clock } from "#kernel/clock.ts";
import { missSession } from "./operations/miss-session.ts";
import { setTimers } from "./operations/set-timers.ts";
import { tasks } from "./subscribers.ts";

interface Parts {
  database: Database;
  clock: Clock;
  /** Minutes after a session's planned end at which it counts as missed. */
  grace: number;
}

/** What mentorship does beside requests. */
export const mentorshipTasks = ({ database, clock, grace }: Parts): Record<string, Task> => {
  const task =
    (run: typeof setTimers): Task =>
    ({ organizationId = "", sessionId = "" }) =>
      database.asTenant(organizationId, (tx) => run(tx, { organizationId, sessionId, now: clock(), grace }));
  return { [tasks.setTimers]: task(setTimers), [tasks.missSession]: task(missSession) };
};
