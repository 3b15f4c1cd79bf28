import { Type } from "typebox";

/** Which room it is, and of which session: the id of its row. */
const place = { roomId: Type.String(), product: Type.String(), sessionId: Type.String() };
const room = Type.Object(place);
const participant = Type.Object({ ...place, participantId: Type.String() });
const connection = Type.Object({
  ...place,
  participantId: Type.String(),
  /** Of this one coming. */
  connectionId: Type.String(),
  /** When it happened, RFC 3339, which may be before it was heard of. */
  at: Type.String(),
});
const recording = Type.Object({
  ...place,
  recordingId: Type.String(),
  /** Of its room's recordings, from 1. */
  number: Type.Integer(),
});

export const roomEvents = {
  "rooms.began": { about: "A session began in its room", payload: room },
  "rooms.ended": { about: "A session ended in its room", payload: room },
  "rooms.participant.joined": { about: "Somebody came into a room", payload: connection },
  "rooms.participant.left": { about: "Somebody left a room", payload: connection },
  "rooms.participant.admitted": {
    about: "A host let somebody in who waited in the lobby",
    payload: participant,
  },
  "rooms.participant.refused": { about: "A host sent somebody in the lobby away", payload: participant },
  "rooms.participant.removed": { about: "A host put somebody out of a room for good", payload: participant },
  "rooms.recording.started": { about: "A room's recording began: it is on the record", payload: recording },
  "rooms.recording.stopped": {
    about: "A recording ended, or was cut short by a crash: it is off the record",
    payload: recording,
  },
  "rooms.recording.finished": {
    about: "A recording's files are whole, and its manifest is written",
    payload: recording,
  },
  "rooms.recording.deleted": { about: "A recording had been kept for long enough", payload: recording },
  "rooms.attendance.finished": {
    about: "A session is over and everybody has left: the report on attendance is final",
    payload: room,
  },
} as const;
