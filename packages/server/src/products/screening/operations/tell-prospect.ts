import type { Transaction } from "#database/tenancy.ts";
import { type FollowedEvent, follow } from "#events/follow.ts";
import { clearTimer, setTimer } from "#events/jobs.ts";
import { findOrganization } from "#identity/index.ts";
import { notify } from "#notifications/notify.ts";
import { findContact } from "../contact-store.ts";
import { prospectNotice } from "../notices.ts";
import { findSession, type Session } from "../store.ts";
import { expiryTimer, type TimedSession, tasks } from "../subscribers.ts";

/**
 * Tells a prospect who has an address what has happened to their session since they were told last, and sets the
 * timer of its expiry. A session or a contact that is gone by now concerns nobody. Says whether there may be more.
 */
export const tellProspect = (
  tx: Transaction,
  { organizationId, sessionId, now }: TimedSession,
): Promise<boolean> =>
  follow(tx, { organizationId, follower: tasks.tellProspect, subjectId: sessionId }, async (events) => {
    const session = await findSession(tx, organizationId, sessionId, now);
    if (!session) return;
    await setExpiry(tx, organizationId, session, events, now);
    await tell(tx, organizationId, session, events, now);
  });

async function setExpiry(
  tx: Transaction,
  organizationId: string,
  session: Session,
  events: readonly FollowedEvent[],
  now: Date,
): Promise<void> {
  const timer = expiryTimer(organizationId, session.id);
  if (session.reviewStatus !== "pending_review") await clearTimer(tx, timer.key);
  else if (events.some(isAlive)) await setTimer(tx, timer, session.expiresAt, now);
}

const isAlive = ({ type }: FollowedEvent): boolean =>
  type === "screening.session.started" || type === "screening.session.completed";

async function tell(
  tx: Transaction,
  organizationId: string,
  session: Session,
  events: readonly FollowedEvent[],
  now: Date,
): Promise<void> {
  const contact = await findContact(tx, organizationId, session.contactId);
  const organization = await findOrganization(tx, organizationId);
  if (!contact || !organization) return;
  for (const event of events) {
    const notice = prospectNotice(event, contact, organization.name);
    const cause = { organizationId, eventId: event.id, cause: event.id, subjectId: session.id };
    if (notice) await notify(tx, cause, [notice], now);
  }
}
