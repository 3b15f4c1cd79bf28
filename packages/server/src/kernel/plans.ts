import type { PlanName } from "./actor.ts";

/** What a plan allows. */
export interface Plan {
  /** The most screening sessions on one page. */
  screeningPageSize: number;
}

export const plans: Record<PlanName, Plan> = {
  starter: { screeningPageSize: 50 },
  team: { screeningPageSize: 100 },
  enterprise: { screeningPageSize: 200 },
};

export const planNames = ["starter", "team", "enterprise"] as const satisfies readonly PlanName[];
