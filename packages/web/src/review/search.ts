import type { Filter, QueueState } from "./queue.ts";

/** What of the review stands in its address: which sessions are listed. */
export interface ReviewSearch {
  state?: QueueState;
  template?: string;
}

export const queueStates: readonly QueueState[] = [
  "waiting",
  "approved",
  "denied",
  "active",
  "expired",
  "disqualified",
];

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads an address; what it says otherwise is left out. */
export function reviewSearch({ state, template }: Record<string, unknown>): ReviewSearch {
  const known = queueStates.find((one) => one === state && one !== "waiting");
  const isTemplate = typeof template === "string" && uuid.test(template);
  return { ...(known && { state: known }), ...(isTemplate && { template }) };
}

/** What the address asks for; those that wait, of all templates, where it says nothing. */
export const filterOf = ({ state = "waiting", template }: ReviewSearch): Filter => ({
  state,
  workflowTemplateId: template,
});

/** The address of a file of what is listed: its filters are those of the sessions API. */
export function exportPath({ state, workflowTemplateId }: Filter): string {
  const query = new URLSearchParams(exported[state]);
  if (workflowTemplateId) query.set("workflowTemplateId", workflowTemplateId);
  return `/api/v1/screening_sessions.csv?${query}`;
}

const exported: Record<QueueState, Record<string, string>> = {
  waiting: { status: "completed", reviewStatus: "pending_review" },
  approved: { reviewStatus: "approved" },
  denied: { reviewStatus: "denied" },
  active: { status: "active" },
  expired: { status: "expired" },
  disqualified: { status: "expired" },
};
