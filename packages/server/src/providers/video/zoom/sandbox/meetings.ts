import { randomInt } from "node:crypto";
import { newName, newSecret } from "#kernel/ids.ts";

/** A meeting as Zoom's API shows it. */
export interface SandboxMeeting {
  id: number;
  uuid: string;
  host_id: string;
  topic: string;
  type: number;
  agenda: string;
  start_time: string;
  timezone: string;
  duration: number;
  password: string;
  join_url: string;
  created_at: string;
  status: "waiting" | "started";
  settings: Record<string, unknown>;
}

/** An error as Zoom's API answers it. */
export interface ZoomError {
  status: number;
  body: { code: number; message: string; errors?: { field: string; message: string }[] };
}

type Fields = Record<string, unknown>;

/** The meetings of a sandbox, in memory. */
export interface SandboxMeetings {
  all(): SandboxMeeting[];
  create(fields: Fields, now: Date): SandboxMeeting | ZoomError;
  find(id: string): SandboxMeeting | ZoomError;
  update(id: string, fields: Fields): ZoomError | null;
  remove(id: string): ZoomError | null;
}

export const isError = (value: object | null): value is ZoomError => value !== null && "body" in value;

/** `joinBase` is where links to its meetings lead, such as http://127.0.0.1:3000/sandbox/zoom. */
export function createSandboxMeetings(joinBase: string): SandboxMeetings {
  const meetings = new Map<number, SandboxMeeting>();

  function find(id: string): SandboxMeeting | ZoomError {
    const meeting = /^\d{9,11}$/.test(id) ? meetings.get(Number(id)) : undefined;
    return meeting ?? notFound(id);
  }

  function newMeetingId(): number {
    // At random, so that two of these, or one that was started again, do not give the same one.
    const id = randomInt(80_000_000_000, 100_000_000_000);
    return meetings.has(id) ? newMeetingId() : id;
  }

  return {
    all: () => [...meetings.values()],
    find,
    create(fields, now) {
      const fault = faultOf(fields);
      if (fault) return fault;
      const id = newMeetingId();
      const meeting: SandboxMeeting = {
        topic: "Zoom Meeting",
        type: 2,
        agenda: "",
        start_time: `${now.toISOString().slice(0, 19)}Z`,
        timezone: "UTC",
        duration: 60,
        password: newName(6),
        settings: {},
        ...fields,
        id,
        uuid: `${newSecret(16)}==`,
        host_id: newSecret(16),
        join_url: `${joinBase}/j/${id}?pwd=${newSecret(24)}.1`,
        created_at: `${now.toISOString().slice(0, 19)}Z`,
        status: "waiting",
      };
      meetings.set(id, meeting);
      return meeting;
    },
    update(id, fields) {
      const meeting = find(id);
      if (isError(meeting)) return meeting;
      const fault = faultOf(fields);
      if (!fault) Object.assign(meeting, fields);
      return fault;
    },
    remove(id) {
      const meeting = find(id);
      if (isError(meeting)) return meeting;
      if (meeting.status === "started") {
        const message = "Sorry, you cannot delete this meeting since it's in progress.";
        return { status: 400, body: { code: 3002, message } };
      }
      meetings.delete(meeting.id);
      return null;
    },
  };
}

const notFound = (id: string): ZoomError => ({
  status: 404,
  body: { code: 3001, message: `Meeting does not exist: ${id}.` },
});

/** What each member must be, by the API's reference. */
const rules: Readonly<Record<string, (value: unknown) => boolean>> = {
  topic: (value) => typeof value === "string" && Array.from(value).length <= 200,
  type: (value) => [1, 2, 3, 8, 10].includes(value as number),
  agenda: (value) => typeof value === "string" && value.length <= 2000,
  start_time: (value) =>
    typeof value === "string" &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?$/.test(value) &&
    !Number.isNaN(Date.parse(value)),
  timezone: (value) => typeof value === "string" && isZone(value),
  duration: (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 1_440,
  password: (value) => typeof value === "string" && /^[A-Za-z0-9@_*-]{1,10}$/.test(value),
  settings: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
};

function faultOf(fields: Fields): ZoomError | null {
  const bad = Object.entries(fields).filter(([name, value]) => !(rules[name]?.(value) ?? false));
  if (bad.length === 0) return null;
  const errors = bad.map(([field]) => ({ field, message: "Invalid field." }));
  return { status: 400, body: { code: 300, message: "Validation Failed.", errors } };
}

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}
