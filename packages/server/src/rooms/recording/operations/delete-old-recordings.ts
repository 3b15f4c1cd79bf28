import type { Database } from "#database/tenancy.ts";
import { record } from "../../record.ts";
import { lockRoom } from "../../rooms-store.ts";
import { folderOf, removeFolder } from "../folders.ts";
import { findRoomsToForget, listOfRoom, markDeleted } from "../store.ts";

interface Parts {
  database: Database;
  directory: string;
  now: Date;
  /** Recordings that were over before this are kept no longer. */
  before: Date;
}

/**
 * Deletes recordings that were kept for long enough. All of a room go together, once the last of them is old enough: a
 * chain of manifests from whose beginning something is missing could not be told from one that was tampered with.
 */
export async function deleteOldRecordings(parts: Parts): Promise<void> {
  const { database, before } = parts;
  for (;;) {
    const rooms = await database.asSystem((tx) => findRoomsToForget(tx, before));
    if (rooms.length === 0) return;
    for (const { organizationId, roomId } of rooms) await deleteOfRoom(parts, { organizationId, id: roomId });
  }
}

async function deleteOfRoom(
  { database, directory, now }: Parts,
  place: { organizationId: string; id: string },
): Promise<void> {
  await database.asTenant(place.organizationId, async (tx) => {
    const room = await lockRoom(tx, place.organizationId, place.id);
    if (!room) return;
    for (const recording of await listOfRoom(tx, place)) {
      // Files first: what is cut off here is found again, and deleted again, as long as the row says that there are some.
      await removeFolder(folderOf(directory, recording));
      if (!(await markDeleted(tx, recording, now))) continue;
      const more = { recordingId: recording.id, number: recording.number };
      await record(tx, room, [{ type: "rooms.recording.deleted", more }], now);
    }
  });
}
