import type { Target } from "../load.ts";
import { type Callers, ownersOf } from "../routes/callers.ts";
import type { GrownWorld } from "./grow.ts";

/** One request, as it is asked of a world of any size. */
export interface GrowthCase {
  what: string;
  target: Omit<Target, "origin">;
  note?: string;
}

const days = 86_400_000;

/** All that the documents ask of lists, for somebody who sees everything, and what a coach sees. */
export function inOneOrganization(world: GrownWorld): GrowthCase[] {
  const { grown, window, coaches, ids } = world;
  const admin = ownersOf(world, [{ id: "", organizationId: world.organizationId }]);
  const coach: Callers = { ...admin, lists: { ...admin.lists, tokens: [coaches[0]?.token ?? ""] } };
  const mentorship = (query: string, callers = admin) => get(`/api/sessions?limit=50${query}`, callers);
  const screening = (query: string, callers = admin) => get(`/api/v1/sessions?limit=50${query}`, callers);
  const { from, to } = window;
  return [
    {
      what: "mentorship item",
      target: get("/api/sessions/{ids}", ownersOf(world, grown.mentorshipSessions)),
    },
    { what: "mentorship, first page", target: mentorship("") },
    { what: "mentorship, tenth page", target: mentorship("&offset=450") },
    { what: "mentorship, one status", target: mentorship("&status=scheduled") },
    {
      what: "mentorship, one mentorship",
      target: mentorship("&mentorshipId={ids}", ownersOf(world, grown.mentorships)),
    },
    {
      what: "mentorship, a window of time",
      target: mentorship(`&from=${from}&to=${to}`),
      note: "a window that holds 500 sessions at each size: they are counted one by one",
    },
    {
      what: "mentorship, a coach's own",
      target: mentorship("", coach),
      note: "the coach has twenty mentorships at each size",
    },
    { what: "mentorship, a coach's own of one status", target: mentorship("&status=completed", coach) },
    { what: "mentorship, total", target: get("/api/sessions?limit=1&offset=0", admin) },
    {
      what: "screening item",
      target: get("/api/v1/sessions/{ids}", ownersOf(world, grown.screeningSessions)),
    },
    { what: "screening, first page", target: screening("") },
    { what: "screening, tenth page", target: screening("&page=10") },
    { what: "screening, active", target: screening("&status=active") },
    { what: "screening, completed", target: screening("&status=completed") },
    { what: "screening, expired", target: screening("&status=expired") },
    { what: "screening, one review status", target: screening("&reviewStatus=pending_review") },
    { what: "screening, one template", target: screening(`&workflowTemplateId=${ids.workflowTemplate}`) },
    {
      what: "screening, one contact",
      target: screening("&contactId={ids}", ownersOf(world, grown.contacts)),
    },
    { what: "screening, total", target: get("/api/v1/sessions?limit=1", admin) },
    { what: "screening, counts for reviewers", target: get("/api/v1/screening_counts", admin) },
    schedule(world),
  ];
}

/** The next request is of another organization. */
export function inThousand(world: GrownWorld): GrowthCase[] {
  const { grown, organizations } = world;
  const everyAdmin = ownersOf(
    world,
    organizations.map(({ id }) => ({ id, organizationId: id })),
  );
  return [
    {
      what: "mentorship item",
      target: get("/api/sessions/{ids}", ownersOf(world, grown.mentorshipSessions)),
    },
    { what: "mentorship, first page", target: get("/api/sessions?limit=10", everyAdmin), note: tenOfEach },
    {
      what: "mentorship, one status",
      target: get("/api/sessions?limit=1&status=scheduled", everyAdmin),
      note: oneOfEach,
    },
    {
      what: "mentorship, one mentorship",
      target: get("/api/sessions?limit=10&mentorshipId={ids}", ownersOf(world, grown.mentorships)),
      note: tenOfEach,
    },
    {
      what: "screening item",
      target: get("/api/v1/sessions/{ids}", ownersOf(world, grown.screeningSessions)),
    },
    { what: "screening, first page", target: get("/api/v1/sessions?limit=10", everyAdmin), note: tenOfEach },
    {
      what: "screening, completed",
      target: get("/api/v1/sessions?limit=1&status=completed", everyAdmin),
      note: oneOfEach,
    },
    schedule(world),
  ];
}

const tenOfEach = "pages of ten: an organization has ten sessions at the least size";
const oneOfEach = "pages of one, with the total: at the least size an organization has few of one status";

const get = (path: string, callers: Callers): Omit<Target, "origin"> => ({
  ...{ method: "GET", path, headers: callers.convene, lists: callers.lists },
});

/** Each request at a quarter of an hour of its own, long after all others. */
function schedule(world: GrownWorld): GrowthCase {
  const callers = ownersOf(world, world.grown.mentorships);
  return {
    what: "mentorship, create",
    target: {
      ...{ method: "POST", path: "/api/sessions", lists: callers.lists, expected: [201] },
      headers: { ...callers.convene, "idempotency-key": "{uuid}" },
      body: { mentorshipId: "{ids}", scheduledAt: "{time}", durationMinutes: 15, timezone: "Europe/Madrid" },
      times: { start: Date.now() + 1_000 * days, step: 900_000 },
    },
    note: "with the constraint of a quarter of an hour, its event and what follows from it",
  };
}
