import type { ErrorCode } from "#kernel/errors.ts";
import type { Room } from "../book.ts";
import type { ClientMessage } from "../protocol/messages.ts";
import { type Source, sources } from "../sfu/port.ts";
import { isKeptOut } from "./consent.ts";
import type { Person, RoomState } from "./state.ts";

/** Why something that a client asked for is not done. */
export interface Fault {
  code: ErrorCode | "consent_required" | "recording_interrupted";
  detail: string;
}

const ofHosts: readonly string[] = [
  "admit",
  "refuse",
  "remove",
  "mute",
  "speak",
  "record",
  "begin",
  "end",
] satisfies ClientMessage["type"][];

const ofMedia: readonly string[] = [
  "publish",
  "answer",
  "candidate",
  "media",
  "renew",
] satisfies ClientMessage["type"][];

/** What speaks against a message of this person; null where nothing does. */
export function findFault(
  room: Room,
  state: RoomState,
  person: Person,
  message: ClientMessage,
): Fault | null {
  const { type } = message;
  if (ofHosts.includes(type) && person.role !== "host") {
    return { code: "forbidden", detail: "only a host may do this" };
  }
  if (ofMedia.includes(type) || type === "hand" || type === "reaction" || type === "record") {
    if (person.isElsewhere) return { code: "conflict", detail: "this room's media is elsewhere" };
  }
  if (ofMedia.includes(type)) return faultOfMedia(state, person, message);
  if (type === "reaction" && !room.subject.hasReactions) {
    return { code: "conflict", detail: "there are no reactions in this room" };
  }
  if (type === "record" && message.on && !room.subject.mayBeRecorded) {
    return { code: "forbidden", detail: "this session may not be recorded" };
  }
  if (type === "begin" && room.subject.state !== "ahead") {
    return { code: "conflict", detail: "the session has begun" };
  }
  return faultOfTarget(state, person, message);
}

function faultOfMedia(state: RoomState, person: Person, message: ClientMessage): Fault | null {
  const sends =
    message.type === "publish" ||
    (message.type === "media" && (message.camera || message.microphone || message.screen));
  if (isKeptOut(state, person) && (sends || message.type !== "media")) {
    return { code: "consent_required", detail: "it is recorded: agree to it first" };
  }
  return !sends || person.speaks ? null : { code: "forbidden", detail: "a host must let you speak first" };
}

/** What is asked about somebody else must fit where they are. */
function faultOfTarget(state: RoomState, person: Person, message: ClientMessage): Fault | null {
  if (!("participantId" in message)) return null;
  const { type, participantId } = message;
  const nobody: Fault = { code: "not_found", detail: "nobody with this id is there" };
  if (type === "admit" || type === "refuse") return state.lobby.has(participantId) ? null : nobody;
  const other = state.people.get(participantId);
  if (type === "remove") {
    if (participantId === person.id)
      return { code: "conflict", detail: "leave, rather than remove yourself" };
    return other || state.lobby.has(participantId) ? null : nobody;
  }
  if (!other) return nobody;
  if (type === "speak" && other.role !== "viewer") {
    return { code: "conflict", detail: "they may speak in any case" };
  }
  return null;
}

/** What is not forwarded of somebody: nothing is while they may not speak, no microphone while a host has muted them. */
export function blockedSources({ speaks, isMuted }: Pick<Person, "speaks" | "isMuted">): readonly Source[] {
  if (!speaks) return sources;
  return isMuted ? ["microphone"] : [];
}
