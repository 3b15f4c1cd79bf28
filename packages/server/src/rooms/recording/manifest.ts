import { createHash } from "node:crypto";
import { type Static, Type } from "typebox";
import { oneOf } from "#kernel/schema.ts";
import { schemaCheck } from "#kernel/schema-check.ts";
import { sources } from "../sfu/port.ts";

/** The manifest's name in the folder of its recording. */
export const manifestName = "manifest.json";

const Sha256 = Type.String({ pattern: "^[0-9a-f]{64}$" });
const Instant = Type.String({ description: "RFC 3339, UTC" });

const ManifestFile = Type.Object({
  name: Type.String({ pattern: "^[\\w-]+\\.(person|screen)(-\\d+)?\\.webm$" }),
  /** Null where nobody noted who the connection belonged to. */
  participant: Type.Union([
    Type.Object({ id: Type.String(), key: Type.String(), name: Type.String() }),
    Type.Null(),
  ]),
  /** One coming of the participant: who is cut off and comes back has another file. */
  connection: Type.String(),
  sources: Type.Array(oneOf(sources)),
  startedAt: Instant,
  milliseconds: Type.Integer(),
  bytes: Type.Integer(),
  sha256: Sha256,
});

/**
 * What was recorded in one stretch, and the seal on it: the digest of every file, and of the manifest before it in the
 * same room, so that neither a file nor a stretch can be changed, taken out or put in without the later ones telling.
 */
export const Manifest = Type.Object({
  /** Of this form. */
  version: Type.Literal(1),
  organization: Type.String(),
  room: Type.String(),
  product: Type.String(),
  /** As in the address of its page. */
  session: Type.String(),
  /** From 1, without gaps in a room. */
  number: Type.Integer({ minimum: 1 }),
  /** On the record. */
  startedAt: Instant,
  /** Off the record. */
  stoppedAt: Instant,
  /** Cut short by a crash: the files hold what was written up to then. */
  interrupted: Type.Boolean(),
  files: Type.Array(ManifestFile),
  /** SHA-256 of the manifest before it in its room; null of the first. */
  previous: Type.Union([Sha256, Type.Null()]),
});
export type Manifest = Static<typeof Manifest>;
export type ManifestFile = Static<typeof ManifestFile>;

/** As it lies in the folder: the same of the same recording, to the byte. */
export const encodeManifest = (manifest: Manifest): Buffer =>
  Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);

const manifests = schemaCheck(Manifest);

/** Null for what is no manifest. */
export function decodeManifest(bytes: Buffer): Manifest | null {
  try {
    return manifests().Parse(JSON.parse(bytes.toString("utf8")));
  } catch {
    return null;
  }
}

export const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
