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

export const SessionAnswer = Type.Ref("LiveSession");
export const RegistrationAnswer = Type.Ref("LiveRegistration");
export const SessionId = closed({ id: Uuid({ description: "Session UUID" }) });

const Words = (description?: string) => Type.String({ minLength: 1, description });
const seats = { exclusiveMinimum: 0, maximum: 2 ** 31 - 1 };

export const CreateSession = Type.Object({
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

export const UpdateSession = Type.Object({
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

export const ListSessions = Type.Object({
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
      "x-pattern-says": "must be a month such as 2026-05",
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

export const Register = Type.Object({
  waitlist: Type.Optional(
    Type.Boolean({ default: false, description: "Wait for a seat when there is none" }),
  ),
});

export const PageOfSessions = Type.Object({
  data: Type.Array(SessionAnswer),
  next_cursor: nullable(
    Type.String({ description: "Send it as `cursor` for the next page; null on the last" }),
  ),
});

export const models = [Session, Registration];
