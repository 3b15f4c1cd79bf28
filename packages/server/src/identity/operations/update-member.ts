import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { refuse } from "#kernel/errors.ts";
import type { MemberRole } from "#kernel/roles.ts";
import { keepAdministrator, lockMember } from "../last-administrator.ts";
import { type Member, updateRole } from "../members-store.ts";
import { mayGrant } from "../policy.ts";

/** Changes a member's role. Setting the role that they have is no change. */
export async function updateMember(context: Context, personId: string, role: MemberRole): Promise<Member> {
  const { tx, actor } = context;
  if (!mayGrant(actor, role)) throw refuse("forbidden", "it takes the role OrganizationAdmin");
  const before = await lockMember(context, personId);
  if (before.role === role) return before;
  await keepAdministrator(context, before);
  const { role: from } = before;
  if (!(await updateRole(tx, actor.organizationId, personId, { from, to: role }))) {
    throw refuse("conflict", "the member was changed by somebody else at the same moment");
  }
  append(context, {
    type: "member.role_changed",
    subjectId: personId,
    payload: { personId, from, to: role },
  });
  return { ...before, role };
}
