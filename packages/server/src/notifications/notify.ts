import type { Transaction } from "#database/tenancy.ts";
import type { PlannedEffect } from "#effects/effect.ts";
import { planEffects } from "#effects/plan.ts";
import { dropWaiting } from "#effects/store.ts";
import { emailKey } from "#kernel/email.ts";
import type { Vault } from "#kernel/vault.ts";
import { findDevicesOf } from "./devices-store.ts";
import type { Cause, Notice, Recipient } from "./notice.ts";
import { findOptOuts } from "./opt-outs-store.ts";
import { pushesOf } from "./push.ts";

/**
 * Tells people something, in the transaction of what they are told of: one e-mail for each notice, and one push for
 * each device of theirs. Telling the same again for the same cause tells nobody twice. Who wants no reminders gets none.
 * Notices that have a secret need the vault.
 */
export const notify = (
  tx: Transaction,
  cause: Cause,
  notices: readonly Notice[],
  now: Date,
  vault: Vault | null = null,
): Promise<void> =>
  notifyAll(
    tx,
    notices.map((notice) => ({ cause, notice })),
    now,
    vault,
  );

/** A notice, and what it follows from. */
export interface CausedNotice {
  cause: Cause;
  notice: Notice;
}

/** What is told of an event, for that event. */
export function causedBy(
  { id }: { id: string },
  { organizationId, subjectId }: Pick<Cause, "organizationId" | "subjectId">,
  notices: readonly Notice[],
): CausedNotice[] {
  const cause = { organizationId, eventId: id, cause: id, subjectId };
  return notices.map((notice) => ({ cause, notice }));
}

/** The same for several causes of one organization, in their order, in the round trips of one. */
export async function notifyAll(
  tx: Transaction,
  notices: readonly CausedNotice[],
  now: Date,
  vault: Vault | null = null,
): Promise<void> {
  const [first] = notices;
  if (!first) return;
  const { organizationId } = first.cause;
  const silent = await silentAddresses(tx, organizationId, notices);
  const wanted = notices.filter(({ notice }) => !notice.isReminder || !silent.has(emailKey(notice.to.email)));
  const emails = wanted.map((one) => (one.notice.hasSecret ? sealed(emailOf(one), vault) : emailOf(one)));
  await planEffects(tx, [...emails, ...(await planPushes(tx, organizationId, wanted, now))], now);
}

/** Devices are looked up once, for all whom the notices are for. */
async function planPushes(
  tx: Transaction,
  organizationId: string,
  notices: readonly CausedNotice[],
  now: Date,
): Promise<PlannedEffect[]> {
  const pushed = notices.flatMap(({ cause, notice }) => {
    const personId = personOf(notice.to);
    return notice.withPush && personId !== undefined ? [{ cause, notice, personId }] : [];
  });
  if (pushed.length === 0) return [];
  const personIds = [...new Set(pushed.map(({ personId }) => personId))];
  const devices = await findDevicesOf(tx, organizationId, personIds, now);
  return pushed.flatMap(({ cause, notice, personId }) =>
    pushesOf(cause, notice, devices.get(personId) ?? [], now),
  );
}

const personOf = ({ kind, id, personId }: Recipient): string | undefined =>
  kind === "person" ? id : personId;

/**
 * The same for a notice with a secret in it, such as a link that sets a password: by e-mail alone, sealed for as
 * long as it waits, and gone from the database once it was sent or given up.
 */
export async function notifySecretly(
  tx: Transaction,
  vault: Vault,
  cause: Cause,
  notice: Notice,
  now: Date,
): Promise<void> {
  await planEffects(tx, [sealed(emailOf({ cause, notice }), vault)], now);
}

function sealed(email: PlannedEffect, vault: Vault | null): PlannedEffect {
  if (!vault) throw new Error("a notice with a secret needs the vault");
  return { ...email, content: vault.seal(email.content), sealed: true };
}

/** Takes back the e-mails about one subject that its recipient has not been sent yet. */
export const withdrawNotices = (
  tx: Transaction,
  { organizationId, subjectId }: Pick<Cause, "organizationId" | "subjectId">,
  to: Pick<Recipient, "kind" | "id">,
  now: Date,
): Promise<void> =>
  dropWaiting(tx, { organizationId, channel: "email", recipient: recipientOf(to), subjectId }, now);

async function silentAddresses(
  tx: Transaction,
  organizationId: string,
  notices: readonly CausedNotice[],
): Promise<Set<string>> {
  const keys = notices
    .filter(({ notice }) => notice.isReminder)
    .map(({ notice }) => emailKey(notice.to.email));
  return keys.length === 0 ? new Set() : findOptOuts(tx, organizationId, keys);
}

const emailOf = ({ cause, notice }: CausedNotice): PlannedEffect => ({
  ...cause,
  channel: "email",
  kind: notice.kind,
  recipient: recipientOf(notice.to),
  address: notice.to.email,
  content: JSON.stringify(notice),
  sealed: false,
});

const recipientOf = ({ kind, id }: Pick<Recipient, "kind" | "id">): string => `${kind}:${id}`;
