import { days, hours, plus } from "../kernel/clock.ts";
import type { Call } from "./call.ts";
import type { Demo } from "./demo.ts";

type People = Record<keyof Demo["users"], { id: string; token: string }>;

/** A whole hour, some days from now. */
const at = (now: Date, inDays: number, hour: number): string =>
  plus(new Date(now.toISOString().slice(0, 10)), days(inDays) + hours(hour)).toISOString();

/** Two coaches with their teachers, a paused mentorship, another organization's, and sessions in several statuses. */
export async function fillMentorship(
  call: Call,
  users: People,
  foreign: { organizationId: string; coachId: string; teacherId: string },
  now: Date,
): Promise<Demo["mentorships"]> {
  const { manager, coach, teacher, otherCoach, otherTeacher, platformAdmin } = users;
  const pair = async (coachId: string, teacherId: string): Promise<string> => {
    const body = { coachId, teacherId, status: "active" };
    return (await call(manager.token, "POST", "/api/mentorships", body)).data.id;
  };
  const active = await pair(coach.id, teacher.id);
  const paused = await pair(coach.id, teacher.id);
  const others = await pair(otherCoach.id, otherTeacher.id);
  await call(manager.token, "PATCH", `/api/mentorships/${paused}`, { status: "paused" });
  const { organizationId, coachId, teacherId } = foreign;
  const abroad = { coachId, teacherId, status: "active" };
  const created = await call(platformAdmin.token, "POST", "/api/mentorships", abroad, organizationId);

  const schedule = async (
    mentorshipId: string,
    token: string,
    inDays: number,
    notes: string,
  ): Promise<string> => {
    const body = { mentorshipId, scheduledAt: at(now, inDays, 15), timezone: "America/Panama", notes };
    return (await call(token, "POST", "/api/sessions", body)).data.id;
  };
  const confirmed = await schedule(active, coach.token, 2, "Lesson plans for the new term");
  await call(teacher.token, "PATCH", `/api/sessions/${confirmed}`, { status: "confirmed" });
  const held = await schedule(active, coach.token, 1, "Getting to know each other");
  await call(teacher.token, "PATCH", `/api/sessions/${held}`, { status: "confirmed" });
  await call(coach.token, "PATCH", `/api/sessions/${held}`, { status: "completed" });
  await schedule(active, coach.token, 9, "Classroom observation");
  await schedule(others, otherCoach.token, 3, "Reading circle");
  return { active, paused, others, foreign: created.data.id };
}

/** One scheduled deposition, and one that awaits confirmation in the organization without self-service. */
export async function fillDepositions(call: Call, users: People, now: Date): Promise<void> {
  const request = (title: string, inDays: number) => ({
    session_request: {
      invites: [{ email: "coach@convene.example", access_level: "host" }, "counsel@example.org"],
      deponent: { name: "Rowan Ash", email: "rowan@example.org" },
      remote_session: {
        title,
        case: "2026-CV-0042",
        start_date: at(now, inDays, 0).slice(0, 10),
        start_time: "10:00 AM",
        time_zone: "Eastern Time (US & Canada)",
      },
      session_details: { video_provider: "zoom_meeting" },
    },
  });
  await call(users.coach.token, "POST", "/api/v1/session_requests", request("Ash v. Birch", 5));
  await call(users.outsider.token, "POST", "/api/v1/session_requests", request("Cedar v. Dogwood", 8));
}

/** An open session with a registration, and office hours. */
export async function fillLive(call: Call, users: People, now: Date): Promise<void> {
  const session = (title: string, kind: string, inDays: number) => ({
    host_id: users.coach.id,
    brand_id: "north-academy",
    title,
    kind,
    scheduled_at: at(now, inDays, 17),
    max_participants: 30,
  });
  const open = await call(
    users.coach.token,
    "POST",
    "/v1/sessions",
    session("Questions that make pupils think", "live", 4),
  );
  await call(users.teacher.token, "POST", `/v1/sessions/${open.id}/register`, {});
  await call(users.coach.token, "POST", "/v1/sessions", session("Open door", "office_hours", 6));
}
