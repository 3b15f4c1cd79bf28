import type { ReadContext } from "#database/context.ts";
import type { Paged } from "#database/page.ts";
import type { MentorshipStatus } from "../lifecycle.ts";
import { listMentorships as findMentorships, type Mentorship } from "../mentorships-store.ts";
import { seesAll } from "../policy.ts";

/** One page of the mentorships that the caller may see, and how many there are in all. */
export const listMentorships = (
  { tx, actor }: ReadContext,
  { status, limit = 50, offset = 0 }: { status?: MentorshipStatus; limit?: number; offset?: number },
): Promise<Paged<Mentorship>> =>
  findMentorships(tx, actor.organizationId, {
    viewer: seesAll(actor) ? null : actor.id,
    status,
    limit,
    offset,
  });
