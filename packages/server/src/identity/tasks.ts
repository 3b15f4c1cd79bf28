import type { Database } from "#database/tenancy.ts";
import type { Task } from "#events/worker.ts";
import type { Clock } from "#kernel/clock.ts";
import type { Mailing } from "./account-mails.ts";
import { mailPasswordReset, passwordResetTask } from "./operations/ask-for-password-reset.ts";

interface Parts extends Mailing {
  database: Database;
  clock: Clock;
}

/** What identity does beside requests. */
export const identityTasks = ({ database, clock, ...mailing }: Parts): Record<string, Task> => ({
  [passwordResetTask]: ({ requestId = "", address = "" }) =>
    database.asSystem((tx) =>
      mailPasswordReset(tx, mailing, { requestId, email: mailing.vault.open(address) }, clock()),
    ),
});
