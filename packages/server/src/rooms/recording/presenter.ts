import { formatInstant, formatOptionalInstant } from "#kernel/instant.ts";
import type { Source } from "../sfu/port.ts";
import type { RecordingLinks } from "./links.ts";
import type { Listed } from "./list.ts";
import { manifestName } from "./manifest.ts";
import type { Recording } from "./store.ts";

export const recordingStates = ["recording", "processing", "ready", "deleted"] as const;
export type RecordingState = (typeof recordingStates)[number];

export function stateOf({ stoppedAt, finishedAt, deletedAt }: Recording): RecordingState {
  if (deletedAt) return "deleted";
  if (finishedAt) return "ready";
  return stoppedAt ? "processing" : "recording";
}

/** A recording as clients see it, with links that are good until `expiresAt`. */
export function presentRecording(recording: Listed, links: RecordingLinks, expiresAt: Date) {
  const room = { organizationId: recording.organizationId, id: recording.roomId };
  const link = (name: string) => links.file(room, recording.number, name, expiresAt);
  const state = stateOf(recording);
  const { manifestSha256, previousSha256 } = recording;
  return {
    number: recording.number,
    state,
    startedAt: formatInstant(recording.startedAt),
    stoppedAt: formatOptionalInstant(recording.stoppedAt),
    interrupted: recording.interrupted,
    manifest: manifestSha256 && {
      sha256: manifestSha256,
      previousSha256,
      url: state === "ready" ? link(manifestName) : null,
    },
    files: recording.files.map((file) => ({
      name: file.name,
      participant: file.participant && { id: file.participant.id, name: file.participant.name },
      sources: file.sources,
      startedAt: formatInstant(file.startedAt),
      milliseconds: file.milliseconds,
      bytes: file.bytes,
      sha256: file.sha256,
      url: link(file.name),
    })),
  };
}

const words: Record<Source, string> = {
  camera: "camera",
  microphone: "microphone",
  screen: "screen",
  screen_audio: "sound of the screen",
};

/** Such as "camera and microphone". */
export const sourcesInWords = (sources: readonly Source[]): string =>
  sources.map((source) => words[source]).join(" and ");
