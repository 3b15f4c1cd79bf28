import { join, resolve } from "node:path";

/** The settings of recordings. */
export const recordingSettings = {
  RECORDINGS_DIR: {
    about:
      "Folder of what is recorded in rooms, the same for all server processes; recordings in DATA_DIR when unset",
  },
  RECORDING_RETENTION_DAYS: { about: "Days for which recordings are kept; unset, for ever" },
} as const satisfies Record<string, { about: string; fallback?: string }>;

export interface RecordingConfig {
  directory: string;
  /** Days; null for ever. */
  retention: number | null;
}

type Get = (name: keyof typeof recordingSettings) => string | null;

/** Throws an error that names the setting and says what it must be. */
export function readRecordings(get: Get, dataDir: string): RecordingConfig {
  return {
    directory: resolve(get("RECORDINGS_DIR") ?? join(dataDir, "recordings")),
    retention: days(get("RECORDING_RETENTION_DAYS")),
  };
}

function days(text: string | null): number | null {
  if (text === null) return null;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 36_500) return value;
  throw new Error("RECORDING_RETENTION_DAYS must be an integer from 1 to 36500");
}
