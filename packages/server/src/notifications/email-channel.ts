import type { Database } from "#database/tenancy.ts";
import type { Channel, Effect } from "#effects/effect.ts";
import { type Clock, hours, minutes } from "#kernel/clock.ts";
import { emailKey } from "#kernel/email.ts";
import { type Letterhead, makeMail } from "./mail.ts";
import type { MailPort } from "./mail-port.ts";
import type { Notice } from "./notice.ts";
import { findOptOuts } from "./opt-outs-store.ts";
import { isStillTrue, type ReminderChecks } from "./reminder-checks.ts";

interface Parts {
  database: Database;
  clock: Clock;
  port: MailPort;
  letterhead: Letterhead;
  reminderChecks: ReminderChecks;
  /** E-mails at once from this process. */
  atOnce: number;
}

/**
 * About four days in all, as mail servers themselves give up (RFC 5321, 4.5.4.1). Never longer than four hours, so
 * that a server that is back after a day is found soon.
 */
const pauses = [
  minutes(1),
  minutes(5),
  minutes(15),
  minutes(30),
  hours(1),
  hours(2),
  ...Array.from({ length: 24 }, () => hours(4)),
];

/** E-mail: the content of its effects is a notice, which becomes a message only when it is sent. */
export const emailChannel = (parts: Parts): Channel => ({
  atOnce: parts.atOnce,
  pauses,
  async deliver(effect) {
    const notice = effect.content as Notice;
    const detail = await whyNot(parts, effect, notice);
    if (detail) return { result: "dropped", detail };
    return parts.port.send(await makeMail(effect, notice, parts.letterhead));
  },
});

/** Why a mail that was planned is not sent any more; null for one that is. */
async function whyNot(
  { database, clock, reminderChecks }: Parts,
  effect: Effect,
  notice: Notice,
): Promise<string | null> {
  const { isReminder, to, staleAt } = notice;
  if (staleAt && clock() >= new Date(staleAt)) return "it would have come too late";
  if (!isReminder) return null;
  const { organizationId } = effect;
  const key = emailKey(to.email);
  return database.asTenant(organizationId, async (tx) => {
    const silent = await findOptOuts(tx, organizationId, [key]);
    if (silent.has(key)) return "the recipient wants no reminders";
    return (await isStillTrue(tx, reminderChecks, effect, notice)) ? null : "it is true no longer";
  });
}
