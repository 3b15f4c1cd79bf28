import type { Database } from "#database/tenancy.ts";
import type { Clock } from "#kernel/clock.ts";
import { note } from "../../operations/note.ts";
import { type RoomRules, readSubject } from "../../parts.ts";
import { findRoom } from "../../rooms-store.ts";
import { stateOf } from "../presenter.ts";
import { listOfRoom } from "../store.ts";

interface Parts extends RoomRules {
  database: Database;
  clock: Clock;
  /** Where browsers reach the server. */
  publicUrl: string;
}

/** Tells the session's product where its recording can be watched: an address that lasts, and asks who comes. */
export async function tellOfRecording(
  parts: Parts,
  place: { organizationId: string; id: string },
): Promise<void> {
  const { database, clock, publicUrl } = parts;
  await database.asTenant(place.organizationId, async (tx) => {
    const room = await findRoom(tx, place.organizationId, place.id);
    const ready = (await listOfRoom(tx, place)).find((recording) => stateOf(recording) === "ready");
    const subject = room && (await readSubject(parts, tx, room));
    if (!subject || !ready?.finishedAt) return;
    const url = `${publicUrl}/api/rooms/${encodeURIComponent(subject.pathId)}/recording`;
    await note(parts, tx, place, [{ kind: "recorded", at: ready.finishedAt, url }], clock());
  });
}
