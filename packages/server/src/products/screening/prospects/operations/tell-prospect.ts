import type { Transaction } from "#database/tenancy.ts";
import { type FollowedEvent, follow } from "#events/follow.ts";
import { clearTimer, setTimer } from "#events/jobs.ts";
import { findOrganization } from "#identity/index.ts";
import type { Vault } from "#kernel/vault.ts";
import { causedBy, notifyAll } from "#notifications/notify.ts";
import { holdContact } from "../../contacts/store.ts";
import { prospectNotice } from "../../notices.ts";
import { lockSession, type Session } from "../../store.ts";
import { expiryTimer, type TimedSession, tasks } from "../../subscribers.ts";
import type { ProspectLinks } from "../links.ts";

/** What mails to prospects are made with. */
interface Mailing {
  vault: Vault;
  links: ProspectLinks;
}

/**
 * Tells a prospect who has an address what has happened to their session since they were told last, and sets the
 * timer of its expiry. A session or a contact that is gone by now concerns nobody. Says whether there may be more.
 */
export const tellProspect = (
  tx: Transaction,
  { organizationId, sessionId, now }: TimedSession,
  mailing: Mailing,
): Promise<boolean> =>
  follow(tx, { organizationId, follower: tasks.tellProspect, subjectId: sessionId }, async (events) => {
    // Locked, so that its contact is the one whom it names until they were told.
    const session = await lockSession(tx, organizationId, sessionId, now);
    if (!session) return;
    await setExpiry(tx, organizationId, session, events, now);
    await tell(tx, organizationId, session, events, { ...mailing, now });
  });

async function setExpiry(
  tx: Transaction,
  organizationId: string,
  session: Session,
  events: readonly FollowedEvent[],
  now: Date,
): Promise<void> {
  const timer = expiryTimer(organizationId, session.id);
  const isDecided = session.reviewStatus !== "pending_review" || session.storedStatus === "disqualified";
  if (isDecided) await clearTimer(tx, timer.key);
  else if (events.some(isAlive)) await setTimer(tx, timer, session.expiresAt, now);
}

const isAlive = ({ type }: FollowedEvent): boolean =>
  type === "screening.session.started" || type === "screening.session.completed";

async function tell(
  tx: Transaction,
  organizationId: string,
  session: Session,
  events: readonly FollowedEvent[],
  { vault, links, now }: Mailing & { now: Date },
): Promise<void> {
  // Whoever erases the contact at this moment finds what is planned here, or this finds nobody to tell.
  const contact = await holdContact(tx, organizationId, session.contactId);
  const organization = await findOrganization(tx, organizationId);
  if (!contact || !organization) return;
  const surroundings = {
    organizationName: organization.name,
    statusUrl: links.statusUrl(session.id),
    language: session.language,
  };
  const caused = events.flatMap((event) => {
    const notice = prospectNotice(event, contact, surroundings);
    return causedBy(event, { organizationId, subjectId: session.id }, notice ? [notice] : []);
  });
  await notifyAll(tx, caused, now, vault);
}
