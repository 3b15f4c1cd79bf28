import { type Static, Type } from "typebox";
import { closed, Email, Instant, limit, Name, Notes, nullable, OptionalName, oneOf } from "#kernel/schema.ts";
import { requestExamples } from "./examples.ts";
import { sessionStates } from "./lifecycle.ts";

/** Zoom and the other providers; our own rooms have no name. */
const videoProviders = ["zoom_meeting", "agora", "livekit", "stream"] as const;

const Session = Type.Object(
  {
    id: Type.Integer(),
    session_state: oneOf(sessionStates),
    session_url: nullable(Type.String({ description: "Null until scheduled, and again once canceled" })),
    remote_session_id: nullable(
      Type.String({
        description:
          "The last segment of session_url. Null until scheduled. A canceled session keeps it for the record, though another session may have it by now.",
      }),
    ),
    session_request: closed({
      session_type: Type.String(),
      deponent: closed({ name: Type.String(), email: Type.String(), role: Type.String() }),
      invites: Type.Array(
        closed({
          email: Type.String(),
          access_level: Type.Optional(oneOf(["host"], { description: "Only of those who really are hosts" })),
        }),
        { description: "In the order given; the deponent last if not invited already" },
      ),
    }),
    remote_session: closed({
      title: Type.String(),
      case: nullable(Type.String({ description: "Null if none was given" })),
      start_date: Type.String({ description: "As given" }),
      start_time: Type.String({ description: "As given" }),
      time_zone: Type.String({ description: "As given" }),
      estimated_duration: Type.Number({ description: "Hours" }),
    }),
    session_details: closed({
      language: Type.String({ description: "BCP 47 tag" }),
      additional_details: Type.Optional(Type.String({ description: "Absent if none were given" })),
      interpreter: Type.Optional(Type.String({ description: "Absent if none was given" })),
      preferred_manager: nullable(Type.String({ description: "Null if none was given" })),
      video_provider: nullable(oneOf(videoProviders, { description: "Null for our own rooms" })),
      session_type: Type.String(),
    }),
    notice: nullable(
      Type.String({
        description: "What the requester should know: hosts who are no members, or why staff declined",
      }),
    ),
    cancelation_requested: nullable(Instant({ description: "When cancelling was asked for." })),
    provider_specific_details: nullable(
      closed(
        {
          meeting_id: Type.Integer(),
          password: Type.String(),
          provider_join_url: Type.String(),
          prevail_join_url: Type.String({ description: "Our page, which hands over to the provider" }),
        },
        { description: "Null for our own rooms, until scheduled, and again once canceled" },
      ),
    ),
  },
  { $id: "DepositionSession", additionalProperties: false },
);

export const OneSession = Type.Object({
  requests: Type.Array(Type.Ref("DepositionSession"), { minItems: 1, maxItems: 1 }),
});

export const PageOfSessions = Type.Object({
  requests: Type.Array(Type.Ref("DepositionSession")),
  pagination: Type.Object({
    page: Type.Integer(),
    limit: Type.Integer(),
    total: Type.Integer({ description: "How many there are on all pages" }),
    totalPages: Type.Integer(),
  }),
});

export const SessionId = closed({
  id: Type.String({
    pattern: "^[0-9]{1,10}$",
    "x-pattern-says": "must be an integer of at most 10 digits",
    description: "The integer id of the request",
  }),
});
export const RemoteSessionId = closed({ id: Type.String({ description: "The remote_session_id" }) });

const Invite = Type.Union(
  [Email(), closed({ email: Email(), access_level: Type.Optional(oneOf(["host", "participant"])) })],
  { description: "An e-mail address, alone or with an access level (default: participant)" },
);
export type Invite = Static<typeof Invite>;

const Invites = Type.Array(Invite, {
  maxItems: 100,
  description:
    "Addresses are compared without regard to case and listed once; if one mention says host, host it is. A host who is no registered member of the organization becomes a participant, and `notice` says so.",
});

const Title = Name({ description: "Becomes the remote_session_id when none is given." });
/** Longer than any name of a zone. Blanks around are no part of what is read, but are answered as they were given. */
const longestStart = 100;
const StartDate = Type.String({
  maxLength: longestStart,
  description: "`YYYY-MM-DD`; may lie in the past",
});
const StartTime = Type.String({
  maxLength: longestStart,
  description:
    "`hh:mm AM/PM`, or 24-hour `HH:mm`. A time that the clock skips is refused; of one that exists twice it is the earlier.",
});
const TimeZone = Type.String({
  maxLength: longestStart,
  description: "A name of Ruby on Rails, with or without its `(GMT±hh:mm)`, or an IANA name",
});
const WantedSessionId = Type.String({
  description:
    "Trimmed, each space a dash, lower case; then 1 to 100 unreserved characters of RFC 3986, not `.` or `..`. Unique among all sessions that are not canceled.",
});

export const RequestSession = closed(
  {
    session_request: closed({
      invites: Type.Optional(Invites),
      deponent: closed({
        name: Name(),
        email: Email(),
        role: Type.Optional(OptionalName({ default: "deponent", description: "Empty: deponent." })),
      }),
      remote_session: closed({
        title: Title,
        remote_session_id: Type.Optional(WantedSessionId),
        case: Type.Optional(OptionalName({ description: "The case's id or name." })),
        start_date: StartDate,
        start_time: StartTime,
        time_zone: TimeZone,
        estimated_duration: Type.Optional(
          Type.Number({ exclusiveMinimum: 0, maximum: 24, default: 1.25, description: "Hours" }),
        ),
      }),
      session_details: Type.Optional(
        closed({
          languages: Type.Optional(
            Type.Union([OptionalName(), Type.Array(OptionalName(), { maxItems: 20 })], {
              description:
                "Any text; several are separated by commas. The first is answered as `language`: BCP 47 tags (also `en_US`) and English names (also `English (US)`) by their tag, anything else as `und`, undetermined. `en-US` if none is given.",
            }),
          ),
          interpreter: Type.Optional(OptionalName()),
          additional_details: Type.Optional(Notes()),
          preferred_manager: Type.Optional(OptionalName()),
          video_provider: Type.Optional(
            oneOf([...videoProviders, ""], { description: "Empty or absent: our own rooms" }),
          ),
          session_type: Type.Optional(
            OptionalName({ default: "remote_deposition", description: "Empty: remote_deposition." }),
          ),
        }),
      ),
    }),
  },
  { examples: requestExamples },
);
export type RequestSession = Static<typeof RequestSession>;

const changes = {
  title: Type.Optional(Name({ description: "The remote_session_id stays as it is." })),
  start_date: Type.Optional(StartDate),
  start_time: Type.Optional(StartTime),
  time_zone: Type.Optional(TimeZone),
};
const NewInvites = Type.Optional(Invites);

export const UpdateSession = closed(
  {
    remote_session: Type.Optional(closed({ ...changes, invites: NewInvites })),
    session_request: Type.Optional(
      closed({ invites: NewInvites, remote_session: Type.Optional(closed(changes)) }),
    ),
  },
  { minProperties: 1, maxProperties: 1 },
);
export type UpdateSession = Static<typeof UpdateSession>;

export const ConfirmSession = closed({ remote_session_id: Type.Optional(WantedSessionId) });
export type ConfirmSession = Static<typeof ConfirmSession>;

export const DeclineSession = closed({
  reason: Notes({
    pattern: "\\S",
    "x-pattern-says": "is blank",
    description: "Shown to the requester as `notice`.",
  }),
});

export const ListSessions = Type.Object({
  session_state: Type.Optional(oneOf(sessionStates)),
  case: Type.Optional(Type.String({ description: "Exactly this case" })),
  remote_session_id: Type.Optional(Type.String({ description: "Exactly this one" })),
  from: Type.Optional(Instant({ description: "Starts at or after this instant." })),
  to: Type.Optional(Instant({ description: "Starts at or before this instant." })),
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000, default: 1 })),
  limit,
});
export type ListSessions = Static<typeof ListSessions>;

const silence = {
  cancel_without_email: Type.Optional(
    Type.Boolean({
      description:
        "True, in the query or in the body: neither those who are invited nor whoever asked are written to. Absent: as asked for earlier, else false.",
    }),
  ),
};
export const CancelQuery = Type.Object(silence);
export const CancelSession = closed(silence);
export type CancelSession = Static<typeof CancelSession>;

export const models = [Session];
