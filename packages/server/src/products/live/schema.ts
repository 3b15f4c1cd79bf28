import { type Static, Type } from "typebox";
import { closed, Instant, limit, nullable, oneOf, Uuid } from "#kernel/schema.ts";
import { registrationStatuses, sessionKinds, sessionStatuses } from "./lifecycle.ts";

/** Any JSON object, kept as it is. */
const Metadata = (options: { default?: object; description?: string } = {}) =>
  Type.Unsafe<Record<string, unknown>>({ ...options, type: "object", additionalProperties: {} });

const Session = Type.Object(
  {
    id: Uuid(),
    host_id: Type.String(),
    brand_id: Type.String(),
    title: Type.String(),
    kind: oneOf(sessionKinds),
    category: nullable(Type.String()),
    scheduled_at: Instant({ description: "The planned start." }),
    started_at: nullable(Instant()),
    ended_at: nullable(Instant()),
    status: oneOf(sessionStatuses),
    stream_call_id: nullable(Type.String()),
    max_participants: Type.Integer(),
    duration_minutes: nullable(Type.Integer({ description: "Whole minutes from start to end" })),
    recording_url: nullable(Type.String()),
    metadata: Metadata(),
    created_at: Instant(),
    updated_at: Instant({ description: "The last edit or change of status; registrations do not touch it." }),
    registered_count: Type.Integer({ description: "Taken seats; those who wait are not in it" }),
    is_registered: Type.Boolean({ description: "Whether the caller has a seat; who waits has none yet" }),
  },
  { $id: "LiveSession" },
);

const Registration = Type.Object(
  {
    session_id: Uuid(),
    status: oneOf([...registrationStatuses, "none"], {
      description: "`registered` has a seat, `waitlisted` waits for one",
    }),
    position: nullable(
      Type.Integer({ minimum: 1, description: "The place in the waiting list; null for who does not wait" }),
    ),
    registered_count: Type.Integer({ description: "Taken seats" }),
  },
  { $id: "LiveRegistration" },
);

const SessionAnswer = Type.Ref("LiveSession");
const RegistrationAnswer = Type.Ref("LiveRegistration");
const SessionId = closed({ id: Uuid({ description: "Session UUID" }) });

const Words = (description?: string) => Type.String({ minLength: 1, description });
const seats = { exclusiveMinimum: 0, maximum: 2 ** 31 - 1 };

const CreateSession = Type.Object({
  host_id: Words(
    "Your own name for the host; the room's host is the member who has it as id, else the creator",
  ),
  brand_id: Words("Your own name for the brand"),
  title: Words(),
  scheduled_at: Instant({ description: "In the past or future." }),
  max_participants: Type.Integer(seats),
  kind: Type.Optional(oneOf(sessionKinds, { default: "live" })),
  metadata: Type.Optional(Metadata({ default: {} })),
});
export type CreateSession = Static<typeof CreateSession>;

const UpdateSession = Type.Object({
  host_id: Type.Optional(Words()),
  brand_id: Type.Optional(Words()),
  title: Type.Optional(Words()),
  category: Type.Optional(nullable(Words("Null takes it away"))),
  scheduled_at: Type.Optional(Instant({ description: "Only while the session is scheduled." })),
  max_participants: Type.Optional(
    Type.Integer({ ...seats, description: "Only while the session is scheduled or live" }),
  ),
  metadata: Type.Optional(Metadata({ description: "Replaces the whole object" })),
});
export type UpdateSession = Static<typeof UpdateSession>;

const ListSessions = Type.Object({
  limit,
  cursor: Type.Optional(Type.String({ description: "The next_cursor of the page before" })),
  status: Type.Optional(oneOf(sessionStatuses)),
  kind: Type.Optional(oneOf(sessionKinds)),
  category: Type.Optional(Words()),
  host_id: Type.Optional(Words()),
  brand_id: Type.Optional(Words()),
  month: Type.Optional(
    Type.String({
      pattern: "^(?!0000)\\d{4}-(0[1-9]|1[0-2])$",
      description: "Scheduled in this month (YYYY-MM) of UTC",
    }),
  ),
  upcoming: Type.Optional(
    Type.Boolean({
      description: "`true`: scheduled from now on and neither ended nor cancelled; `false`: all others",
    }),
  ),
});
export type ListSessions = Static<typeof ListSessions>;

const Register = Type.Object({
  waitlist: Type.Optional(
    Type.Boolean({ default: false, description: "Wait for a seat when there is none" }),
  ),
});

const SessionPage = Type.Object({
  data: Type.Array(SessionAnswer),
  next_cursor: nullable(
    Type.String({ description: "Send it as `cursor` for the next page; null on the last" }),
  ),
});

export const models = [Session, Registration];

export const wire = {
  listSessions: {
    method: "GET",
    path: "/v1/sessions",
    operationId: "listLiveSessions",
    summary: "List the organization's live sessions",
    description:
      "Every member sees all of them, in the order of their start, then id. A page stays as it is when sessions are added before or behind it. Filters narrow each other down.",
    query: ListSessions,
    success: [200, SessionPage],
  },
  createSession: {
    method: "POST",
    path: "/v1/sessions",
    operationId: "createLiveSession",
    summary: "Create a live session",
    description:
      "Any member, or an API key with `live:write`. Texts and metadata are kept exactly as sent; unknown members of the body are ignored.",
    body: CreateSession,
    success: [201, SessionAnswer, "Session created"],
  },
  getSession: {
    method: "GET",
    path: "/v1/sessions/:id",
    operationId: "getLiveSession",
    summary: "One live session",
    params: SessionId,
    success: [200, SessionAnswer],
    refusals: ["not_found"],
  },
  updateSession: {
    method: "PATCH",
    path: "/v1/sessions/:id",
    operationId: "updateLiveSession",
    summary: "Change a live session",
    description:
      "The creator, or Manager and up. New seats go to those who wait, in their order; fewer seats than are taken is a conflict. The start is fixed once the session has begun, the number of seats once it is over; the rest can be changed at any time. Setting what it has is no change. `kind` and `status` cannot be set here and, like every unknown member, are ignored.",
    params: SessionId,
    body: UpdateSession,
    success: [200, SessionAnswer],
    refusals: ["not_found", "forbidden", "session_not_open", "conflict"],
  },
  startSession: {
    method: "POST",
    path: "/v1/sessions/:id/start",
    operationId: "startLiveSession",
    summary: "Start a scheduled session",
    description: "The creator, or Manager and up. Sets `started_at`; starting again is refused.",
    params: SessionId,
    success: [200, SessionAnswer],
    refusals: ["not_found", "forbidden", "session_not_open"],
  },
  endSession: {
    method: "POST",
    path: "/v1/sessions/:id/end",
    operationId: "endLiveSession",
    summary: "End a session that is live",
    description: "The creator, or Manager and up. Sets `ended_at` and `duration_minutes`.",
    params: SessionId,
    success: [200, SessionAnswer],
    refusals: ["not_found", "forbidden", "session_not_open"],
  },
  cancelSession: {
    method: "POST",
    path: "/v1/sessions/:id/cancel",
    operationId: "cancelLiveSession",
    summary: "Cancel a session that is scheduled or live",
    description: "The creator, or Manager and up. Its registrations stay as they are.",
    params: SessionId,
    success: [200, SessionAnswer],
    refusals: ["not_found", "forbidden", "session_not_open"],
  },
  getRegistration: {
    method: "GET",
    path: "/v1/sessions/:id/register",
    operationId: "getLiveRegistration",
    summary: "The caller's own registration",
    description: "For people; an API key gets 403. Who is not registered gets the status `none`.",
    params: SessionId,
    success: [200, RegistrationAnswer],
    refusals: ["not_found", "forbidden"],
  },
  register: {
    method: "POST",
    path: "/v1/sessions/:id/register",
    operationId: "registerForLiveSession",
    summary: "Take a seat, or a place in the waiting list",
    description:
      "For people; an API key gets 403. The session must be scheduled or live. Who waits already is `already_registered` too.",
    params: SessionId,
    body: Register,
    bodyOptional: true,
    success: [201, RegistrationAnswer],
    refusals: ["not_found", "forbidden", "session_not_open", "session_full", "already_registered"],
  },
  unregister: {
    method: "DELETE",
    path: "/v1/sessions/:id/register",
    operationId: "unregisterFromLiveSession",
    summary: "Give up a seat, or a place in the waiting list",
    description:
      "For people; an API key gets 403. The first in line gets the seat at once. The session must be scheduled or live. Who is not registered gets 404.",
    params: SessionId,
    success: [200, RegistrationAnswer],
    refusals: ["not_found", "forbidden", "session_not_open"],
  },
} as const;
