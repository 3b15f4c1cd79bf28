import { type Static, type TSchema, Type } from "typebox";
import { oneOf } from "#kernel/schema.ts";
import { sources } from "../sfu/port.ts";
import { roomRoles } from "../subject.ts";

/** Largest message that either side sends, in bytes. An SDP of a full room is the largest there is. */
export const largestMessage = 256 * 1024;

const literal = <const T extends string>(type: T) => Type.Literal(type);
const message = <const T extends string, P extends Record<string, TSchema>>(type: T, members: P) =>
  Type.Object({ type: literal(type), ...members }, { additionalProperties: false });
const Sdp = Type.String({ maxLength: largestMessage });
const Id = Type.String({ maxLength: 100 });
const SourceName = oneOf(sources);
const Connection = oneOf(["publish", "subscribe"] as const);
const IceCandidate = Type.Union([
  Type.Object({
    candidate: Type.String({ maxLength: 2_000 }),
    sdpMid: Type.Optional(Type.Union([Type.String({ maxLength: 100 }), Type.Null()])),
    sdpMLineIndex: Type.Optional(Type.Union([Type.Integer(), Type.Null()])),
    usernameFragment: Type.Optional(Type.Union([Type.String({ maxLength: 300 }), Type.Null()])),
  }),
  Type.Null(),
]);

/** Somebody in the room, as all others see them. */
export const Participant = Type.Object({
  id: Id,
  name: Type.String(),
  role: oneOf(roomRoles),
  /** May publish: everybody but viewers whom no host has let speak. */
  speaks: Type.Boolean(),
  /** What they have switched on. */
  camera: Type.Boolean(),
  microphone: Type.Boolean(),
  screen: Type.Boolean(),
  hand: Type.Boolean(),
  /** Their connection was cut, and they may be back within seconds. */
  away: Type.Boolean(),
});

export const ChatMessage = Type.Object({
  id: Id,
  participantId: Id,
  name: Type.String(),
  text: Type.String(),
  sentAt: Type.String(),
});

/** Whether the room is recorded, and since when. `asking`: it begins when all who are present have agreed. */
export const RecordingState = Type.Object({
  state: oneOf(["off", "asking", "on"] as const),
  /** When it began, or when the last one ended, RFC 3339; null while it is asked for, and when there was none. */
  since: Type.Union([Type.String(), Type.Null()]),
  /** The name of the host who asked for it; null while it is off. */
  by: Type.Union([Type.String(), Type.Null()]),
  /** Who has not agreed yet, those who declined among them; for hosts. */
  missing: Type.Array(Id),
  /** Who has said no; for hosts. */
  declined: Type.Array(Id),
});

/** What a client sends. The first is `hello`, within five seconds. */
export const ClientMessage = Type.Union([
  message("hello", { ticket: Type.String({ maxLength: 2_000 }) }),
  message("publish", {
    sdp: Sdp,
    tracks: Type.Array(Type.Object({ mid: Type.String({ maxLength: 100 }), source: SourceName }), {
      maxItems: 4,
    }),
  }),
  message("answer", { sdp: Sdp, negotiation: Type.Integer() }),
  message("candidate", { connection: Connection, candidate: IceCandidate }),
  /** What one has switched on. */
  message("media", { camera: Type.Boolean(), microphone: Type.Boolean(), screen: Type.Boolean() }),
  message("chat", { text: Type.String({ minLength: 1, maxLength: 2_000 }) }),
  message("hand", { raised: Type.Boolean() }),
  message("reaction", { emoji: Type.String({ maxLength: 20 }) }),
  /** Whether one agrees to be recorded; who does not is not let hear or see what is recorded. */
  message("consent", { agreed: Type.Boolean() }),
  /** One's media failed: asks for it to be set up anew, at most once in five seconds. */
  message("renew", {}),
  message("leave", {}),
  // Hosts only, from here on.
  message("admit", { participantId: Id }),
  message("refuse", { participantId: Id }),
  message("remove", { participantId: Id }),
  message("mute", { participantId: Id }),
  /** Lets a viewer speak, or no longer. */
  message("speak", { participantId: Id, allowed: Type.Boolean() }),
  /** On the record, off the record. */
  message("record", { on: Type.Boolean() }),
  /** Begins a live session: those who wait for it come in. */
  message("begin", {}),
  message("end", {}),
]);
export type ClientMessage = Static<typeof ClientMessage>;

/**
 * Why a connection ends; the client says it in words of its own language. `ticket`: the ticket is used, expired,
 * revoked or another room's. `restart`: the room is, or will be, in another process. After these two a client may ask
 * for a new ticket by itself, and connect to the address that comes with it.
 */
const farewells = [
  "ticket",
  "full",
  "left",
  "refused",
  "removed",
  "replaced",
  "ended",
  "canceled",
  "closed",
  "invalid",
  "restart",
] as const;
export type Farewell = (typeof farewells)[number];

/** What people in the lobby wait for: a host's word, the beginning, or their turn. */
const waits = ["host", "beginning", "turn"] as const;
export type Awaits = (typeof waits)[number];

/** What the server sends. First comes `lobby` or `welcome`; after `lobby`, `welcome`, `handover` or `bye`. */
export const ServerMessage = Type.Union([
  /** Wait: for a host's word, for the beginning, or for one's turn (`ahead`: how many come before). */
  message("lobby", {
    awaits: oneOf(waits),
    ahead: Type.Union([Type.Integer(), Type.Null()]),
  }),
  message("welcome", {
    you: Participant,
    participants: Type.Array(Participant),
    chat: Type.Array(ChatMessage),
    recording: RecordingState,
    /** Whether one is asked for one's agreement. While a recording is on, whoever has not agreed has no media. */
    mustConsent: Type.Boolean(),
    iceServers: Type.Array(
      Type.Object({
        urls: Type.Array(Type.String()),
        username: Type.Optional(Type.String()),
        credential: Type.Optional(Type.String()),
      }),
    ),
    features: Type.Object({
      mayRecord: Type.Boolean(),
      hasRecord: Type.Boolean(),
      reactions: Type.Boolean(),
      /** A live session that has not begun yet, which a host begins. */
      mayBegin: Type.Boolean(),
    }),
    /** When the session began, RFC 3339; null before. */
    beganAt: Type.Union([Type.String(), Type.Null()]),
  }),
  /**
   * The media is elsewhere: what is needed to join there (see POST /api/rooms/{id}/tickets). The connection ends
   * after it, without a farewell, but a host's: hosts stay for the lobby.
   */
  message("handover", { join: Type.Unknown() }),
  message("joined", { participant: Participant }),
  message("changed", { participant: Participant }),
  message("left", { participantId: Id }),
  /** For hosts: who is in the lobby now. */
  message("waiting", {
    people: Type.Array(
      Type.Object({ id: Id, name: Type.String(), since: Type.String(), awaits: oneOf(waits) }),
    ),
  }),
  message("published", { sdp: Sdp }),
  message("offer", {
    sdp: Sdp,
    negotiation: Type.Integer(),
    tracks: Type.Array(Type.Object({ mid: Type.String(), participantId: Id, source: SourceName })),
  }),
  message("candidate", { connection: Connection, candidate: IceCandidate }),
  /** The media must be set up anew, both connections: publish again, and expect a new offer. */
  message("renew", {}),
  message("chat", { message: ChatMessage }),
  message("reaction", { participantId: Id, emoji: Type.String() }),
  message("recording", { recording: RecordingState, mustConsent: Type.Boolean() }),
  /** A host has muted one's microphone: one says so by `media`, and may unmute oneself by another after it. */
  message("muted", {}),
  message("began", { at: Type.String() }),
  /** What was asked is not possible; `about` is the type of the message that asked. */
  message("fault", { about: Type.String(), code: Type.String(), detail: Type.String() }),
  message("bye", { reason: oneOf(farewells) }),
]);
export type ServerMessage = Static<typeof ServerMessage>;
