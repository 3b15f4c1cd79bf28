import { isError, type SandboxMeeting, type SandboxMeetings, type ZoomError } from "./meetings.ts";
import type { GivenTokens } from "./oauth.ts";

/** A request as it came. */
export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  authorization: string;
  /** The media type of the body. */
  type: string;
  text: string;
}

export interface SandboxAnswer {
  status: number;
  headers?: Record<string, string>;
  /** JSON, or text that is none; absent where nothing is said. */
  body?: object | string;
}

interface Api {
  meetings: SandboxMeetings;
  tokens: GivenTokens;
  userId: string;
  now: Date;
}

/** The part of Zoom's API that has to do with the meetings of a user. */
export function answerApi(asked: Asked, api: Api): SandboxAnswer {
  const fault = api.tokens.faultOf(asked.authorization);
  if (fault) return { status: 401, body: { code: 124, message: fault } };
  const ofUser = /^\/v2\/users\/([^/]+)\/meetings$/.exec(asked.path);
  if (ofUser) return answerUser(asked, api, decodeURIComponent(ofUser[1] ?? ""));
  const one = /^\/v2\/meetings\/([^/]+)(\/status)?$/.exec(asked.path);
  if (one) return answerMeeting(asked, api, { id: one[1] ?? "", isStatus: one[2] !== undefined });
  return { status: 404, body: { code: 2300, message: "This API endpoint is not recognized." } };
}

function answerUser(asked: Asked, { meetings, userId, now }: Api, user: string): SandboxAnswer {
  if (user !== userId && user !== "me") {
    return { status: 404, body: { code: 1001, message: `User does not exist: ${user}.` } };
  }
  if (asked.method === "GET") return list(meetings.all(), asked.query);
  if (asked.method !== "POST") return notAllowed;
  const fields = fieldsOf(asked);
  if (isError(fields)) return fields;
  const made = meetings.create(fields, now);
  return isError(made) ? made : { status: 201, body: made };
}

function answerMeeting(
  asked: Asked,
  { meetings }: Api,
  { id, isStatus }: { id: string; isStatus: boolean },
): SandboxAnswer {
  const meeting = meetings.find(id);
  if (isError(meeting)) return meeting;
  if (isStatus) return asked.method === "PUT" ? end(asked, meeting) : notAllowed;
  if (asked.method === "GET") return { status: 200, body: meeting };
  if (asked.method === "DELETE") return meetings.remove(id) ?? { status: 204 };
  if (asked.method !== "PATCH") return notAllowed;
  const fields = fieldsOf(asked);
  if (isError(fields)) return fields;
  return meetings.update(id, fields) ?? { status: 204 };
}

function end(asked: Asked, meeting: SandboxMeeting): SandboxAnswer {
  const fields = fieldsOf(asked);
  if (isError(fields)) return fields;
  if (fields.action !== "end") return invalid("action");
  meeting.status = "waiting";
  return { status: 204 };
}

/** Newest first, 30 on a page unless asked otherwise, an agenda cut to 250 characters, and no password. */
function list(meetings: SandboxMeeting[], query: URLSearchParams): SandboxAnswer {
  const size = Number(query.get("page_size") ?? 30);
  if (!Number.isInteger(size) || size < 1 || size > 300) return invalid("page_size");
  const first = Number(query.get("next_page_token") || 0);
  const page = meetings.toReversed().slice(first, first + size);
  const next = first + size < meetings.length ? String(first + size) : "";
  const shown = page.map(
    ({ password: _password, settings: _settings, status: _status, agenda, ...rest }) => ({
      ...rest,
      agenda: agenda.slice(0, 250),
    }),
  );
  return {
    status: 200,
    body: { page_size: size, total_records: meetings.length, next_page_token: next, meetings: shown },
  };
}

function fieldsOf({ type, text }: Asked): Record<string, unknown> | ZoomError {
  const message = "Request Body should be a valid JSON object.";
  const fault: ZoomError = { status: 400, body: { code: 300, message } };
  if (!type.startsWith("application/json")) return fault;
  try {
    const fields: unknown = JSON.parse(text);
    return typeof fields === "object" && fields !== null && !Array.isArray(fields)
      ? (fields as Record<string, unknown>)
      : fault;
  } catch {
    return fault;
  }
}

const invalid = (field: string): SandboxAnswer => ({
  status: 400,
  body: { code: 300, message: "Validation Failed.", errors: [{ field, message: "Invalid field." }] },
});

const notAllowed: SandboxAnswer = {
  status: 405,
  body: { code: 405, message: "Request method is not supported." },
};
