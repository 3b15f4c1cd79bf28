import { minutes } from "../src/kernel/clock.ts";
import type { Api, Response } from "./api.ts";
import type { TestServer } from "./server.ts";

/** Everybody who can stand towards a mentorship, each with a client of their own. */
export type Seat =
  | "teacher"
  | "coach"
  | "otherTeacher"
  | "otherCoach"
  | "manager"
  | "admin"
  | "platformAdmin"
  | "key";

export interface MentorshipWorld {
  organizationId: string;
  mentorshipId: string;
  ids: Record<Seat, string>;
  as: Record<Seat, Api>;
  /** Schedules a call as the coach, `minutesAhead` from now, and takes it to a status. Returns its id. */
  session(minutesAhead: number, status?: string): Promise<string>;
  /** Minutes from now for one more call, far from every other that `ahead` gave. */
  ahead(): number;
  /** A request body that schedules a call `minutesAhead` from now. */
  plan(minutesAhead: number, more?: object): object;
  /** The events of one subject, oldest version first. */
  events(subjectId: string): Promise<{ type: string; version: number; payload: object; actor_id: string }[]>;
}

/** An organization with one active mentorship, and people with every role in and around it. */
export async function buildMentorshipWorld(server: TestServer): Promise<MentorshipWorld> {
  const { build, clock, db } = server;
  const organizationId = await build.organization();
  const platformAdmin = await build.person({ platformAdmin: true, organizationId });
  const people = {
    teacher: await build.member(organizationId, "Teacher"),
    coach: await build.member(organizationId, "Coach"),
    otherTeacher: await build.member(organizationId, "Teacher"),
    otherCoach: await build.member(organizationId, "Coach"),
    manager: await build.member(organizationId, "Manager"),
    admin: await build.member(organizationId, "OrganizationAdmin"),
    platformAdmin,
  };
  const key = await build.apiKey(organizationId, ["mentorship:read", "mentorship:write"]);
  const mentorshipId = await build.mentorship(organizationId, people.coach.id, people.teacher.id);
  const everybody = Object.entries({ ...people, key: { id: key.id, token: key.text } });
  const ids = Object.fromEntries(everybody.map(([seat, { id }]) => [seat, id])) as Record<Seat, string>;
  const as = Object.fromEntries(everybody.map(([seat, { token }]) => [seat, server.api(token)])) as Record<
    Seat,
    Api
  >;
  const plan = (minutesAhead: number, more: object = {}) => ({
    mentorshipId,
    scheduledAt: at(clock(), minutesAhead),
    ...more,
  });
  let last = 0;
  return {
    organizationId,
    mentorshipId,
    ids,
    as,
    plan,
    ahead() {
      last += 100;
      return last;
    },
    async session(minutesAhead, status = "scheduled") {
      const { id } = must(201, await as.coach.post("/api/sessions", plan(minutesAhead))).data;
      for (const step of wayTo[status] ?? []) {
        must(200, await as.manager.patch(`/api/sessions/${id}`, { status: step }));
      }
      return id;
    },
    events: (subjectId) =>
      db.query("select type, version, payload, actor_id from events where subject_id = $1 order by version", [
        subjectId,
      ]),
  };
}

const wayTo: Record<string, string[]> = {
  scheduled: [],
  confirmed: ["confirmed"],
  completed: ["confirmed", "completed"],
  missed: ["confirmed", "missed"],
  cancelled: ["cancelled"],
};

/** The instant `minutesAhead` of `now`, as RFC 3339. */
export const at = (now: Date, minutesAhead: number): string =>
  new Date(now.getTime() + minutes(minutesAhead)).toISOString();

/** The body of an answer that must have this status. */
export function must(status: number, response: Response): Response["body"] {
  if (response.status === status) return response.body;
  throw new Error(`expected ${status} but got ${response.status}: ${JSON.stringify(response.body)}`);
}
