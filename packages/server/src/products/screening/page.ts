import type { Actor } from "#kernel/actor.ts";
import { plans } from "#kernel/plans.ts";

export interface Page {
  page: number;
  limit: number;
  offset: number;
}

/** The page that a query asks for. More than the plan allows on one page is lowered to what it allows. */
export function pageFor(actor: Actor, { page = 1, limit = 20 }: { page?: number; limit?: number }): Page {
  const allowed = Math.min(limit, plans[actor.plan].screeningPageSize);
  return { page, limit: allowed, offset: (page - 1) * allowed };
}
