import type { Statements } from "#database/tenancy.ts";
import { listFiles, listOfRoom, type RecordedFile, type Recording } from "./store.ts";

/** A recording with its files; none while they are not finished. */
export interface Listed extends Recording {
  files: RecordedFile[];
}

/** All of a room's recordings, in the order in which they began. */
export async function listRecordings(
  tx: Statements,
  room: { organizationId: string; id: string },
): Promise<Listed[]> {
  const recordings = await listOfRoom(tx, room);
  const ids = recordings.map(({ id }) => id);
  const files = Map.groupBy(await listFiles(tx, room.organizationId, ids), ({ recordingId }) => recordingId);
  return recordings.map((recording) => ({ ...recording, files: files.get(recording.id) ?? [] }));
}
