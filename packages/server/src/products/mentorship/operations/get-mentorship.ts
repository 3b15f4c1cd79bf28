import type { ReadContext } from "#database/context.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { findMentorship, type Mentorship } from "../mentorships-store.ts";
import { mayView } from "../policy.ts";

/** One mentorship, for those who may see it. */
export async function getMentorship({ tx, actor }: ReadContext, id: string): Promise<Mentorship> {
  const mentorship = await findMentorship(tx, actor.organizationId, id);
  if (!mentorship) throw notFound("mentorship");
  if (!mayView(actor, mentorship)) throw refuse("forbidden", "you take no part in this mentorship");
  return mentorship;
}
