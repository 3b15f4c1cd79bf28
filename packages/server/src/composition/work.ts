import type { Config } from "../config.ts";
import { purgeAnswers } from "../database/idempotency.ts";
import type { Database } from "../database/tenancy.ts";
import { queueEffects, queueTask } from "../effects/queue.ts";
import { deleteSettled } from "../effects/store.ts";
import type { Subscribers } from "../events/relay.ts";
import type { Task } from "../events/worker.ts";
import { retention } from "../http/idempotency.ts";
import { identityTasks } from "../identity/index.ts";
import { type Clock, days, plus } from "../kernel/clock.ts";
import type { Vault } from "../kernel/vault.ts";
import type { ReminderChecks } from "../notifications/reminder-checks.ts";
import {
  depositionReminderChecks,
  depositionSubscriber,
  depositionTasks,
} from "../products/depositions/index.ts";
import { liveReminderChecks, liveSubscriber, liveTasks } from "../products/live/index.ts";
import {
  mentorshipReminderChecks,
  mentorshipSubscriber,
  mentorshipTasks,
} from "../products/mentorship/index.ts";
import {
  noteExpiredTask,
  purgeSolutions,
  remindReviewersTask,
  retentionTask,
  screeningSubscriber,
  screeningTasks,
} from "../products/screening/index.ts";
import { purgeTickets as purgeRoomTickets, roomSubscriber, roomTasks } from "../rooms/index.ts";
import { recordingCrontab, recordingTasks } from "../rooms/recording/index.ts";
import { purgeTickets } from "../streams/index.ts";
import { webhookSubscriber, webhookTasks } from "../webhooks/index.ts";
import { roomRules } from "./room-rules.ts";

interface Parts {
  config: Config;
  database: Database;
  clock: Clock;
  vault: Vault;
}

/** Who says what follows from events. */
export const subscribers = (clock: Clock): Subscribers => ({
  each: [depositionSubscriber, screeningSubscriber, mentorshipSubscriber, liveSubscriber, roomSubscriber],
  batch: [webhookSubscriber(clock)],
});

/** By which reminders are told apart from those that are true no longer. */
export const reminderChecks: ReminderChecks = {
  ...depositionReminderChecks,
  ...mentorshipReminderChecks,
  ...liveReminderChecks,
};

/** What the server does beside requests that needs nothing but the database. */
export const tasks = ({ config, database, clock, vault }: Parts): Record<string, Task> => {
  const { publicUrl, missedGrace, effectRetention } = config;
  const purge = (since: number, remove: (tx: Parameters<typeof purgeAnswers>[0], before: Date) => unknown) =>
    async function purgeTask() {
      await database.asSystem(async (tx) => remove(tx, plus(clock(), -since)));
    };
  return {
    ...mentorshipTasks({ database, clock, grace: missedGrace, publicUrl }),
    ...liveTasks({ database, clock, publicUrl }),
    ...depositionTasks({ database, clock, publicUrl, vault }),
    ...screeningTasks({ database, clock, vault, publicUrl }),
    ...webhookTasks({ database, clock }),
    ...recordingTasks({ ...roomRules(config.roomGrace), ...config.recordings, database, clock, publicUrl }),
    ...roomTasks({ ...roomRules(config.roomGrace), database, clock }),
    ...identityTasks({ database, clock, vault, publicUrl }),
    "purge-idempotency-keys": purge(retention, purgeAnswers),
    "purge-stream-tickets": purge(0, purgeTickets),
    "purge-room-tickets": purge(0, purgeRoomTickets),
    "purge-proofs-of-work": purge(0, purgeSolutions),
    "purge-effects": purge(days(effectRetention), deleteSettled),
    async [queueTask]() {
      while ((await database.asSystem(queueEffects)) > 0);
    },
  };
};

/** When, in UTC, what is due by the clock alone. */
export const crontab = `13 * * * * purge-idempotency-keys
*/10 * * * * purge-stream-tickets
*/10 * * * * purge-room-tickets
*/10 * * * * purge-proofs-of-work
23 * * * * purge-captured-mails
33 * * * * purge-effects
${recordingCrontab}
* * * * * ${queueTask}
* * * * * ${noteExpiredTask}
47 2 * * * ${retentionTask}
0 7 * * * ${remindReviewersTask}`;
