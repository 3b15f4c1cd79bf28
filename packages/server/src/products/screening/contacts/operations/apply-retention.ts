import type { Transaction } from "#database/tenancy.ts";
import { appendByServer } from "#events/append.ts";
import { addJobs } from "#events/jobs.ts";
import { days, plus } from "#kernel/clock.ts";
import { tasks } from "../../subscribers.ts";
import { erase } from "../erasure.ts";
import { type Erasable, hasOtherSessions, lockAbandoned, lockEnded } from "../erasure-store.ts";
import { findForgetful, findSettings } from "../settings-store.ts";
import { lockContacts } from "../store.ts";

/** Organizations, and sessions or contacts, in one transaction. */
const organizationsAtOnce = 100;
const erasedAtOnce = 50;

/**
 * Adds a job for each organization, after this one, that keeps sessions only for so long. Says which was the last;
 * null when there are no more.
 */
export async function findForgetfulOrganizations(
  tx: Transaction,
  after: string | null,
): Promise<string | null> {
  const ids = await findForgetful(tx, { after, limit: organizationsAtOnce });
  await addJobs(
    tx,
    ids.map((organizationId) => ({
      task: tasks.applyRetention,
      key: `${tasks.applyRetention}:${organizationId}`,
      payload: { organizationId },
    })),
  );
  return ids.length === organizationsAtOnce ? (ids.at(-1) ?? null) : null;
}

interface Organization {
  organizationId: string;
  now: Date;
}

/**
 * Erases some of what an organization has kept for as long as it wants to: sessions that ended so long ago, and contacts
 * who have no other and of whom nothing was learnt since. Says whether there may be more.
 */
export async function applyRetention(
  tx: Transaction,
  { organizationId, now }: Organization,
): Promise<boolean> {
  const { retentionDays } = await findSettings(tx, organizationId);
  if (retentionDays === null) return false;
  const part = { by: plus(now, -days(retentionDays)), limit: erasedAtOnce };
  const ended = await lockEnded(tx, organizationId, part);
  const sessionsOf = Map.groupBy(ended, ({ contactId }) => contactId);
  if (ended.length === 0) {
    for (const { id } of await lockAbandoned(tx, organizationId, part)) sessionsOf.set(id, []);
  }
  for (const [contactId, sessions] of [...sessionsOf].sort())
    await eraseOld(tx, { organizationId, now, by: part.by }, contactId, sessions);
  return sessionsOf.size > 0;
}

async function eraseOld(
  tx: Transaction,
  { organizationId, now, by }: Organization & { by: Date },
  contactId: string,
  sessions: readonly Erasable[],
): Promise<void> {
  const [contact] = await lockContacts(tx, organizationId, [contactId]);
  if (!contact) return;
  const sessionIds = sessions.map(({ id }) => id);
  // Locked as the contact is, no session joins it any more.
  const isOver =
    contact.updatedAt <= by && !(await hasOtherSessions(tx, organizationId, contactId, sessionIds));
  const contactErased = contact.erasedAt === null && isOver;
  if (!contactErased && sessions.length === 0) return;
  const append = (events: Parameters<typeof appendByServer>[1]) =>
    appendByServer({ tx, organizationId, now, task: tasks.applyRetention }, events);
  await erase(
    {
      ...{ tx, organizationId, now, append },
      reason: "retention",
      requestedBy: { kind: "system", id: null },
    },
    { contactId, contactErased, sessions },
  );
}
