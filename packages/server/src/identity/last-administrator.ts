import type { Context } from "#database/context.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { countAdministrators, findMember, type Member } from "./members-store.ts";
import { lockOrganization } from "./organizations-store.ts";

/**
 * A member who stays as they are until the transaction ends. The lock is on the organization: two administrators
 * who demote each other at once lock different members, and would leave nobody.
 */
export async function lockMember({ tx, actor }: Context, personId: string): Promise<Member> {
  await lockOrganization(tx, actor.organizationId);
  const member = await findMember(tx, actor.organizationId, personId);
  if (!member) throw notFound("member");
  return member;
}

/** Refuses to let the last OrganizationAdmin go. */
export async function keepAdministrator({ tx, actor }: Context, leaving: Member): Promise<void> {
  if (leaving.role !== "OrganizationAdmin") return;
  if ((await countAdministrators(tx, actor.organizationId)) > 1) return;
  throw refuse("conflict", "the organization would be left without an OrganizationAdmin");
}
