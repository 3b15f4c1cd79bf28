import type { PlanName } from "./actor.ts";

/** What a plan allows. */
export interface Plan {
  /** The most requests of its members and API keys in a minute, all together; null: as many as they like. */
  requestsPerMinute: number | null;
  /** The most workflow templates that are published at once; null: as many as there are. */
  publishedTemplates: number | null;
  /** The most screening sessions on one page. */
  screeningPageSize: number;
  /** The most screening sessions that prospects start in a minute from one address; null: as many as they like. */
  prospectStartsPerMinute: number | null;
  /** The most of them on one template, from wherever. */
  templateStartsPerMinute: number | null;
}

export const plans: Record<PlanName, Plan> = {
  starter: {
    requestsPerMinute: 600,
    publishedTemplates: 3,
    screeningPageSize: 50,
    prospectStartsPerMinute: 60,
    templateStartsPerMinute: 600,
  },
  team: {
    requestsPerMinute: 3_000,
    publishedTemplates: 25,
    screeningPageSize: 100,
    prospectStartsPerMinute: 300,
    templateStartsPerMinute: 3_000,
  },
  enterprise: {
    requestsPerMinute: null,
    publishedTemplates: null,
    screeningPageSize: 200,
    prospectStartsPerMinute: null,
    templateStartsPerMinute: null,
  },
};

export const planNames = ["starter", "team", "enterprise"] as const satisfies readonly PlanName[];
