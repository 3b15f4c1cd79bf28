import type { Transaction } from "#database/tenancy.ts";
import type { PlannedEffect } from "#effects/effect.ts";
import { planEffects } from "#effects/plan.ts";
import { emailKey } from "#kernel/email.ts";
import type { Cause, Notice } from "./notice.ts";
import { findOptOuts } from "./opt-outs-store.ts";

/**
 * Tells people something, in the transaction of what they are told of: one e-mail for each notice, and one push for
 * each device of theirs. Telling the same again for the same cause tells nobody twice. Who wants no reminders gets none.
 */
export async function notify(
  tx: Transaction,
  cause: Cause,
  notices: readonly Notice[],
  now: Date,
): Promise<void> {
  const silent = await silentAddresses(tx, cause.organizationId, notices);
  const wanted = notices.filter((notice) => !notice.isReminder || !silent.has(emailKey(notice.to.email)));
  await planEffects(
    tx,
    wanted.map((notice) => emailOf(cause, notice)),
    now,
  );
}

async function silentAddresses(
  tx: Transaction,
  organizationId: string,
  notices: readonly Notice[],
): Promise<Set<string>> {
  const keys = notices.filter((notice) => notice.isReminder).map((notice) => emailKey(notice.to.email));
  return keys.length === 0 ? new Set() : findOptOuts(tx, organizationId, keys);
}

const emailOf = (cause: Cause, notice: Notice): PlannedEffect => ({
  ...cause,
  channel: "email",
  kind: notice.kind,
  recipient: `${notice.to.kind}:${notice.to.id}`,
  address: notice.to.email,
  content: JSON.stringify(notice),
  sealed: false,
});
