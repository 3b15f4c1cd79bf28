import type { Transaction } from "#database/tenancy.ts";
import { findOrganization, findReaders } from "#identity/index.ts";
import { nobodysOrganization } from "#notifications/notice.ts";
import { notify } from "#notifications/notify.ts";
import { findStaffIds } from "../guests-store.ts";
import { staffNotice, type Waiting } from "../staff-notices.ts";
import { findSession } from "../store.ts";
import type { TimedSession } from "../subscribers.ts";

interface Asked {
  eventId: string;
  type: Waiting["type"];
}

/**
 * Tells our staff that something waits for their decision. The mails belong to no organization: who the operator's
 * people are is not the organization's to see.
 */
export async function tellStaff(
  tx: Transaction,
  { organizationId, sessionId, now }: TimedSession,
  { eventId, type }: Asked,
): Promise<void> {
  const session = await findSession(tx, organizationId, sessionId);
  const organization = await findOrganization(tx, organizationId);
  if (!session || !organization) return;
  const readers = await findReaders(tx, await findStaffIds(tx));
  const waiting = { type, session, organizationName: organization.name };
  const cause = { organizationId: nobodysOrganization, eventId, cause: eventId, subjectId: sessionId };
  await notify(
    tx,
    cause,
    readers.map((reader) => staffNotice(waiting, reader)),
    now,
  );
}
