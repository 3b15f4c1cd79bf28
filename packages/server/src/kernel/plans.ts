import type { PlanName } from "./actor.ts";

/** What a plan allows. */
export interface Plan {
  /** The most screening sessions on one page. */
  screeningPageSize: number;
  /** The most screening sessions that prospects start in a minute from one address; null: as many as they like. */
  prospectStartsPerMinute: number | null;
}

export const plans: Record<PlanName, Plan> = {
  starter: { screeningPageSize: 50, prospectStartsPerMinute: 60 },
  team: { screeningPageSize: 100, prospectStartsPerMinute: 300 },
  enterprise: { screeningPageSize: 200, prospectStartsPerMinute: null },
};

export const planNames = ["starter", "team", "enterprise"] as const satisfies readonly PlanName[];
