import Type from "typebox";
import Value from "typebox/value";
import { BackupInvalid } from "./errors.ts";

/** Raised when an older release could not read what a newer one writes. Format 1 had no jobs. */
export const formatVersion = 2;

const count = Type.Integer({ minimum: 0 });
const digest = Type.String({ pattern: "^[0-9a-f]{64}$" });

const Rows = Type.Object({
  /** Those COPY carries: all but the generated ones. */
  columns: Type.Array(Type.String(), { minItems: 1 }),
  rows: count,
  bytes: count,
  sha256: digest,
});
export type ManifestRows = Type.Static<typeof Rows>;

const Table = Type.Object({ name: Type.String(), ...Rows.properties });

const Migration = Type.Object({ number: count, name: Type.String(), checksum: Type.String() });
export type Migration = Type.Static<typeof Migration>;

/** `lastValue` is text: a bigint does not fit a number. */
const Sequence = Type.Object({
  name: Type.String(),
  lastValue: Type.String({ pattern: "^-?[0-9]{1,19}$" }),
  isCalled: Type.Boolean(),
});
export type Sequence = Type.Static<typeof Sequence>;

const Manifest = Type.Object({
  format: Type.Integer({ minimum: 1, maximum: formatVersion }),
  createdAt: Type.String(),
  /** Of the source, as it names itself. */
  postgres: Type.String(),
  /** The highest migration of the source. */
  migration: count,
  migrations: Type.Array(Migration),
  /** In the order of their data in the archive. */
  tables: Type.Array(Table),
  sequences: Type.Array(Sequence),
  /** Queued jobs and timers; their data follow those of the tables. */
  jobs: Type.Optional(Rows),
  secrets: Type.Union([Type.Null(), Type.Object({ bytes: count, sha256: digest })]),
});
/** What a backup says it holds; its last entry, because it knows every checksum. */
export type Manifest = Type.Static<typeof Manifest>;

/** Throws BackupInvalid when the text is not a manifest of this format. */
export function parseManifest(text: string): Manifest {
  const value = parseJson(text);
  if (Value.Check(Manifest, value)) return value;
  const problem = Value.Errors(Manifest, value)[0];
  throw new BackupInvalid(`The backup's manifest is damaged: ${problem?.instancePath} ${problem?.message}.`);
}

/** The archive's first entry, so that a newer format is recognised whatever follows. */
export function formatStamp(): string {
  return `${JSON.stringify({ format: formatVersion })}\n`;
}

/** Throws BackupInvalid when the stamp is none or of a newer format. */
export function checkFormatStamp(text: string): void {
  const stamp = parseJson(text);
  const format = typeof stamp === "object" && stamp !== null && "format" in stamp ? stamp.format : undefined;
  if (typeof format !== "number") throw new BackupInvalid("The file is not a Convene backup.");
  if (format > formatVersion) {
    throw new BackupInvalid(
      `The backup has format ${format}, made by a newer release; this one reads up to ${formatVersion}. Restore it with that release.`,
    );
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BackupInvalid("The backup is damaged: it holds text that is not JSON.");
  }
}
