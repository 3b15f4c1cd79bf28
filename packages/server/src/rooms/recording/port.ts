import type { Room } from "../book.ts";

/** A recording that runs: one stretch on the record. */
export interface RunningRecording {
  id: string;
  startedAt: Date;
}

/**
 * What the running room asks of recording. Who must have agreed is the room's business: it asks only when everybody
 * present has. A room records one thing at a time.
 */
export interface RoomRecorder {
  /** Makes the recording, and has the media process write. Refuses where the product's rules do not let it be. */
  start(room: Room, by: string): Promise<RunningRecording>;
  /** Ends it; the files are finished, hashed and put in the manifest in a job that follows. */
  stop(room: Room, recordingId: string, by: string | null): Promise<void>;
  /** The media process died, or the server did: what was written up to then is kept and finished. */
  interrupted(room: Pick<Room, "id" | "organizationId">): Promise<void>;
  /** Tells of a room whose recording was given up: the database did not hear of it for too long. */
  onLost(listener: (roomId: string) => void): void;
}
