import { type Static, Type } from "typebox";
import { closed, Instant, Notes, nullable, oneOf, pageByOffset, Uuid } from "#kernel/schema.ts";
import { mentorshipStatuses, sessionStatuses } from "./lifecycle.ts";

const Participant = Type.Object(
  {
    id: Type.String({ description: "CUID2" }),
    email: Type.String(),
    firstName: Type.String(),
    lastName: Type.String(),
    avatarUrl: nullable(Type.String()),
  },
  { $id: "MentorshipParticipant" },
);

const Mentorship = Type.Object(
  {
    id: Uuid(),
    coachId: Type.String(),
    teacherId: Type.String(),
    status: oneOf(mentorshipStatuses),
    createdAt: Instant(),
    updatedAt: Instant(),
  },
  { $id: "Mentorship" },
);

const Session = Type.Object(
  {
    id: Uuid(),
    mentorshipId: Uuid(),
    scheduledAt: Instant({ description: "The scheduled start." }),
    durationMinutes: Type.Integer(),
    timezone: Type.String({ description: "IANA time zone" }),
    notes: nullable(Type.String({ description: "The coach's notes" })),
    status: oneOf(sessionStatuses),
    agoraChannel: nullable(Type.String({ description: "Null once the session is cancelled" })),
    cancelledAt: nullable(Instant()),
    cancelledBy: nullable(Type.String({ description: "CUID2 of the person or API key that cancelled" })),
    completedAt: nullable(Instant()),
    createdAt: Instant(),
    updatedAt: Instant(),
    mentorship: Type.Ref("Mentorship"),
    coach: Type.Ref("MentorshipParticipant"),
    teacher: Type.Ref("MentorshipParticipant"),
  },
  { $id: "MentorshipSession" },
);

const Warnings = Type.Array(Type.Object({ code: Type.String(), detail: Type.String(), sessionId: Uuid() }), {
  description:
    "Sessions of the same coach in other mentorships that overlap this one; allowed, but worth knowing",
});

export const SessionAnswer = Type.Object({ data: Type.Ref("MentorshipSession") });
export const SessionAnswerWithWarnings = Type.Object({
  data: Type.Ref("MentorshipSession"),
  warnings: Type.Optional(Warnings),
});
export const MentorshipAnswer = Type.Object({ data: Type.Ref("Mentorship") });
export const PageOfSessions = Type.Object({
  data: Type.Array(Type.Ref("MentorshipSession")),
  meta: Type.Object({ total_count: Type.Integer() }),
});
export const PageOfMentorships = Type.Object({
  data: Type.Array(Type.Ref("Mentorship")),
  meta: Type.Object({ total_count: Type.Integer() }),
});
export const Done = Type.Object({ success: Type.Boolean() });
export const SessionId = closed({ id: Uuid({ description: "Session UUID" }) });
export const MentorshipId = closed({ id: Uuid({ description: "Mentorship UUID" }) });

const duration = { minimum: 15, maximum: 480, description: "Planned duration in minutes" };
const Timezone = { format: "iana-time-zone", description: "IANA time zone such as America/Panama" };

export const ListSessions = Type.Object({
  ...pageByOffset,
  status: Type.Optional(oneOf(sessionStatuses)),
  mentorshipId: Type.Optional(Uuid()),
  from: Type.Optional(Instant({ description: "At or after this instant." })),
  to: Type.Optional(Instant({ description: "At or before this instant." })),
});
export type ListSessions = Static<typeof ListSessions>;

export const ListMentorships = Type.Object({
  ...pageByOffset,
  status: Type.Optional(oneOf(mentorshipStatuses)),
});

export const ScheduleSession = closed({
  mentorshipId: Uuid(),
  scheduledAt: Instant({ description: "Must be in the future." }),
  durationMinutes: Type.Optional(Type.Integer({ ...duration, default: 60 })),
  timezone: Type.Optional(Type.String({ ...Timezone, default: "UTC" })),
  notes: Type.Optional(nullable(Notes())),
});
export type ScheduleSession = Static<typeof ScheduleSession>;

export const UpdateSession = closed({
  scheduledAt: Type.Optional(Instant({ description: "Must be in the future." })),
  durationMinutes: Type.Optional(Type.Integer(duration)),
  timezone: Type.Optional(Type.String(Timezone)),
  notes: Type.Optional(nullable(Notes({ description: "Null takes them away." }))),
  status: Type.Optional(oneOf(sessionStatuses)),
});
export type UpdateSession = Static<typeof UpdateSession>;

/** What may be sent as a reaction. */
export const emojis = ["👍", "❤️", "😂", "🎉", "👏", "🙌"] as const;
export const SendReaction = closed({ emoji: oneOf(emojis) });

export const CallTokenAnswer = Type.Object({
  data: Type.Object({
    token: Type.String({ description: "Agora AccessToken2" }),
    channel: Type.String(),
    appId: Type.String({ description: "Initialise the Agora client with this" }),
    uid: Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 }),
    expiresAt: Instant(),
  }),
});

export const CreateMentorship = closed({
  coachId: Type.String({ description: "A member with the role Coach or above" }),
  teacherId: Type.String({ description: "A member of the organization" }),
  status: Type.Optional(oneOf(["pending", "active"], { default: "pending" })),
});
export type CreateMentorship = Static<typeof CreateMentorship>;

export const UpdateMentorship = closed({ status: oneOf(mentorshipStatuses) });

export const models = [Participant, Mentorship, Session];
