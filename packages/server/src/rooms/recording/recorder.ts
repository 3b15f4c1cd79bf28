import { whenViolated } from "#database/failures.ts";
import type { Database, Transaction } from "#database/tenancy.ts";
import { addJobs } from "#events/jobs.ts";
import type { Clock } from "#kernel/clock.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import type { Room } from "../book.ts";
import { lockAsHost } from "../hosting.ts";
import { authorOf } from "../key.ts";
import { findParticipants } from "../participants-store.ts";
import type { RoomRules } from "../parts.ts";
import { record, recordBy } from "../record.ts";
import { lockRoom, type RoomRow } from "../rooms-store.ts";
import type { Sfu } from "../sfu/port.ts";
import { folderOf, makeFolder } from "./folders.ts";
import type { RoomRecorder, RunningRecording } from "./port.ts";
import { RunningRecordings } from "./running.ts";
import { findRunning, insertRecording, markStopped, type Recording } from "./store.ts";
import { finishJob } from "./task-names.ts";

export interface RecorderParts extends RoomRules {
  database: Database;
  clock: Clock;
  sfu: Pick<Sfu, "startRecording" | "stopRecording">;
  /** Where recordings lie; every server process of one database sees the same. */
  directory: string;
  /** What went wrong beside a request. */
  onFault: (fault: unknown) => void;
  /** Milliseconds between the signs of life of a recording. */
  pulse?: number;
}

type Place = Pick<Room, "id" | "organizationId">;

/** Records the rooms that live in this process, by its media process. */
export function createRoomRecorder(parts: RecorderParts): RoomRecorder & { close(): Promise<void> } {
  const { database, clock, onFault } = parts;
  const listeners = new Set<(roomId: string) => void>();
  const onLost = async (recording: Recording) => {
    for (const listener of listeners) listener(recording.roomId);
    await endFiles(parts, recording);
  };
  const running = new RunningRecordings({ database, clock, onLost, onFault, pulse: parts.pulse });
  const endings = new Map<string, { recording: Recording; areWhole: Promise<boolean> }>();
  return {
    async start(room: Room, by: string): Promise<RunningRecording> {
      const isAlone = running.ofRoom(room.id).length === 0;
      const recording = await database.asTenant(room.organizationId, async (tx) => {
        // The room is here, so that one of it that does not run here runs nowhere.
        if (isAlone) await interruptIn(tx, room);
        return begin(parts, tx, room, by);
      });
      running.add(recording);
      try {
        await write(parts, recording);
      } catch (fault) {
        running.take(recording.id);
        await end(parts, recording, { interrupted: true, by });
        throw fault;
      }
      return { id: recording.id, startedAt: recording.startedAt };
    },
    async stop(_room, recordingId, by) {
      // It says no more that it runs: if nobody can write that it does not, others find that it is over.
      const recording = running.take(recordingId);
      if (recording) endings.set(recordingId, { recording, areWhole: endFiles(parts, recording) });
      // Whoever asks again, because the database was away, must not be told that it is done.
      const ending = endings.get(recordingId);
      if (!ending) return;
      await end(parts, ending.recording, { interrupted: !(await ending.areWhole), by });
      endings.delete(recordingId);
    },
    async interrupted(room: Place) {
      const ours = running.ofRoom(room.id).filter(({ id }) => running.take(id));
      for (const [id, { recording }] of endings) if (recording.roomId === room.id) endings.delete(id);
      // That another's has died may be known for a long time after.
      const stoppedAt = ours.length > 0 ? clock() : null;
      await database.asTenant(room.organizationId, (tx) => interruptIn(tx, room, stoppedAt));
    },
    onLost: (listener) => void listeners.add(listener),
    async close() {
      for (const { recording, areWhole } of endings.values()) {
        await end(parts, recording, { interrupted: !(await areWhole), by: null });
      }
      for (const recording of running.end()) {
        await endFiles(parts, recording);
        await end(parts, recording, { interrupted: true, by: null });
      }
    },
  };
}

async function write({ sfu, directory }: RecorderParts, recording: Recording): Promise<void> {
  const folder = folderOf(directory, recording);
  await makeFolder(folder);
  await sfu.startRecording(recording.roomId, recording.id, folder);
}

/** Has the media process end its files; says whether it did. */
async function endFiles({ sfu, onFault }: RecorderParts, { roomId, id }: Recording): Promise<boolean> {
  try {
    await sfu.stopRecording(roomId, id);
    return true;
  } catch (fault) {
    onFault(fault);
    return false;
  }
}

const end = (
  { database, clock }: RecorderParts,
  recording: Recording,
  stop: Omit<Stop, "stoppedAt">,
): Promise<void> =>
  database.asTenant(recording.organizationId, async (tx) => {
    const room = await lockRoom(tx, recording.organizationId, recording.roomId);
    if (room) await stopIn(tx, room, recording, { ...stop, stoppedAt: clock() });
  });

async function begin(parts: RecorderParts, tx: Transaction, place: Room, by: string): Promise<Recording> {
  const { row, room, host } = await lockAsHost(parts, tx, place, by);
  const { subject } = room;
  const isHeld = subject.state === "ahead" || subject.state === "running";
  if (!subject.mayBeRecorded || !isHeld) throw refuse("recording_not_allowed");
  const now = parts.clock();
  const recording = await tx
    .savepoint(() => insertRecording(tx, row, { id: newId(), by, now }))
    .catch(whenViolated("room_recordings_running", () => refuse("recording_running")));
  const more = { recordingId: recording.id, number: recording.number };
  await recordBy(tx, row, authorOf(host.key), { type: "rooms.recording.started", more }, now);
  return recording;
}

/** Ends the room's running recording, if there is one, as interrupted: where it last gave a sign of life, by default. */
export async function interruptIn(
  tx: Transaction,
  place: Place,
  stoppedAt: Date | null = null,
): Promise<void> {
  const room = await lockRoom(tx, place.organizationId, place.id);
  const recording = room && (await findRunning(tx, room));
  if (!recording) return;
  await stopIn(tx, room, recording, {
    stoppedAt: stoppedAt ?? recording.seenAt,
    interrupted: true,
    by: null,
  });
}

interface Stop {
  stoppedAt: Date;
  interrupted: boolean;
  /** A host's participant; null where nobody stopped it. */
  by: string | null;
}

async function stopIn(
  tx: Transaction,
  room: RoomRow,
  { id }: Recording,
  { stoppedAt, interrupted, by }: Stop,
): Promise<void> {
  const place = { organizationId: room.organizationId, id };
  const stopped = await markStopped(tx, place, { stoppedAt, interrupted });
  if (!stopped) return;
  const more = { recordingId: id, number: stopped.number };
  const happening = { type: "rooms.recording.stopped", more } as const;
  const [host] = by === null ? [] : await findParticipants(tx, room, [by]);
  if (host) await recordBy(tx, room, authorOf(host.key), happening, stoppedAt);
  else await record(tx, room, [happening], stoppedAt);
  await addJobs(tx, [finishJob(room)]);
}
