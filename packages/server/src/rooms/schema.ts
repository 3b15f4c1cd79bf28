import { type Static, Type } from "typebox";
import { closed, Instant, Name, nullable, oneOf, Uuid } from "#kernel/schema.ts";
import { providerNames } from "./provider-port.ts";
import { roomProducts, roomRoles } from "./subject.ts";

const ways = ["at_once", "when_admitted", "when_running", "when_called"] as const;
const entryStates = ["early", "open", "over", "canceled"] as const;

const Role = oneOf(roomRoles, {
  description: "A viewer sees and hears, and speaks once a host lets them",
});

const RoomVisit = Type.Object(
  {
    id: Type.String({ description: "The id in the address of the session's page" }),
    product: oneOf(roomProducts),
    title: Type.String(),
    organizationName: Type.String(),
    startsAt: Instant(),
    endsAt: nullable(Instant({ description: "The planned end; null where none is planned." })),
    timeZone: nullable(Type.String({ description: "IANA name; null where the session has none" })),
    provider: oneOf(providerNames, { description: "Who does the media" }),
    now: Instant({ description: "The server's clock." }),
    entry: Type.Object({
      state: oneOf(entryStates, { description: "Whether tickets are given out now" }),
      opensAt: Instant(),
      closesAt: Instant({ description: "Later while people are in the room." }),
    }),
    you: Type.Object({
      name: nullable(Type.String()),
      role: Role,
      enters: oneOf(ways, {
        description:
          "`when_admitted` by a host, `when_running` as soon as the session has begun, `when_called` by turn of its queue",
      }),
      asksName: Type.Boolean({ description: "A ticket needs a `name`" }),
      removed: Type.Boolean({ description: "A host has put you out: you get no ticket" }),
    }),
    features: Type.Object({
      mayBeRecorded: Type.Boolean(),
      hasRecord: Type.Boolean({ description: "Times on and off the record are kept" }),
      hasReactions: Type.Boolean(),
    }),
  },
  { $id: "RoomVisit" },
);

const RoomTicket = Type.Object(
  {
    ticket: Type.String({ description: "The first message over the WebSocket is `hello` with it" }),
    expiresAt: Instant(),
    socketUrl: Type.String({ description: "Where the WebSocket is opened" }),
    participantId: Uuid(),
    provider: oneOf(providerNames),
  },
  { $id: "RoomTicket" },
);

const Attendee = Type.Object({
  participantId: nullable(Uuid({ description: "Null for who was expected and did not come." })),
  personId: nullable(Type.String()),
  invitationId: nullable(Type.String()),
  name: nullable(Type.String()),
  role: Role,
  attended: Type.Boolean(),
  present: Type.Boolean({ description: "Is in the room now" }),
  firstJoinedAt: nullable(Instant()),
  lastLeftAt: nullable(Instant()),
  totalSeconds: Type.Integer({ description: "What overlapping connections share counts once" }),
  comings: Type.Array(Type.Object({ joinedAt: Instant(), leftAt: nullable(Instant()) })),
});

const RoomAttendance = Type.Object(
  {
    id: Type.String({ description: "The id in the address of the session's page" }),
    roomId: nullable(Uuid({ description: "Null while nobody has asked for the room." })),
    product: oneOf(roomProducts),
    sessionId: Type.String(),
    startsAt: Instant(),
    endsAt: nullable(Instant()),
    beganAt: nullable(Instant()),
    endedAt: nullable(Instant()),
    final: Type.Boolean({ description: "The session is over and everybody has left" }),
    people: Type.Array(Attendee),
  },
  { $id: "RoomAttendance" },
);

export const VisitAnswer = Type.Ref("RoomVisit");
export const TicketAnswer = Type.Ref("RoomTicket");
export const AttendanceAnswer = Type.Ref("RoomAttendance");
export const Done = Type.Object({ success: Type.Literal(true) });

const pathId = Type.String({
  minLength: 1,
  maxLength: 500,
  description: "As in the address of the session's page: a UUID, or a deposition's remote_session_id",
});
export const RoomId = closed({ id: pathId });
export const RoomParticipantId = closed({ id: pathId, participantId: Uuid() });

const Invitation = Type.String({
  minLength: 1,
  maxLength: 200,
  description: "What stands behind `#invitation=` in the link of an invitation",
});

export const VisitRoom = closed({ invitation: Invitation });
export const IssueTicket = closed({
  invitation: Type.Optional(Invitation),
  name: Type.Optional(Name({ description: "How others see you, where you have no account here." })),
});
export type IssueTicket = Static<typeof IssueTicket>;

export const models = [RoomVisit, RoomTicket, RoomAttendance];
