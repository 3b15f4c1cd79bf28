import { Type } from "typebox";

const session = Type.Object({ sessionId: Type.String() });
/** SEQUENCE of the session's calendar entry (RFC 5545) from then on. */
const sequence = Type.Integer();
const cancelled = Type.Object({ sessionId: Type.String(), sequence });
const edited = Type.Object({
  sessionId: Type.String(),
  /** The members that changed, by their names on the wire. */
  changed: Type.Array(Type.String()),
  /** The session's status when it was changed. */
  status: Type.String(),
  /** The start as it was, RFC 3339, where it was moved. */
  from: Type.Optional(Type.String()),
  /** Who was the host and who is, where `host_id` changed and there was a person for it. */
  formerHostId: Type.Optional(Type.String()),
  newHostId: Type.Optional(Type.String()),
  sequence,
});
const seat = Type.Object({ sessionId: Type.String(), personId: Type.String(), sequence });
const waitlisted = Type.Object({
  sessionId: Type.String(),
  personId: Type.String(),
  /** The place in the waiting list, from 1, as it was taken. */
  position: Type.Integer(),
});
/** Somebody's place in the line of office hours. */
const place = Type.Object({ sessionId: Type.String(), personId: Type.String() });
const released = Type.Object({
  sessionId: Type.String(),
  personId: Type.String(),
  /** What was given up: `registered` is a seat, `waitlisted` a waiting place. */
  status: Type.String(),
  sequence,
});

export const liveEvents = {
  "live.session.created": { about: "A live session was scheduled", payload: session },
  "live.session.edited": { about: "Members of a live session changed", payload: edited },
  "live.session.started": { about: "A live session began", payload: session },
  "live.session.ended": { about: "A live session came to its end", payload: session },
  "live.session.cancelled": { about: "A live session was called off", payload: cancelled },
  "live.registration.created": { about: "A person took a seat", payload: seat },
  "live.registration.waitlisted": { about: "A person joined the waiting list", payload: waitlisted },
  "live.registration.promoted": { about: "A waiting person got a seat", payload: seat },
  "live.registration.cancelled": {
    about: "A person gave up a seat or a waiting place",
    payload: released,
  },
  "live.queue.joined": { about: "A person joined the line of office hours", payload: place },
  "live.queue.left": { about: "A person left the line of office hours, or had their turn", payload: place },
  "live.queue.called": { about: "A person was called in, it being their turn", payload: place },
  "live.queue.missed": {
    about: "A person was called in vain, and is at the end of the line",
    payload: place,
  },
} as const;
