import type { Farewell } from "../protocol/messages.ts";
import { type Core, connectionOf, forget } from "./core.ts";
import { settle, stopRecording } from "./recording.ts";
import { cut, emptyRoom, leave } from "./state.ts";

/** A connection is gone: cut, unless its room had ended it before. Whoever was in the room keeps their place a while. */
export function cutOff(core: Core, connectionId: string): void {
  const found = core.connected.get(connectionId);
  if (!found) return;
  goneFrom(core, connectionId);
  missSomebody(core, found.participant.id);
  closeIfEmpty(core);
}

/** What becomes of somebody whose connection is gone and who has no other. */
function missSomebody(core: Core, id: string): void {
  const isGone = (connectionId: string | null | undefined): boolean =>
    typeof connectionId === "string" && !core.connected.has(connectionId);
  const person = core.state.people.get(id);
  if (
    isGone(core.state.lobby.get(id)?.connectionId) ||
    (person?.isElsewhere && isGone(person.connectionId))
  ) {
    takeOut(core, id);
  } else if (isGone(person?.connectionId)) {
    core.take(cut(core.state, id));
    const leaving = setTimeout(() => {
      takeOut(core, id);
      closeIfEmpty(core);
    }, core.parts.times.awayFor);
    core.away.set(id, leaving);
    settle(core);
  }
}

/** Takes somebody out of the room or the lobby at once, and tells them why. */
export function sendAway(core: Core, id: string, reason: Farewell): void {
  const connection = connectionOf(core, id);
  connection?.bye(reason);
  if (connection) goneFrom(core, connection.id);
  takeOut(core, id);
  closeIfEmpty(core);
}

/** What there was of a connection: its media, and its attendance. */
export function goneFrom(core: Core, connectionId: string): void {
  const found = core.connected.get(connectionId);
  if (!found) return;
  const person = core.state.people.get(found.participant.id);
  forget(core, connectionId);
  if (person?.connectionId === connectionId && !person.isElsewhere) {
    core.diary.note(core.room, { kind: "left", at: core.parts.clock(), connectionId });
  }
}

/** Ends the room for everybody in it. Resolves when its recording, too, has ended. */
export function closeRoom(core: Core, reason: Farewell): Promise<void> {
  if (core.isClosed) return Promise.resolve();
  core.isClosed = true;
  for (const timer of core.away.values()) clearTimeout(timer);
  core.away.clear();
  for (const [id, { connection }] of core.connected) {
    connection.bye(reason);
    goneFrom(core, id);
  }
  const { recording } = core.state;
  core.state = { ...emptyRoom, recording };
  const ended = stopRecording(core, null);
  core.onClosed(ended);
  return ended;
}

/** Takes somebody out of the room or the lobby whose connection has gone. */
export function takeOut(core: Core, id: string): void {
  clearTimeout(core.away.get(id));
  core.away.delete(id);
  core.take(leave(core.state, id));
  settle(core);
}

function closeIfEmpty(core: Core): void {
  const { people, lobby } = core.state;
  if (people.size + lobby.size + core.connected.size > 0) return;
  closeRoom(core, "closed").catch(core.parts.onFault);
}
