import { sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import type { Source } from "../sfu/port.ts";

/** One stretch on the record. */
export interface Recording {
  organizationId: string;
  id: string;
  roomId: string;
  number: number;
  startedAt: Date;
  /** When its process last said that it runs, and how often it has. */
  seenAt: Date;
  beats: number;
  /** Null while it runs. */
  stoppedAt: Date | null;
  interrupted: boolean;
  /** When its files were whole and its manifest written. */
  finishedAt: Date | null;
  manifestSha256: string | null;
  previousSha256: string | null;
  deletedAt: Date | null;
}

export interface RecordedFile {
  name: string;
  connectionId: string;
  participant: { id: string; key: string; name: string } | null;
  sources: Source[];
  startedAt: Date;
  milliseconds: number;
  bytes: number;
  sha256: string;
}

type Place = { organizationId: string; id: string };

const columns = sql`
  r.organization_id as "organizationId", r.id, r.room_id as "roomId", r.number, r.started_at as "startedAt",
  r.seen_at as "seenAt", r.beats, r.stopped_at as "stoppedAt", r.interrupted, r.finished_at as "finishedAt",
  r.manifest_sha256 as "manifestSha256", r.previous_sha256 as "previousSha256", r.deleted_at as "deletedAt"`;

/** Makes the next recording of a locked room. Violates `room_recordings_running` while another runs. */
export async function insertRecording(
  tx: Transaction,
  room: Place,
  { id, by, now }: { id: string; by: string; now: Date },
): Promise<Recording> {
  const row = await tx.first<Recording>(sql`
    insert into room_recordings as r (organization_id, id, room_id, number, started_at, started_by, seen_at)
    select ${room.organizationId}, ${id}, ${room.id}, coalesce(max(number), 0) + 1, ${now}, ${by}, ${now}
    from room_recordings where organization_id = ${room.organizationId} and room_id = ${room.id}
    returning ${columns}`);
  if (!row) throw new Error("a recording was not written");
  return row;
}

/** Compare-and-set: null when it had stopped already. */
export const markStopped = (
  tx: Statements,
  { organizationId, id }: Place,
  { stoppedAt, interrupted }: { stoppedAt: Date; interrupted: boolean },
): Promise<Recording | null> =>
  tx.first(sql`
    update room_recordings as r set stopped_at = greatest(${stoppedAt}, r.started_at), interrupted = ${interrupted}
    where r.organization_id = ${organizationId} and r.id = ${id} and r.stopped_at is null
    returning ${columns}`);

/** Says of a recording that its process lives; false when it is taken for stopped. */
export async function markSeen(tx: Transaction, { organizationId, id }: Place, now: Date): Promise<boolean> {
  const row = await tx.first(sql`
    update room_recordings set seen_at = ${now}, beats = beats + 1
    where organization_id = ${organizationId} and id = ${id} and stopped_at is null returning id`);
  return row !== null;
}

export const findRunning = (
  tx: Statements,
  { organizationId, id: roomId }: Place,
): Promise<Recording | null> =>
  tx.first(sql`
    select ${columns} from room_recordings r
    where r.organization_id = ${organizationId} and r.room_id = ${roomId} and r.stopped_at is null`);

/** Those of all organizations that run. */
export const listRunning = (tx: Statements): Promise<Recording[]> =>
  tx.all(
    sql`select ${columns} from room_recordings r where r.stopped_at is null order by r.started_at limit 10000`,
  );

/** The first of a room's recordings that has not been finished, be it that it still runs. */
export const findUnfinished = (
  tx: Statements,
  { organizationId, id: roomId }: Place,
): Promise<Recording | null> =>
  tx.first(sql`
    select ${columns} from room_recordings r
    where r.organization_id = ${organizationId} and r.room_id = ${roomId} and r.finished_at is null
    order by r.number limit 1`);

/** The digest of the manifest before; null of the first. */
export async function findPreviousDigest(tx: Statements, recording: Recording): Promise<string | null> {
  const row = await tx.first<{ sha256: string }>(sql`
    select manifest_sha256 as sha256 from room_recordings
    where organization_id = ${recording.organizationId} and room_id = ${recording.roomId}
      and number = ${recording.number - 1}`);
  return row?.sha256 ?? null;
}

/** Compare-and-set: false when it was finished already. */
export async function markFinished(
  tx: Transaction,
  { organizationId, id }: Place,
  seal: { finishedAt: Date; manifestSha256: string; previousSha256: string | null },
): Promise<boolean> {
  const row = await tx.first(sql`
    update room_recordings set finished_at = ${seal.finishedAt}, manifest_sha256 = ${seal.manifestSha256},
      previous_sha256 = ${seal.previousSha256}
    where organization_id = ${organizationId} and id = ${id} and finished_at is null returning id`);
  return row !== null;
}

export async function insertFiles(
  tx: Transaction,
  { organizationId, id }: Place,
  files: readonly RecordedFile[],
): Promise<void> {
  for (const file of files) {
    await tx.all(sql`
      insert into room_recording_files (organization_id, recording_id, name, connection_id, participant_id, sources,
        started_at, milliseconds, bytes, sha256)
      values (${organizationId}, ${id}, ${file.name}, ${file.connectionId}, ${file.participant?.id ?? null},
        ${file.sources}, ${file.startedAt}, ${file.milliseconds}, ${file.bytes}, ${file.sha256})`);
  }
}

/** All of a room's recordings, in the order in which they began. */
export const listOfRoom = (tx: Statements, { organizationId, id: roomId }: Place): Promise<Recording[]> =>
  tx.all(sql`
    select ${columns} from room_recordings r
    where r.organization_id = ${organizationId} and r.room_id = ${roomId} order by r.number`);

/** The files of these recordings, in the order in which they began. */
export const listFiles = (
  tx: Statements,
  organizationId: string,
  recordingIds: readonly string[],
): Promise<(RecordedFile & { recordingId: string })[]> =>
  tx.all(sql`
    select f.recording_id as "recordingId", f.name, f.connection_id as "connectionId", f.sources,
      f.started_at as "startedAt", f.milliseconds, f.bytes::float8 as bytes, f.sha256,
      case when p.id is null then null
        else json_build_object('id', p.id, 'key', p.key, 'name', p.name) end as participant
    from room_recording_files f
    join room_recordings r on r.organization_id = f.organization_id and r.id = f.recording_id
    left join room_participants p
      on p.organization_id = r.organization_id and p.room_id = r.room_id and p.id = f.participant_id
    where f.organization_id = ${organizationId} and f.recording_id = any(${recordingIds}::uuid[])
    order by f.started_at, f.name`);

/** To whom these connections of a room belonged. */
export const findWhoCame = (
  tx: Statements,
  { organizationId, id: roomId }: Place,
  connectionIds: readonly string[],
): Promise<{ connectionId: string; id: string; key: string; name: string }[]> =>
  tx.all(sql`
    select c.id as "connectionId", p.id, p.key, p.name from room_connections c
    join room_participants p
      on p.organization_id = c.organization_id and p.room_id = c.room_id and p.id = c.participant_id
    where c.organization_id = ${organizationId} and c.room_id = ${roomId} and c.id = any(${connectionIds}::text[])`);

/** Of all organizations: rooms all of whose recordings were finished and over before this, with files still there. */
export const findRoomsToForget = (
  tx: Statements,
  before: Date,
): Promise<{ organizationId: string; roomId: string }[]> =>
  tx.all(sql`
    select r.organization_id as "organizationId", r.room_id as "roomId" from room_recordings r
    where r.deleted_at is null and r.stopped_at < ${before} and not exists (
      select from room_recordings other
      where other.organization_id = r.organization_id and other.room_id = r.room_id
        and (other.finished_at is null or other.stopped_at >= ${before}))
    group by r.organization_id, r.room_id limit 100`);

/** Forgets what was known of a recording's files. Compare-and-set: false when that was done already. */
export async function markDeleted(
  tx: Transaction,
  { organizationId, id }: Place,
  now: Date,
): Promise<boolean> {
  const row = await tx.first(sql`
    update room_recordings set deleted_at = ${now}
    where organization_id = ${organizationId} and id = ${id} and deleted_at is null returning id`);
  await tx.all(sql`
    delete from room_recording_files where organization_id = ${organizationId} and recording_id = ${id}`);
  return row !== null;
}
