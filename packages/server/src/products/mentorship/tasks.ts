import type { Database } from "#database/tenancy.ts";
import type { Task } from "#events/worker.ts";
import type { Clock } from "#kernel/clock.ts";
import type { Lead } from "#notifications/reminders.ts";
import { missSession } from "./operations/miss-session.ts";
import { remindOfSession } from "./operations/remind-of-session.ts";
import { setSessionTimers } from "./operations/set-session-timers.ts";
import { tellOfMentorship } from "./operations/tell-of-mentorship.ts";
import { tellOfSession } from "./operations/tell-of-session.ts";
import { tasks } from "./subscribers.ts";

interface Parts {
  database: Database;
  clock: Clock;
  /** Minutes after a session's planned end at which it counts as missed. */
  grace: number;
  /** Where browsers reach the server. */
  publicUrl: string;
}

/** What mentorship does beside requests. */
export function mentorshipTasks({ database, clock, grace, publicUrl }: Parts): Record<string, Task> {
  const timed =
    (run: typeof setSessionTimers): Task =>
    ({ organizationId = "", sessionId = "" }) =>
      database.asTenant(organizationId, (tx) => run(tx, { organizationId, sessionId, now: clock(), grace }));
  return {
    [tasks.setTimers]: timed(setSessionTimers),
    [tasks.missSession]: timed(missSession),
    async [tasks.tellOfSession]({ organizationId = "", sessionId = "" }) {
      const tell = () =>
        database.asTenant(organizationId, (tx) =>
          tellOfSession(tx, { organizationId, sessionId, now: clock(), publicUrl }),
        );
      while (await tell());
    },
    async [tasks.tellOfMentorship]({ organizationId = "", mentorshipId = "" }) {
      const tell = () =>
        database.asTenant(organizationId, (tx) =>
          tellOfMentorship(tx, { organizationId, mentorshipId, now: clock(), publicUrl }),
        );
      while (await tell());
    },
    [tasks.remind]: ({ organizationId = "", sessionId = "", lead = "" }) =>
      database.asTenant(organizationId, (tx) =>
        remindOfSession(tx, { organizationId, sessionId, now: clock(), publicUrl }, lead as Lead),
      ),
  };
}
