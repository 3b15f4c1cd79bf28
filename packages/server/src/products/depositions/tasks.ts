import type { Database } from "#database/tenancy.ts";
import type { Task } from "#events/worker.ts";
import type { Clock } from "#kernel/clock.ts";
import type { Vault } from "#kernel/vault.ts";
import type { Lead } from "#notifications/reminders.ts";
import { followWithMeeting } from "./operations/follow-with-meeting.ts";
import { remindInvited } from "./operations/remind-invited.ts";
import { type MeetingWork, sweepMeeting } from "./operations/sweep-meeting.ts";
import { tellInvited } from "./operations/tell-invited.ts";
import { tellStaff } from "./operations/tell-staff.ts";
import type { Waiting } from "./staff-notices.ts";
import { tasks } from "./subscribers.ts";

interface Parts {
  database: Database;
  clock: Clock;
  /** Makes the links of guests, and seals the mails that hold them. */
  vault: Vault;
  /** Where the server is reached: the base of the links in mails. */
  publicUrl: string;
}

/** What depositions do beside requests. */
export const depositionTasks = ({ database, clock, publicUrl, vault }: Parts): Record<string, Task> => ({
  async [tasks.tellInvited]({ organizationId = "", sessionId = "" }) {
    const tell = () =>
      database.asTenant(organizationId, (tx) =>
        tellInvited(tx, { organizationId, sessionId, now: clock(), publicUrl, vault }),
      );
    while (await tell());
  },
  [tasks.remind]: ({ organizationId = "", sessionId = "", lead = "" }) =>
    database.asTenant(organizationId, (tx) =>
      remindInvited(tx, { organizationId, sessionId, now: clock(), publicUrl, vault }, lead as Lead),
    ),
  // As the system, because our staff's mails belong to no organization.
  [tasks.tellStaff]: ({ organizationId = "", sessionId = "", eventId = "", type = "" }) =>
    database.asSystem((tx) =>
      tellStaff(
        tx,
        { organizationId, sessionId, now: clock(), publicUrl },
        { eventId, type: type as Waiting["type"] },
      ),
    ),
});

/** What keeps meetings at their provider in line with their sessions: it waits for others. */
export const depositionMeetingTasks = (work: MeetingWork): Record<string, Task> => ({
  [tasks.followWithMeeting]: ({ organizationId = "", sessionId = "" }) =>
    followWithMeeting(work, { organizationId, sessionId }),
  [tasks.sweepMeeting]: ({ organizationId = "", intentId = "" }) =>
    sweepMeeting(work, { organizationId, id: intentId }),
});
