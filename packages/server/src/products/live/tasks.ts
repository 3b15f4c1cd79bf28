import type { Database, Transaction } from "#database/tenancy.ts";
import type { Task } from "#events/worker.ts";
import type { Clock } from "#kernel/clock.ts";
import type { Lead } from "#notifications/reminders.ts";
import { endTurn } from "./operations/end-turn.ts";
import { releaseSeats } from "./operations/release-seats.ts";
import { remindOfSession } from "./operations/remind-of-session.ts";
import { setSessionTimers } from "./operations/set-session-timers.ts";
import { tellOfSession } from "./operations/tell-of-session.ts";
import { tasks } from "./subscribers.ts";
import type { Telling } from "./told.ts";

interface Parts {
  database: Database;
  clock: Clock;
  /** Where browsers reach the server. */
  publicUrl: string;
}

/** Sessions in one transaction: each stays locked until its end, and people wait for its seats. */
const batchSize = 20;

/** What live does beside requests. */
export function liveTasks({ database, clock, publicUrl }: Parts): Record<string, Task> {
  const task =
    (run: (tx: Transaction, work: Telling, payload: Record<string, string>) => Promise<void>): Task =>
    (payload) => {
      const { organizationId = "", sessionId = "" } = payload;
      return database.asTenant(organizationId, (tx) =>
        run(tx, { organizationId, sessionId, now: clock(), publicUrl }, payload),
      );
    };
  return {
    async [tasks.releaseSeats]({ organizationId = "", personId = "" }) {
      const releaseBatch = () =>
        database.asTenant(organizationId, (tx) =>
          releaseSeats(tx, { organizationId, personId, now: clock(), limit: batchSize }),
        );
      while ((await releaseBatch()) === batchSize);
    },
    [tasks.setTimers]: task(setSessionTimers),
    [tasks.tell]: task(tellOfSession),
    [tasks.endTurn]: task((tx, work, { personId = "" }) => endTurn(tx, work, personId)),
    [tasks.remind]: task((tx, work, { lead = "", afterPerson = "" }) =>
      remindOfSession(tx, work, { lead: lead as Lead, afterPerson }),
    ),
  };
}
