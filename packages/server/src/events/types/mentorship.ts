import { Type } from "typebox";

const session = Type.Object({ sessionId: Type.String(), mentorshipId: Type.String() });
const moved = Type.Object({
  sessionId: Type.String(),
  mentorshipId: Type.String(),
  /** The start as it was and as it is, RFC 3339. */
  from: Type.String(),
  to: Type.String(),
});
const edited = Type.Object({
  sessionId: Type.String(),
  mentorshipId: Type.String(),
  /** The members that changed, by their names on the wire. */
  changed: Type.Array(Type.String()),
});
const mentorship = Type.Object({
  mentorshipId: Type.String(),
  coachId: Type.String(),
  teacherId: Type.String(),
  status: Type.String(),
});

export const mentorshipEvents = {
  "mentorship.created": { about: "A coach and a teacher were brought together", payload: mentorship },
  "mentorship.status_changed": { about: "A mentorship became active, paused or ended", payload: mentorship },
  "mentorship.session.scheduled": { about: "A coach scheduled a session", payload: session },
  "mentorship.session.rescheduled": { about: "A session was moved; its status stayed", payload: moved },
  "mentorship.session.edited": {
    about: "Duration, time zone or notes of a session changed",
    payload: edited,
  },
  "mentorship.session.confirmed": { about: "The teacher accepted a session", payload: session },
  "mentorship.session.reopened": { about: "A coach asks for a fresh confirmation", payload: session },
  "mentorship.session.cancelled": { about: "A session was cancelled", payload: session },
  "mentorship.session.completed": { about: "A session was marked as held", payload: session },
  "mentorship.session.missed": { about: "A session's time passed without it being held", payload: session },
  "mentorship.reaction.sent": {
    about: "Somebody in a session sent an emoji to all who watch; gone once delivered",
    payload: Type.Object({
      sessionId: Type.String(),
      mentorshipId: Type.String(),
      emoji: Type.String(),
      userId: Type.String(),
      sentAt: Type.String(),
    }),
  },
} as const;
