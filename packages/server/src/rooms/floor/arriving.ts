import type { Static } from "typebox";
import type { BookedParticipant, Entry, KeptMessage } from "../book.ts";
import type { Awaits, ChatMessage } from "../protocol/messages.ts";
import { type Connection, explain } from "./connection.ts";
import { isKeptOut, mustConsent, recordingFor } from "./consent.ts";
import type { Core } from "./core.ts";
import { cutOff, goneFrom, takeOut } from "./leaving.ts";
import { settle } from "./recording.ts";
import { enter, participantOf, peopleHere, wait } from "./state.ts";

/** Takes in whoever came with a ticket, or has them wait. An older connection of theirs makes room. */
export async function arrive(core: Core, entry: Entry, connection: Connection): Promise<void> {
  const { participant } = entry;
  for (const [id, { connection: older, participant: known }] of core.connected) {
    if (known.id !== participant.id) continue;
    older.bye("replaced");
    goneFrom(core, id);
  }
  core.connected.set(connection.id, { connection, participant, early: [], isLetIn: false });
  if (entry.enters === "at_once") return letIn(core, connection.id);
  // Whoever was in the room and must wait now, because their turn is over, is there no more.
  if (core.state.people.has(participant.id)) takeOut(core, participant.id);
  keepWaiting(core, connection.id, entry);
}

/** Puts somebody into the lobby, or tells them how their waiting goes on. */
export function keepWaiting(core: Core, connectionId: string, entry: Pick<Entry, "enters" | "ahead">): void {
  const found = core.connected.get(connectionId);
  if (!found || entry.enters === "at_once") return;
  const { id, name } = found.participant;
  const since = core.parts.clock();
  core.take(
    wait(core.state, { id, name, connectionId, since, awaits: waitsFor[entry.enters], ahead: entry.ahead }),
  );
}

const waitsFor: Record<Exclude<Entry["enters"], "at_once">, Awaits> = {
  when_admitted: "host",
  when_running: "beginning",
  when_called: "turn",
};

/** Lets somebody in who is connected: into our own room, or to the provider that has it. */
export async function letIn(core: Core, connectionId: string): Promise<void> {
  const found = core.connected.get(connectionId);
  if (!found || found.isLetIn) return;
  found.isLetIn = true;
  if (core.room.subject.provider !== "built_in") return handOver(core, connectionId, found.participant);
  const { connection, participant } = found;
  try {
    if (!isKeptOut(core.state, participant)) await core.media.join(connectionId);
  } catch (fault) {
    connection.send({ type: "fault", about: "hello", ...explain(fault) });
    connection.bye("full");
    return cutOff(core, connectionId);
  }
  // They went, or were replaced, in the meantime.
  if (!core.connected.has(connectionId)) return core.media.leave(connectionId);
  clearTimeout(core.away.get(participant.id));
  core.away.delete(participant.id);
  const step = enter(core.state, participant, connectionId);
  core.state = step.state;
  welcome(core, connectionId);
  core.take(step);
  core.diary.note(core.room, {
    kind: "joined",
    at: core.parts.clock(),
    connectionId,
    participant: { id: participant.id },
  });
  settle(core);
}

function welcome(core: Core, connectionId: string): void {
  const found = core.connected.get(connectionId);
  const person = core.state.people.get(found?.participant.id ?? "");
  if (!found || !person) return;
  const { room, parts, state } = core;
  const { subject } = room;
  found.connection.send({
    type: "welcome",
    you: participantOf(person),
    participants: peopleHere(state)
      .filter(({ id }) => id !== person.id)
      .map(participantOf),
    chat: core.chat.map(shown),
    recording: recordingFor(state, person),
    mustConsent: mustConsent(state, person),
    iceServers: parts.sfu.iceServers(person.id, parts.clock()),
    features: {
      mayRecord: subject.mayBeRecorded,
      hasRecord: subject.hasRecord,
      reactions: subject.hasReactions,
      mayBegin: subject.product === "live" && subject.state === "ahead",
    },
    beganAt: room.beganAt?.toISOString() ?? null,
  });
  for (const message of found.early ?? []) found.connection.send(message);
  found.early = null;
}

/** A chat message as everybody sees it. */
export const shown = ({ sentAt, ...message }: KeptMessage): Static<typeof ChatMessage> => ({
  ...message,
  sentAt: sentAt.toISOString(),
});

/** Tells somebody how to join where the media is. Hosts stay, because the lobby is here. */
async function handOver(core: Core, connectionId: string, participant: BookedParticipant): Promise<void> {
  const connection = core.connected.get(connectionId)?.connection;
  try {
    const join = await core.parts.book.handOver(core.room, participant.id);
    connection?.send({ type: "handover", join });
  } catch (fault) {
    connection?.send({ type: "fault", about: "hello", ...explain(fault) });
    connection?.bye("closed");
    cutOff(core, connectionId);
    throw fault;
  }
  if (participant.role === "host" && core.connected.has(connectionId)) {
    core.take(enter(core.state, participant, connectionId, true));
    return;
  }
  connection?.end();
  cutOff(core, connectionId);
}
