import { join } from "node:path";
import type { Database, Transaction } from "#database/tenancy.ts";
import { addJobs } from "#events/jobs.ts";
import type { Clock } from "#kernel/clock.ts";
import { formatInstant } from "#kernel/instant.ts";
import { type RoomRules, readSubject } from "../../parts.ts";
import { record } from "../../record.ts";
import { lockRoom, type RoomRow } from "../../rooms-store.ts";
import { folderOf, makeFolder, writeWhole } from "../folders.ts";
import { encodeManifest, type Manifest, manifestName, sha256 } from "../manifest.ts";
import {
  findPreviousDigest,
  findUnfinished,
  findWhoCame,
  insertFiles,
  markFinished,
  type RecordedFile,
  type Recording,
} from "../store.ts";
import { tellJob } from "../task-names.ts";
import { type FoundFile, finishFiles } from "../track-files.ts";

export interface FinishParts extends Pick<RoomRules, "products"> {
  database: Database;
  clock: Clock;
  directory: string;
}

type Place = { organizationId: string; id: string };

/**
 * Finishes whatever of a room's recordings has stopped, one after another, for each manifest names the one before it.
 * Cut off at any moment, it begins again with the same outcome.
 */
export async function finishRecordings(parts: FinishParts, room: Place): Promise<void> {
  const { database } = parts;
  for (;;) {
    const recording = await database.asTenant(room.organizationId, (tx) => findUnfinished(tx, room));
    if (!recording?.stoppedAt) return;
    // Not in a transaction: files are read, which takes as long as they are large.
    const folder = folderOf(parts.directory, recording);
    await makeFolder(folder);
    const files = await finishFiles(folder);
    const stopped = { ...recording, stoppedAt: recording.stoppedAt };
    await database.asTenant(room.organizationId, (tx) => seal(parts, tx, stopped, files));
  }
}

type Stopped = Recording & { stoppedAt: Date };

/** Writes the manifest and what it says into the database, in this order: a manifest that no row names is written anew. */
async function seal(
  parts: FinishParts,
  tx: Transaction,
  recording: Stopped,
  found: readonly FoundFile[],
): Promise<void> {
  const { organizationId, roomId, id, number } = recording;
  const room = await lockRoom(tx, organizationId, roomId);
  if (!room) throw new Error("the room of a recording is not there");
  const files = await withPeople(tx, recording, found);
  const previousSha256 = await findPreviousDigest(tx, recording);
  const subject = await readSubject(parts, tx, room);
  const session = subject?.pathId ?? room.sessionId;
  const bytes = encodeManifest(manifestOf(recording, { room, session, files, previousSha256 }));
  await writeWhole(join(folderOf(parts.directory, recording), manifestName), bytes);
  const finishedAt = parts.clock();
  const sealed = { finishedAt, manifestSha256: sha256(bytes), previousSha256 };
  if (!(await markFinished(tx, recording, sealed))) return;
  await insertFiles(tx, recording, files);
  const more = { recordingId: id, number };
  await record(tx, room, [{ type: "rooms.recording.finished", more }], finishedAt);
  await addJobs(tx, [tellJob(room)]);
}

async function withPeople(
  tx: Transaction,
  { organizationId, roomId }: Recording,
  files: readonly FoundFile[],
): Promise<RecordedFile[]> {
  const ids = files.map(({ connectionId }) => connectionId);
  const came = await findWhoCame(tx, { organizationId, id: roomId }, ids);
  const people = new Map(came.map(({ connectionId, ...person }) => [connectionId, person]));
  return files.map((file) => ({ ...file, participant: people.get(file.connectionId) ?? null }));
}

interface Contents {
  room: RoomRow;
  /** In the address of its page. */
  session: string;
  files: readonly RecordedFile[];
  previousSha256: string | null;
}

const manifestOf = (
  { organizationId, roomId, number, startedAt, stoppedAt, interrupted }: Stopped,
  { room, session, files, previousSha256 }: Contents,
): Manifest => ({
  version: 1,
  organization: organizationId,
  room: roomId,
  product: room.product,
  session,
  number,
  startedAt: formatInstant(startedAt),
  stoppedAt: formatInstant(stoppedAt),
  interrupted,
  files: files.map((file) => ({
    name: file.name,
    participant: file.participant,
    connection: file.connectionId,
    sources: file.sources,
    startedAt: formatInstant(file.startedAt),
    milliseconds: file.milliseconds,
    bytes: file.bytes,
    sha256: file.sha256,
  })),
  previous: previousSha256,
});
