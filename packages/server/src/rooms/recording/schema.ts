import { Type } from "typebox";
import { closed, Instant, nullable, oneOf, Uuid } from "#kernel/schema.ts";
import { sources } from "../sfu/port.ts";
import { recordingStates } from "./presenter.ts";

export const RoomPath = closed({
  id: Type.String({
    minLength: 1,
    maxLength: 200,
    description: "As in the address of the session's page, /sessions/{id}",
  }),
});

const RecordedFile = Type.Object({
  name: Type.String({ description: "As the manifest calls it" }),
  participant: nullable(Type.Object({ id: Uuid(), name: Type.String() })),
  sources: Type.Array(oneOf(sources), { description: "What the file holds" }),
  startedAt: Instant(),
  milliseconds: Type.Integer({ description: "How long it is" }),
  bytes: Type.Integer(),
  sha256: Type.String(),
  url: Type.String({ description: "Signed: opens the file for whoever has it, until linksExpireAt" }),
});

const Recording = Type.Object(
  {
    number: Type.Integer({ description: "From 1, in the order in which they began" }),
    state: oneOf(recordingStates, {
      description:
        "recording: it runs; processing: its files are being finished; deleted: it was kept for as long as is set",
    }),
    startedAt: Instant({ description: "On the record." }),
    stoppedAt: nullable(Instant({ description: "Off the record; null while it runs." })),
    interrupted: Type.Boolean({
      description: "Cut short by a crash: the files hold what was written up to then",
    }),
    manifest: nullable(
      Type.Object({
        sha256: Type.String({ description: "Of the manifest; the next one names it" }),
        previousSha256: nullable(
          Type.String({ description: "Of the manifest before it; null of the first" }),
        ),
        url: nullable(Type.String({ description: "Signed, as those of the files; null once it is deleted" })),
      }),
    ),
    files: Type.Array(RecordedFile),
  },
  { $id: "Recording" },
);

export const Recordings = Type.Object({
  recordings: Type.Array(Type.Ref("Recording")),
  linksExpireAt: Instant({ description: "Until when the links in this answer are good." }),
});

export const OpenRecording = Type.Object({
  url: Type.String({ description: "The same as the header Location" }),
});

export const models = [Recording];
