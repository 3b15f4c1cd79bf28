import type { Transaction } from "#database/tenancy.ts";
import { follow } from "#events/follow.ts";
import { findOrganization, findReaders } from "#identity/index.ts";
import { causedBy, notifyAll } from "#notifications/notify.ts";
import { findMembers, findMentorship } from "../mentorships-store.ts";
import { pairNotices } from "../pair-notices.ts";
import { tasks } from "../subscribers.ts";

interface Telling {
  organizationId: string;
  mentorshipId: string;
  now: Date;
  /** Where browsers reach the server. */
  publicUrl: string;
}

/**
 * Tells coach and teacher what became of their mentorship since they were told last, unless they are members no
 * longer. Says whether there may be more.
 */
export function tellOfMentorship(
  tx: Transaction,
  { organizationId, mentorshipId, now, publicUrl }: Telling,
): Promise<boolean> {
  const following = { organizationId, follower: tasks.tellOfMentorship, subjectId: mentorshipId };
  return follow(tx, following, async (events) => {
    const mentorship = await findMentorship(tx, organizationId, mentorshipId);
    const organization = await findOrganization(tx, organizationId);
    if (!mentorship || !organization) return;
    const ids = [mentorship.coachId, mentorship.teacherId];
    const readers = await findReaders(tx, ids);
    const [coach, teacher] = ids.map((id) => readers.find((reader) => reader.id === id));
    if (!coach || !teacher) return;
    const members = await findMembers(tx, organizationId, ids);
    const pair = { mentorshipId, coach, teacher, organization: organization.name, publicUrl };
    const caused = events.flatMap((event) => {
      const notices = pairNotices(pair, event).filter(({ to }) =>
        members.some((member) => member.id === to.id),
      );
      return causedBy(event, { organizationId, subjectId: mentorshipId }, notices);
    });
    await notifyAll(tx, caused, now);
  });
}
