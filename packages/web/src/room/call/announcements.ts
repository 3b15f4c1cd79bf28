import type { FromServer, Participant, ServerMessage } from "../client/messages.ts";
import type { RoomState } from "../client/state.ts";
import { reactions } from "./text.ts";

export interface Announcement {
  text: string;
  tone: "info" | "bad";
  /** For screen readers alone: others see it where it happens. */
  isHidden: boolean;
}

/** With more people than this, coming and going is no news any more. */
const few = 12;

/** What is to be said of a message, given what was known before it; null for nothing. Pure. */
export function announcementOf(message: ServerMessage, before: RoomState): Announcement | null {
  const nameOf = (id: string): string => before.others.find((other) => other.id === id)?.name ?? "";
  switch (message.type) {
    case "joined": {
      const isNew = nameOf(message.participant.id) === "";
      return isNew && before.others.length < few ? shown(`${message.participant.name} has joined`) : null;
    }
    case "left": {
      const name = nameOf(message.participantId);
      return name !== "" && before.others.length <= few ? shown(`${name} has left`) : null;
    }
    case "changed":
      return changeOf(message.participant, before);
    case "chat": {
      const { participantId, name, text } = message.message;
      if (participantId === before.you?.id || before.isChatOpen) return null;
      return shown(`${name}: ${shortened(text)}`);
    }
    case "reaction": {
      const known = reactions.find(({ emoji }) => emoji === message.emoji);
      const name = nameOf(message.participantId);
      return known && name !== "" ? hidden(`${name} reacts: ${known.name}`) : null;
    }
    case "recording":
      return recordingOf(message, before);
    case "muted":
      return shown("A host has muted you. You can unmute yourself.");
    case "began":
      return shown("The session has begun");
    case "fault":
      return mediaFaults.has(message.code) ? null : { text: message.detail, tone: "bad", isHidden: false };
    default:
      return null;
  }
}

/** The room deals with these by itself. */
const mediaFaults: ReadonlySet<string> = new Set(["consent_required", "restarting", "no_peer", "no_answer"]);

const shown = (text: string): Announcement => ({ text, tone: "info", isHidden: false });
const hidden = (text: string): Announcement => ({ text, tone: "info", isHidden: true });

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

function changeOf(after: Participant, { you, others }: RoomState): Announcement | null {
  if (after.id === you?.id) {
    if (after.speaks === you.speaks) return null;
    return shown(
      after.speaks
        ? "A host lets you speak: turn your microphone on when you like"
        : "You are listening again",
    );
  }
  const before = others.find(({ id }) => id === after.id);
  if (!before) return null;
  if (after.hand && !before.hand) return shown(`${after.name} raises a hand`);
  if (after.screen && !before.screen) return hidden(`${after.name} shares the screen`);
  if (!after.screen && before.screen) return hidden(`${after.name} no longer shares the screen`);
  if (after.away && !before.away) return hidden(`${after.name} has lost the connection`);
  if (!after.away && before.away) return hidden(`${after.name} is back`);
  return null;
}

function recordingOf({ recording }: FromServer<"recording">, before: RoomState): Announcement | null {
  if (recording.state === before.recording.state) return null;
  const { hasRecord } = before.features;
  if (recording.state === "on")
    return shown(hasRecord ? "You are on the record" : "This session is being recorded");
  if (recording.state === "asking") return null;
  if (before.recording.state !== "on") return shown("It is not recorded");
  return shown(hasRecord ? "You are off the record" : "It is no longer recorded");
}
