import type { LinkState, TicketRefused } from "./connection.ts";
import type {
  ChatMessage,
  Farewell,
  Features,
  FromServer,
  Participant,
  RecordingState,
  ServerMessage,
  WaitingPerson,
} from "./messages.ts";

/** An emoji that floats by. */
interface Reaction {
  number: number;
  participantId: string;
  emoji: string;
}

/** What the room has told us, and where we stand in it. */
export interface RoomState {
  /** `elsewhere`: the media is at an outside provider. */
  place: "outside" | "lobby" | "inside" | "elsewhere" | "gone";
  link: LinkState;
  lobby: Pick<FromServer<"lobby">, "awaits" | "ahead"> | null;
  you: Participant | null;
  /** In the order in which they came. */
  others: readonly Participant[];
  chat: readonly ChatMessage[];
  /** Messages of others that came while the chat was not open. */
  unread: number;
  isChatOpen: boolean;
  recording: RecordingState;
  mustConsent: boolean;
  /** Who waits in the lobby; for hosts. */
  waiting: readonly WaitingPerson[];
  features: Features;
  iceServers: FromServer<"welcome">["iceServers"];
  /** RFC 3339; null before the session has begun. */
  beganAt: string | null;
  reactions: readonly Reaction[];
  join: unknown;
  farewell: Farewell | null;
  refusal: Pick<TicketRefused, "code" | "message"> | null;
  /** Numbers reactions. */
  count: number;
}

export type RoomEvent =
  | { type: "server"; message: ServerMessage }
  | { type: "link"; link: LinkState }
  | { type: "bye"; reason: Farewell }
  | { type: "refused"; refusal: Pick<TicketRefused, "code" | "message"> }
  | { type: "chat_opened"; isOpen: boolean }
  | { type: "reaction_over"; number: number }
  | { type: "answered_consent" };

export const outside: RoomState = {
  place: "outside",
  link: "idle",
  lobby: null,
  you: null,
  others: [],
  chat: [],
  unread: 0,
  isChatOpen: false,
  recording: { state: "off", since: null, by: null, missing: [], declined: [] },
  mustConsent: false,
  waiting: [],
  features: { mayRecord: false, hasRecord: false, reactions: false, mayBegin: false },
  iceServers: [],
  beganAt: null,
  reactions: [],
  join: null,
  farewell: null,
  refusal: null,
  count: 0,
};

/** What follows from what happened; pure. */
export function reduce(state: RoomState, event: RoomEvent): RoomState {
  switch (event.type) {
    case "server":
      return hear(state, event.message);
    case "link":
      // Coming in again after the end begins with a clean slate.
      if (event.link === "connecting") return { ...outside, link: "connecting" };
      return { ...state, link: event.link };
    case "bye":
      return { ...state, place: "gone", farewell: event.reason };
    case "refused":
      return { ...state, place: "gone", refusal: event.refusal };
    case "chat_opened":
      return { ...state, isChatOpen: event.isOpen, unread: event.isOpen ? 0 : state.unread };
    case "reaction_over":
      return { ...state, reactions: state.reactions.filter(({ number }) => number !== event.number) };
    case "answered_consent":
      return { ...state, mustConsent: false };
  }
}

function hear(state: RoomState, message: ServerMessage): RoomState {
  switch (message.type) {
    case "lobby":
      return { ...state, place: "lobby", lobby: { awaits: message.awaits, ahead: message.ahead } };
    case "welcome":
      return enter(state, message);
    case "handover":
      return { ...state, place: "elsewhere", join: message.join };
    case "waiting":
      return { ...state, waiting: message.people };
    case "recording":
      return { ...state, recording: message.recording, mustConsent: message.mustConsent };
    case "began":
      return { ...state, beganAt: message.at, features: { ...state.features, mayBegin: false } };
    case "chat":
      return receive(state, [message.message]);
    case "reaction": {
      const { participantId, emoji } = message;
      const count = state.count + 1;
      return { ...state, count, reactions: [...state.reactions, { number: count, participantId, emoji }] };
    }
    case "joined":
    case "changed":
      return meet(state, message.participant);
    case "left":
      return { ...state, others: state.others.filter(({ id }) => id !== message.participantId) };
    default:
      // Of the media connections, the farewell, or only to be announced: nothing to remember.
      return state;
  }
}

function enter(state: RoomState, message: FromServer<"welcome">): RoomState {
  const { you, participants, recording, mustConsent, features, iceServers, beganAt } = message;
  const isReturn = state.place === "inside";
  const entered: RoomState = {
    ...state,
    place: "inside",
    lobby: null,
    you,
    others: participants.filter(({ id }) => id !== you.id),
    recording,
    mustConsent,
    features,
    iceServers,
    beganAt,
    waiting: [],
  };
  // What was written before one came is history, what was written during a cut is news.
  return isReturn ? receive(entered, message.chat) : { ...entered, chat: message.chat, unread: 0 };
}

function receive(state: RoomState, messages: readonly ChatMessage[]): RoomState {
  const known = new Set(state.chat.map(({ id }) => id));
  const fresh = messages.filter(({ id }) => !known.has(id));
  const foreign = fresh.filter(({ participantId }) => participantId !== state.you?.id);
  return {
    ...state,
    chat: [...state.chat, ...fresh],
    unread: state.isChatOpen ? 0 : state.unread + foreign.length,
  };
}

function meet(state: RoomState, participant: Participant): RoomState {
  if (participant.id === state.you?.id) return { ...state, you: participant };
  const isKnown = state.others.some(({ id }) => id === participant.id);
  const others = isKnown
    ? state.others.map((other) => (other.id === participant.id ? participant : other))
    : [...state.others, participant];
  return { ...state, others };
}

/** Whether anything is to be seen and heard: what is recorded, only by whom has agreed to be recorded. */
export const hasMedia = (state: RoomState): boolean =>
  state.place === "inside" && !(state.recording.state === "on" && state.mustConsent);

/** How many cameras are on in the room. */
export const countCameras = ({ you, others }: RoomState): number =>
  [you, ...others].filter((participant) => participant?.camera).length;
