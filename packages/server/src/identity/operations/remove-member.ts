import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { refuse } from "#kernel/errors.ts";
import { keepAdministrator, lockMember } from "../last-administrator.ts";
import { deleteMember, type Member } from "../members-store.ts";
import { mayAdminister } from "../policy.ts";

/** Removes a member. Their account stays, and so does what they did. */
export async function removeMember(context: Context, personId: string): Promise<Member> {
  const { tx, actor } = context;
  if (!mayAdminister(actor)) throw refuse("forbidden", "it takes the role OrganizationAdmin");
  const member = await lockMember(context, personId);
  await keepAdministrator(context, member);
  await deleteMember(tx, actor.organizationId, personId);
  append(context, { type: "member.removed", subjectId: personId, payload: { personId } });
  return member;
}
