import { type Static, Type } from "typebox";
import { closed, Instant, limit, nullable, oneOf, Uuid } from "#kernel/schema.ts";
import { channels, effectStates } from "./effect.ts";

const Cursor = (description: string) => Type.Optional(Type.String({ maxLength: 500, description }));
const ofPageBefore = Cursor("`meta.next_cursor` of the page before");
const times = {
  from: Type.Optional(Instant({ description: "At or after this instant." })),
  to: Type.Optional(Instant({ description: "At or before this instant." })),
};

const ActorOfEvent = Type.Object({
  kind: oneOf(["person", "key", "prospect", "system"]),
  id: nullable(Type.String({ description: "Null for a prospect, and for the server itself" })),
});

const StoredEvent = Type.Object(
  {
    id: Uuid(),
    type: Type.String({ description: "Such as mentorship.session.scheduled" }),
    subjectId: Type.String({ description: "The session, person, key … that it happened to" }),
    version: Type.Integer({ description: "Orders the events of one subject" }),
    occurredAt: Instant(),
    actor: ActorOfEvent,
    payload: Type.Object(
      {},
      { additionalProperties: true, description: "By its type: ids, and no personal data" },
    ),
  },
  { $id: "StoredEvent" },
);

const effect = {
  id: Uuid({ description: "The receiver sees it in Message-ID or webhook-id: a repeat has the same" }),
  channel: oneOf(channels),
  kind: Type.String({ description: "An event's type, or such as mentorship.reminder" }),
  eventId: nullable(Uuid({ description: "What it follows from; null for what follows from a time" })),
  subjectId: Type.String(),
  recipient: Type.String({
    description: "person:…, invite:…, contact:…, device:… or endpoint:… with its id",
  }),
  address: nullable(Type.String({ description: "An e-mail address or a host; null when it was redacted" })),
  title: nullable(
    Type.String({ description: "Null where there is none, or what was said is secret or gone" }),
  ),
  state: oneOf(effectStates, {
    description:
      "waiting: to be sent, or sent again; failed: given up, or refused for good; dropped: nobody to send it to any more, or they want none",
  }),
  attempts: Type.Integer(),
  outcome: nullable(Type.String({ description: "What the last attempt came to, for people to read" })),
  dueAt: nullable(Instant({ description: "When it is tried next; null when it is not." })),
  createdAt: Instant(),
  updatedAt: Instant(),
};
const Effect = Type.Object(effect, { $id: "Effect" });

const Attempt = Type.Object({
  attempt: Type.Integer({ description: "From 1; one that a crash cut off is missing" }),
  startedAt: Instant(),
  milliseconds: Type.Integer(),
  result: oneOf(["delivered", "unreachable", "refused", "dropped"]),
  status: nullable(Type.Integer({ description: "The receiver's own code: of HTTP, of SMTP" })),
  detail: nullable(Type.String({ description: "The receiver's words, or ours" })),
});

const EffectWithHistory = Type.Object(
  { ...effect, history: Type.Array(Attempt, { description: "The last 100 attempts, newest first" }) },
  { $id: "EffectWithHistory" },
);

const TroubledJob = Type.Object(
  {
    id: Type.String(),
    task: Type.String(),
    key: nullable(Type.String()),
    state: oneOf(["waiting", "running", "failed"], {
      description: "failed: it is not tried again by itself",
    }),
    attempts: Type.Integer(),
    maxAttempts: Type.Integer(),
    runAt: Instant({ description: "When it is tried next, or was last." }),
    lastError: nullable(Type.String({ description: "The first line of what its last failure said" })),
  },
  { $id: "TroubledJob" },
);

export const models = [StoredEvent, Effect, EffectWithHistory, TroubledJob];

export const One = closed({ id: Uuid() });
export const OneJob = closed({
  id: Type.String({ pattern: "^[1-9][0-9]{0,17}$", "x-pattern-says": "must be the id of a job" }),
});

export const ListEvents = Type.Object({
  limit,
  cursor: Cursor("`meta.next_cursor` of the page before, however long ago"),
  type: Type.Optional(Type.String()),
  subjectId: Type.Optional(Type.String()),
  ...times,
});
export type ListEvents = Static<typeof ListEvents>;

const filter = {
  channel: Type.Optional(oneOf(channels)),
  kind: Type.Optional(Type.String()),
  eventId: Type.Optional(Uuid()),
  recipient: Type.Optional(Type.String({ description: "Such as person:<id>" })),
  subjectId: Type.Optional(Type.String()),
  ...times,
};
export const ListEffects = Type.Object({
  limit,
  cursor: ofPageBefore,
  state: Type.Optional(oneOf(effectStates)),
  ...filter,
});
export type ListEffects = Static<typeof ListEffects>;

export const RetryEffects = closed(filter);
export type RetryEffects = Static<typeof RetryEffects>;

export const ListJobs = Type.Object({ limit, cursor: ofPageBefore });
export type ListJobs = Static<typeof ListJobs>;

export const PageOfEvents = Type.Object({
  data: Type.Array(Type.Ref("StoredEvent")),
  meta: Type.Object({
    next_cursor: Type.String({ description: "Where to go on from, now or later: there always is one" }),
    has_more: Type.Boolean({ description: "There are more already" }),
  }),
});

export const EventWithEffects = Type.Object({
  data: Type.Object({
    event: Type.Ref("StoredEvent"),
    effects: Type.Array(Type.Ref("Effect"), { description: "At most 100" }),
    hasMoreEffects: Type.Boolean({ description: "GET /api/effects?eventId=… has them all" }),
  }),
});

const paged = (model: string) =>
  Type.Object({
    data: Type.Array(Type.Ref(model)),
    meta: Type.Object({ next_cursor: nullable(Type.String({ description: "Null on the last page" })) }),
  });
export const PageOfEffects = paged("Effect");
export const PageOfJobs = paged("TroubledJob");

export const OneEffect = Type.Object({ data: Type.Ref("EffectWithHistory") });
export const OneTroubledJob = Type.Object({ data: Type.Ref("TroubledJob") });
export const Retried = Type.Object({
  data: Type.Object({
    retried: Type.Integer({ description: "At most 500" }),
    hasMore: Type.Boolean({ description: "There are more that the filter lets through: ask again" }),
  }),
});
