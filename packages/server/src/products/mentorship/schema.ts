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
    agoraChannel: nullable(Type.String({ description: "Null once the call is cancelled" })),
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
    "Calls of the same coach in other mentorships that overlap this one; allowed, but worth knowing",
});

const SessionAnswer = Type.Object({ data: Type.Ref("MentorshipSession") });
const SessionAnswerWithWarnings = Type.Object({
  data: Type.Ref("MentorshipSession"),
  warnings: Type.Optional(Warnings),
});
const MentorshipAnswer = Type.Object({ data: Type.Ref("Mentorship") });
const SessionId = closed({ id: Uuid({ description: "Session UUID" }) });
const MentorshipId = closed({ id: Uuid({ description: "Mentorship UUID" }) });

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

const emojis = ["👍", "❤️", "😂", "🎉", "👏", "🙌"] as const;
const SendReaction = closed({ emoji: oneOf(emojis) });

const CallToken = Type.Object({
  data: Type.Object({
    token: Type.String({ description: "Agora AccessToken2" }),
    channel: Type.String(),
    appId: Type.String({ description: "Initialise the Agora client with this" }),
    uid: Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 }),
    expiresAt: Instant(),
  }),
});

const CreateMentorship = closed({
  coachId: Type.String({ description: "A member with the role Coach or above" }),
  teacherId: Type.String({ description: "A member of the organization" }),
  status: Type.Optional(oneOf(["pending", "active"], { default: "pending" })),
});
export type CreateMentorship = Static<typeof CreateMentorship>;

const ChangeMentorship = closed({ status: oneOf(mentorshipStatuses) });

export const models = [Participant, Mentorship, Session];

export const wire = {
  listSessions: {
    method: "GET",
    path: "/api/sessions",
    operationId: "listMentorshipSessions",
    summary: "List the calls that the caller may see",
    description:
      "A Coach or Teacher sees those of their own mentorships; Manager and up see all. Ordered by start, then id.",
    query: ListSessions,
    success: [
      200,
      Type.Object({
        data: Type.Array(Type.Ref("MentorshipSession")),
        meta: Type.Object({ total_count: Type.Integer() }),
      }),
    ],
  },
  scheduleSession: {
    method: "POST",
    path: "/api/sessions",
    operationId: "scheduleMentorshipSession",
    summary: "Schedule a call for a mentorship",
    description: "Role Coach and up; a Coach for their own mentorships only.",
    body: ScheduleSession,
    success: [201, SessionAnswerWithWarnings],
    refusals: ["not_found", "forbidden", "mentorship_not_active", "session_too_close"],
  },
  getSession: {
    method: "GET",
    path: "/api/sessions/:id",
    operationId: "getMentorshipSession",
    summary: "One call",
    params: SessionId,
    success: [200, SessionAnswer],
    refusals: ["not_found", "forbidden"],
  },
  updateSession: {
    method: "PATCH",
    path: "/api/sessions/:id",
    operationId: "updateMentorshipSession",
    summary: "Change a call, or move it along its lifecycle",
    description:
      "A Teacher can only confirm. A Coach changes everything of their own calls but cannot confirm. Manager and up change all. Setting the status that it has is no change. A call that is over (completed, cancelled, missed) keeps its time, duration and zone.",
    params: SessionId,
    body: UpdateSession,
    success: [200, SessionAnswerWithWarnings],
    refusals: ["not_found", "forbidden", "refused_transition", "session_too_close"],
  },
  cancelSession: {
    method: "DELETE",
    path: "/api/sessions/:id",
    operationId: "cancelMentorshipSession",
    summary: "Cancel a call",
    description: "Role Coach and up. Cancelling again answers 200 without telling anybody again.",
    params: SessionId,
    success: [200, SessionAnswer],
    refusals: ["not_found", "forbidden", "refused_transition"],
  },
  issueCallToken: {
    method: "GET",
    path: "/api/sessions/:id/agora-token",
    operationId: "getAgoraToken",
    summary: "A token for the video call, valid for one hour",
    params: SessionId,
    success: [200, CallToken],
    refusals: ["not_found", "forbidden", "no_agora_channel"],
  },
  sendReaction: {
    method: "POST",
    path: "/api/sessions/:id/reactions",
    operationId: "sendReaction",
    summary: "Send an emoji to all who watch the mentorship",
    params: SessionId,
    body: SendReaction,
    success: [200, Type.Object({ success: Type.Boolean() })],
    refusals: ["not_found", "forbidden"],
  },
  listMentorships: {
    method: "GET",
    path: "/api/mentorships",
    operationId: "listMentorships",
    summary: "List the mentorships that the caller may see, newest first",
    query: Type.Object({ ...pageByOffset, status: Type.Optional(oneOf(mentorshipStatuses)) }),
    success: [
      200,
      Type.Object({
        data: Type.Array(Type.Ref("Mentorship")),
        meta: Type.Object({ total_count: Type.Integer() }),
      }),
    ],
  },
  createMentorship: {
    method: "POST",
    path: "/api/mentorships",
    operationId: "createMentorship",
    summary: "Bring a coach and a teacher together",
    description: "Role Manager and up.",
    body: CreateMentorship,
    success: [201, MentorshipAnswer],
    refusals: ["forbidden"],
  },
  getMentorship: {
    method: "GET",
    path: "/api/mentorships/:id",
    operationId: "getMentorship",
    summary: "One mentorship",
    params: MentorshipId,
    success: [200, MentorshipAnswer],
    refusals: ["not_found", "forbidden"],
  },
  changeMentorship: {
    method: "PATCH",
    path: "/api/mentorships/:id",
    operationId: "changeMentorship",
    summary: "Activate, pause, resume or end a mentorship",
    description: "Role Manager and up. Calls that are already scheduled stay.",
    params: MentorshipId,
    body: ChangeMentorship,
    success: [200, MentorshipAnswer],
    refusals: ["not_found", "forbidden", "refused_transition"],
  },
} as const;
