import { Type } from "typebox";
import { Instant, nullable, oneOf } from "#kernel/schema.ts";

const RecordedFile = Type.Object({
  name: Type.String({ description: "As the manifest calls it" }),
  participant_name: nullable(Type.String()),
  sources: Type.Array(oneOf(["camera", "microphone", "screen", "screen_audio"])),
  started_at: Instant(),
  duration_ms: Type.Integer(),
  bytes: Type.Integer(),
  sha256: Type.String(),
  download_url: Type.String({ description: "Opens the file for whoever has it, until links_expire_at" }),
});

const Recording = Type.Object(
  {
    number: Type.Integer({ description: "From 1, in the order in which they began" }),
    state: oneOf(["recording", "processing", "ready", "deleted"]),
    on_the_record_at: Instant(),
    off_the_record_at: nullable(Instant({ description: "Null while it is on the record." })),
    interrupted: Type.Boolean({ description: "Cut short by a crash: what was said up to then is there" }),
    manifest: nullable(
      Type.Object({
        sha256: Type.String({ description: "What `convene verify-recording --expect` takes" }),
        previous_sha256: nullable(Type.String({ description: "Of the recording before it" })),
        download_url: nullable(Type.String()),
      }),
    ),
    files: Type.Array(RecordedFile),
  },
  { $id: "DepositionRecording" },
);

export const SessionRecordings = Type.Object({
  recordings: Type.Array(Type.Ref("DepositionRecording")),
  links_expire_at: Instant(),
});

export const recordingModels = [Recording];
