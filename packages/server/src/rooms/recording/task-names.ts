import type { Job } from "#events/subscriber.ts";

export const recordingTaskNames = {
  finish: "finish-recordings",
  tell: "tell-of-recording",
  findInterrupted: "find-interrupted-recordings",
  forget: "delete-old-recordings",
} as const;

type Place = { organizationId: string; id: string };

const jobOf =
  (task: string) =>
  ({ organizationId, id: roomId }: Place): Job => ({
    task,
    key: `${task}:${roomId}`,
    payload: { organizationId, roomId },
    // Of two that finish the same files at once, one could read what the other is writing.
    queue: `recordings:${roomId}`,
  });

/** Finishes whatever of a room's recordings has stopped. */
export const finishJob = jobOf(recordingTaskNames.finish);

/** Tells the session's product that there is a recording. */
export const tellJob = jobOf(recordingTaskNames.tell);
