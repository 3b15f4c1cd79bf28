import type { Task } from "#events/worker.ts";
import { days, plus } from "#kernel/clock.ts";
import type { RoomRules } from "../parts.ts";
import { deleteOldRecordings } from "./operations/delete-old-recordings.ts";
import { findInterrupted } from "./operations/find-interrupted.ts";
import { type FinishParts, finishRecordings } from "./operations/finish-recordings.ts";
import { tellOfRecording } from "./operations/tell-of-recording.ts";
import { recordingTaskNames as names } from "./task-names.ts";

export interface TaskParts extends FinishParts, RoomRules {
  /** Where browsers reach the server. */
  publicUrl: string;
  /** Days for which recordings are kept; null for ever. */
  retention: number | null;
}

/** What recording does beside the rooms: files are finished, deaths noticed, and what is old goes. */
export function recordingTasks(parts: TaskParts): Record<string, Task> {
  const { database, clock, directory, retention } = parts;
  const heard = new Map<string, number>();
  return {
    [names.finish]: ({ organizationId = "", roomId = "" }) =>
      finishRecordings(parts, { organizationId, id: roomId }),
    [names.tell]: ({ organizationId = "", roomId = "" }) =>
      tellOfRecording(parts, { organizationId, id: roomId }),
    [names.findInterrupted]: () => findInterrupted(database, heard),
    async [names.forget]() {
      if (retention === null) return;
      const now = clock();
      await deleteOldRecordings({ database, directory, now, before: plus(now, -days(retention)) });
    },
  };
}

/** When the tasks run that are due by the clock alone. */
export const recordingCrontab = `* * * * * ${names.findInterrupted}
43 * * * * ${names.forget}`;
