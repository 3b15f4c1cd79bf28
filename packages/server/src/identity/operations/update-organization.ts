import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import type { UpdateOrganization } from "../organization-schema.ts";
import {
  lockOrganization,
  type Organization,
  updateOrganization as saveOrganization,
} from "../organizations-store.ts";
import { mayAdminister, maySetTerms } from "../policy.ts";

/** Changes an organization's name, plan or self-service setting. Setting what it is changes nothing. */
export async function updateOrganization(
  context: Context,
  update: UpdateOrganization,
): Promise<Organization> {
  const { tx, actor, now } = context;
  if (!mayAdminister(actor)) throw refuse("forbidden", "it takes the role OrganizationAdmin");
  const setsTerms = update.plan !== undefined || update.selfService !== undefined;
  if (setsTerms && !maySetTerms(actor)) {
    throw refuse("forbidden", "plan and selfService are for PlatformAdmin to change");
  }
  const before = await lockOrganization(tx, actor.organizationId);
  if (!before) throw notFound("organization");
  const { name = before.name, plan = before.plan, selfService = before.selfService } = update;
  const after = { ...before, name, plan, selfService, updatedAt: now };
  const changed = (["name", "plan", "selfService"] as const).filter(
    (member) => before[member] !== after[member],
  );
  if (changed.length === 0) return before;
  await saveOrganization(tx, after);
  append(context, { type: "organization.changed", subjectId: after.id, payload: { changed } });
  return after;
}
