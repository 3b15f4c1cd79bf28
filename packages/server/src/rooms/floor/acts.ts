import { refuse } from "#kernel/errors.ts";
import { cleanNotes } from "#kernel/text.ts";
import { mostMessages } from "../book.ts";
import type { ClientMessage } from "../protocol/messages.ts";
import { keepAllowed } from "./allowing.ts";
import { letIn, shown } from "./arriving.ts";
import { answer, ask, stopAsking } from "./consent.ts";
import type { Core } from "./core.ts";
import { closeRoom, sendAway } from "./leaving.ts";
import { reconsider } from "./reconsidering.ts";
import { settle, stopRecording } from "./recording.ts";
import { change, type Person, switchedOff } from "./state.ts";

type Act<T extends ClientMessage["type"]> = (
  core: Core,
  person: Person & { connectionId: string },
  message: Extract<ClientMessage, { type: T }>,
) => Promise<void> | void;

/** What each message does, once nothing speaks against it. */
export const acts: { [T in Exclude<ClientMessage["type"], "hello">]: Act<T> } = {
  async publish(core, { connectionId }, { sdp, tracks }) {
    const answer = await core.media.publish(connectionId, { sdp, tracks });
    core.connected.get(connectionId)?.connection.send({ type: "published", sdp: answer.sdp });
  },
  answer: (core, { connectionId }, { sdp, negotiation }) =>
    core.media.answer(connectionId, { sdp, negotiation }),
  candidate: (core, { connectionId }, { connection, candidate }) =>
    core.media.addCandidate(connectionId, connection, candidate),
  media: switchMedia,
  renew: (core, { connectionId }) => core.media.renew(connectionId),
  chat,
  hand: (core, { id }, { raised }) => core.take(change(core.state, id, { hand: raised })),
  reaction: react,
  async consent(core, { id }, { agreed }) {
    await core.parts.book.agree(core.room, id, agreed);
    core.take(answer(core.state, id, agreed));
    settle(core);
  },
  leave: (core, { id }) => sendAway(core, id, "left"),
  async admit(core, person, { participantId }) {
    await core.parts.book.admit(core.room, participantId, person.id);
    const waiting = core.state.lobby.get(participantId);
    if (waiting) await letIn(core, waiting.connectionId);
  },
  async refuse(core, person, { participantId }) {
    await core.parts.book.refuse(core.room, participantId, person.id);
    if (core.state.lobby.has(participantId)) sendAway(core, participantId, "refused");
  },
  async remove(core, person, { participantId }) {
    await core.parts.book.remove(core.room, participantId, person.id);
    sendAway(core, participantId, "removed");
  },
  async mute(core, _person, { participantId }) {
    core.take(change(core.state, participantId, { microphone: false, isMuted: true }));
    core.send(participantId, { type: "muted" });
    await keepAllowed(core, participantId);
  },
  async speak(core, person, { participantId, allowed }) {
    await core.parts.book.letSpeak(core.room, participantId, allowed, person.id);
    core.take(change(core.state, participantId, { speaks: allowed, ...(allowed ? {} : switchedOff) }));
    await keepAllowed(core, participantId);
  },
  record: (core, person, { on }) => (on ? beginAsking(core, person) : endRecording(core, person)),
  async begin(core, person) {
    await core.parts.book.begin(core.room, person.id);
    await reconsider(core);
  },
  async end(core, person) {
    // Whether there is anything to end follows from who was there.
    await core.diary.written(core.room);
    await core.parts.book.end(core.room, person.id);
    await closeRoom(core, "ended");
  },
};

/** What a host muted stays so until its owner has said that it is off, and then on again. */
async function switchMedia(...[core, person, message]: Parameters<Act<"media">>): Promise<void> {
  const isMuted = person.isMuted && message.microphone;
  const { camera, screen } = message;
  core.take(
    change(core.state, person.id, { camera, screen, microphone: message.microphone && !isMuted, isMuted }),
  );
  if (person.isMuted !== isMuted) await keepAllowed(core, person.id);
}

async function chat(...[core, person, { text }]: Parameters<Act<"chat">>): Promise<void> {
  const clean = cleanNotes(text);
  if (!clean.ok) throw refuse("invalid_request", `text ${clean.reason}`);
  if (clean.text.trim() === "") throw refuse("invalid_request", "text is blank");
  const kept = await core.parts.book.keep(core.room, person.id, clean.text.trim());
  core.chat.push(kept);
  if (core.chat.length > mostMessages) core.chat.shift();
  core.take({ state: core.state, says: [{ to: "all", message: { type: "chat", message: shown(kept) } }] });
}

async function react(...[core, person, { emoji }]: Parameters<Act<"reaction">>): Promise<void> {
  const { parts, room, state, connected } = core;
  if (!parts.reactions.includes(emoji)) throw refuse("invalid_request", "there is no such reaction");
  core.take({
    state,
    says: [{ to: "all", message: { type: "reaction", participantId: person.id, emoji } }],
  });
  const key = connected.get(person.connectionId)?.participant.key ?? "";
  await parts.onReaction({ room, key, emoji, at: parts.clock() });
}

/** Whoever asks for a recording agrees to it. */
async function beginAsking(core: Core, { id, name }: Person): Promise<void> {
  if (core.state.recording.state !== "off") throw refuse("conflict", "a recording is on, or asked for");
  await core.parts.book.agree(core.room, id, true);
  if (core.state.recording.state !== "off" || core.isClosed) return;
  core.take(change(core.state, id, { agreed: true }));
  core.take(ask(core.state, { id, name }));
  settle(core);
}

async function endRecording(core: Core, { id }: Person): Promise<void> {
  const { state } = core.state.recording;
  if (state === "starting") throw refuse("conflict", "the recording is just beginning");
  if (state === "asking") {
    core.take(stopAsking(core.state));
    settle(core);
  } else await stopRecording(core, id);
}
