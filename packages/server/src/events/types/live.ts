import { Type } from "typebox";

const session = Type.Object({ sessionId: Type.String() });
const edited = Type.Object({
  sessionId: Type.String(),
  /** The members that changed, by their names on the wire. */
  changed: Type.Array(Type.String()),
});
const registration = Type.Object({ sessionId: Type.String(), personId: Type.String() });

export const liveEvents = {
  "live.session.created": { about: "A live session was scheduled", payload: session },
  "live.session.edited": { about: "Members of a live session changed", payload: edited },
  "live.session.started": { about: "A live session began", payload: session },
  "live.session.ended": { about: "A live session came to its end", payload: session },
  "live.session.cancelled": { about: "A live session was called off", payload: session },
  "live.registration.created": { about: "A person took a seat", payload: registration },
  "live.registration.waitlisted": { about: "A person joined the waiting list", payload: registration },
  "live.registration.promoted": { about: "A waiting person got a seat", payload: registration },
  "live.registration.cancelled": {
    about: "A person gave up a seat or a waiting place",
    payload: registration,
  },
} as const;
