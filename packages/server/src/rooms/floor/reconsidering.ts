import type { Entry } from "../book.ts";
import { keepAllowed } from "./allowing.ts";
import { keepWaiting, letIn } from "./arriving.ts";
import type { Core } from "./core.ts";
import { closeRoom, sendAway } from "./leaving.ts";
import { change, switchedOff } from "./state.ts";

/**
 * Asks anew who may be here and how, and follows the answer: those who may not be here any more go, those whose turn
 * has come go in, and when the session is over everybody goes.
 */
export async function reconsider(core: Core): Promise<void> {
  const ids = [...core.state.people.keys(), ...core.state.lobby.keys()];
  const { room, why, entries } = await core.parts.book.reconsider(core.room, ids);
  if (core.isClosed) return;
  if (!room) return closeRoom(core, why ?? "closed");
  const hadBegun = core.room.beganAt !== null;
  core.room = room;
  if (room.beganAt && !hadBegun) {
    const message = { type: "began", at: room.beganAt.toISOString() } as const;
    core.take({ state: core.state, says: [{ to: "all", message }] });
  }
  for (const id of ids) {
    const entry = entries.get(id);
    if (!entry) sendAway(core, id, "removed");
    else if (core.state.lobby.has(id)) await waitOn(core, id, entry);
    else await standAs(core, id, entry);
  }
}

type Standing = Pick<Entry, "participant" | "enters" | "ahead">;

async function waitOn(core: Core, id: string, entry: Standing): Promise<void> {
  const connectionId = core.state.lobby.get(id)?.connectionId ?? "";
  const found = core.connected.get(connectionId);
  if (!found) return;
  found.participant = entry.participant;
  if (entry.enters === "at_once") await letIn(core, connectionId);
  else keepWaiting(core, connectionId, entry);
}

/** Somebody in the room may have become a host, be one no longer, or have another name. */
async function standAs(core: Core, id: string, { participant }: Standing): Promise<void> {
  const person = core.state.people.get(id);
  if (!person) return;
  const { name, role, speaks } = participant;
  core.take(change(core.state, id, { name, role, speaks, ...(speaks ? {} : switchedOff) }));
  if (person.speaks !== speaks) await keepAllowed(core, id);
}
