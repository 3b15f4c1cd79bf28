import { Type } from "typebox";

const session = Type.Object({ sessionId: Type.Integer() });
const moved = Type.Object({
  sessionId: Type.Integer(),
  /** The start as it was and as it is, RFC 3339. */
  from: Type.String(),
  to: Type.String(),
});
const invites = Type.Object({
  sessionId: Type.Integer(),
  /** Ids of invites; those who were taken off the list keep theirs. */
  added: Type.Array(Type.String()),
  removed: Type.Array(Type.String()),
  /** Those who stay, with another access level; absent in events from before it was kept. */
  changed: Type.Optional(Type.Array(Type.String())),
});
const cancelation = Type.Object({
  sessionId: Type.Integer(),
  /** Nobody is to be written to. */
  withoutEmail: Type.Boolean(),
});

export const depositionEvents = {
  "depositions.session.requested": {
    about: "An organization without self-service asked for a session; our staff decide",
    payload: session,
  },
  "depositions.session.scheduled": {
    about: "A session was scheduled, at once or by our staff's confirmation: everybody is invited",
    payload: session,
  },
  "depositions.session.declined": { about: "Our staff declined a request", payload: session },
  "depositions.session.withdrawn": {
    about: "A request was taken back before our staff decided; nobody had been invited",
    payload: session,
  },
  "depositions.session.started": { about: "A host was in the room: a session is active", payload: session },
  "depositions.session.completed": { about: "A session came to its end in its room", payload: session },
  "depositions.session.edited": {
    about: "The title changed, or the wording of the start but not its instant",
    payload: session,
  },
  "depositions.session.rescheduled": {
    about: "The start moved, by hand or because the rules of its time zone changed",
    payload: moved,
  },
  "depositions.session.invites_changed": {
    about: "People were invited or taken off the list, or an access level changed",
    payload: invites,
  },
  "depositions.session.cancelation_requested": {
    about: "An organization without self-service asked to cancel; our staff decide",
    payload: cancelation,
  },
  "depositions.session.cancelation_declined": {
    about: "Our staff declined to cancel; the session stays",
    payload: session,
  },
  "depositions.session.cancelled": { about: "A session was cancelled", payload: cancelation },
} as const;
