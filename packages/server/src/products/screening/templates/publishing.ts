import type { Context } from "#database/context.ts";
import { refuse } from "#kernel/errors.ts";
import { plans } from "#kernel/plans.ts";
import type { TemplateStatus } from "../lifecycle.ts";
import { lockPublished } from "./publishing-store.ts";

/**
 * Refuses to publish one more workflow template than the organization's plan allows. What is published already stays
 * so, whatever the plan is now.
 */
export async function checkPublishing(
  { tx, actor }: Context,
  { from, to }: { from: TemplateStatus; to: TemplateStatus },
): Promise<void> {
  const most = plans[actor.plan].publishedTemplates;
  if (from === to || to !== "published" || most === null) return;
  if ((await lockPublished(tx, actor.organizationId)) < most) return;
  throw refuse("plan_limit", `this organization's plan allows ${most} published workflow templates`);
}
