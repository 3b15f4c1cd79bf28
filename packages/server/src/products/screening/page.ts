import type { Page } from "#database/page.ts";
import type { Actor } from "#kernel/actor.ts";
import { plans } from "#kernel/plans.ts";

export interface NumberedPage extends Page {
  /** From 1. */
  page: number;
}

/** The page that a query asks for. More than the plan allows on one page is lowered to what it allows. */
export function pageFor(
  actor: Actor,
  { page = 1, limit = 20 }: { page?: number; limit?: number },
): NumberedPage {
  const allowed = Math.min(limit, plans[actor.plan].screeningPageSize);
  return { page, limit: allowed, offset: (page - 1) * allowed };
}
