import { randomInt } from "node:crypto";
import { Refusal } from "#kernel/errors.ts";
import type { Meeting, MeetingRequest, VideoProvider } from "#rooms/video-provider.ts";
import { membersOf } from "./answers.ts";
import type { createClient, Operation, Outcome } from "./client.ts";

type Client = ReturnType<typeof createClient>;

/** Scheduled meetings by Zoom's API, https://developers.zoom.us/docs/api/meetings/. */
export const zoomMeetings = (client: Client, userId: string): VideoProvider => {
  const ofUser = `/v2/users/${encodeURIComponent(userId)}/meetings`;
  return {
    async createMeeting(request) {
      const password = newPassword();
      const agenda = agendaOf(request.reference);
      const body = { ...describe(request), agenda, type: scheduledMeeting, password, settings };
      const call = client.begin();
      const path = ofUser;
      const made = await call({ what: "create a meeting", method: "POST", path, body, isRepeatable: false });
      if (!made.isDone) return { refusal: made.refusal, mayExist: made.mayExist };
      const meeting = readMeeting(made.body, password);
      return meeting ? { meeting } : { refusal: notItsOwn("create a meeting"), mayExist: true };
    },
    findMeetings: (reference) => find(client.begin(), ofUser, agendaOf(reference)),
    async readMeeting(meetingId) {
      const path = `/v2/meetings/${meetingId}`;
      const what = "read a meeting";
      const read = await client.begin()({ what, method: "GET", path, isRepeatable: true });
      if (!read.isDone) return isGone(read) ? null : fail(read.refusal);
      return readMeeting(read.body, "") ?? fail(notItsOwn(what));
    },
    async updateMeeting(meetingId, request) {
      const path = `/v2/meetings/${meetingId}`;
      const what = "update a meeting";
      const body = describe(request);
      const updated = await client.begin()({ what, method: "PATCH", path, body, isRepeatable: true });
      if (updated.isDone) return true;
      return isGone(updated) ? false : fail(updated.refusal);
    },
    async deleteMeeting(meetingId) {
      // Nobody but those whom we tell ourselves knows of it.
      const path = `/v2/meetings/${meetingId}?schedule_for_reminder=false&cancel_meeting_reminder=false`;
      const what = "delete a meeting";
      const deleted = await client.begin()({ what, method: "DELETE", path, isRepeatable: true });
      const isOver = !deleted.isDone && (isGone(deleted) || deleted.code === alreadyEnded);
      if (!deleted.isDone && !isOver) throw deleted.refusal;
    },
  };
};

/** Type 2: once, at a fixed time. */
const scheduledMeeting = 2;

/** The host opens the meeting and lets people in; nobody but we write to them; nothing is recorded by itself. */
const settings = {
  join_before_host: false,
  waiting_room: true,
  host_video: false,
  participant_video: false,
  mute_upon_entry: true,
  approval_type: 2,
  auto_recording: "none",
  email_notification: false,
  registrants_email_notification: false,
};

/** Characters that Zoom takes for a topic. */
const longestTopic = 200;

/** By the same words it is found again: Zoom has no field for what others call a meeting, and lists no more of it than this. */
const agendaOf = (reference: string): string => `Scheduled by Convene (reference ${reference})`;

/** A meeting that was held cannot be deleted any more. */
const alreadyEnded = 3007;

/** Minutes of the longest meeting that Zoom schedules: a day. */
const longestDuration = 1_440;

const describe = ({ title, startsAt, timeZone, durationMinutes }: Omit<MeetingRequest, "reference">) => ({
  topic: Array.from(title).slice(0, longestTopic).join(""),
  // With Z it is the instant itself; the zone is the one in which Zoom shows it.
  start_time: `${startsAt.toISOString().slice(0, 19)}Z`,
  timezone: timeZone,
  duration: Math.min(Math.max(durationMinutes, 1), longestDuration),
});

const letters = "abcdefghijkmnpqrstuvwxyz";
const digits = "23456789";

/** Ten characters, the most that Zoom takes: letters and digits that are not taken for each other, some of each. */
function newPassword(): string {
  const pick = (alphabet: string) => alphabet[randomInt(alphabet.length)] ?? "";
  const drawn = Array.from({ length: 10 }, () => pick(letters + digits)).join("");
  return /[a-z]/.test(drawn) && /\d/.test(drawn) ? drawn : newPassword();
}

/** A meeting as Zoom answers it; null for what is none. */
function readMeeting(body: unknown, password: string): Meeting | null {
  const { id, join_url: joinUrl, password: answered } = membersOf(body);
  if (typeof id !== "number" || !Number.isSafeInteger(id) || id <= 0) return null;
  if (typeof joinUrl !== "string" || !URL.canParse(joinUrl) || !/^https?:/.test(joinUrl)) return null;
  // The account's rules may have given it another one.
  return { meetingId: id, password: typeof answered === "string" ? answered : password, joinUrl };
}

/** Most pages of a list that are read: 30,000 meetings. */
const mostPages = 100;

async function find(call: Operation, ofUser: string, agenda: string): Promise<number[]> {
  const found: number[] = [];
  const what = "list meetings";
  for (let page = 1, next = ""; page <= mostPages; page += 1) {
    const query = new URLSearchParams({
      type: "scheduled",
      page_size: "300",
      ...(next ? { next_page_token: next } : {}),
    });
    const listed = await call({ what, method: "GET", path: `${ofUser}?${query}`, isRepeatable: true });
    if (!listed.isDone) throw listed.refusal;
    const { meetings, next_page_token: token } = membersOf(listed.body);
    if (!Array.isArray(meetings)) throw notItsOwn(what);
    for (const meeting of meetings) {
      const { id, agenda: words } = membersOf(meeting);
      if (words === agenda && typeof id === "number") found.push(id);
    }
    if (typeof token !== "string" || token === "") return found.sort((a, b) => a - b);
    next = token;
  }
  throw new Refusal("provider_unavailable", { internal: `Zoom, ${what}: more than ${mostPages} pages` });
}

const isGone = (outcome: Extract<Outcome, { isDone: false }>): boolean =>
  outcome.status === 404 || outcome.code === 3001;

function fail(refusal: Refusal): never {
  throw refusal;
}

const notItsOwn = (what: string): Refusal =>
  new Refusal("provider_unavailable", {
    detail: "Zoom gave an answer that is not its own",
    internal: `Zoom, ${what}: the answer lacks what is documented`,
  });
