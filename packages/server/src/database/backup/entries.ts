import { createHash, type Hash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { readArchive } from "./archive-reader.ts";
import { BackupInvalid } from "./errors.ts";
import { checkFormatStamp, type Manifest, parseManifest } from "./manifest.ts";

/** The names of a backup's entries, in their order in the archive. */
export const entryNames = {
  stamp: "convene-backup.json",
  secrets: "secrets",
  /** `table` and `part` count from 0; the queued jobs stand after the last table. */
  part: (table: number, part: number) => `tables/${pad(table)}/${pad(part)}.copy`,
  manifest: "manifest.json",
};

export interface BackupContent {
  manifest: Manifest;
  secrets: Buffer | undefined;
}

/**
 * Reads a whole backup, giving each part of a table's data to `onPart`, and checks all of it against the manifest at
 * its end. Throws BackupInvalid at the first thing that is not as `createBackup` writes it.
 */
export async function readBackup(
  file: FileHandle,
  onPart: (table: number, content: Buffer) => Promise<void>,
): Promise<BackupContent> {
  const tally = new Tally();
  let stamped = false;
  let secrets: Buffer | undefined;
  let manifest: Manifest | undefined;
  for await (const { path, content } of readArchive(file)) {
    if (manifest !== undefined) throw unexpected(path);
    if (!stamped) {
      if (path !== entryNames.stamp) throw new BackupInvalid("The file is not a Convene backup.");
      checkFormatStamp(content.toString("utf8"));
      stamped = true;
    } else if (path === entryNames.manifest) {
      manifest = parseManifest(content.toString("utf8"));
    } else if (path === entryNames.secrets && secrets === undefined) {
      secrets = content;
    } else {
      await onPart(tally.add(path, content), content);
    }
  }
  if (manifest === undefined) throw new BackupInvalid("The backup is damaged: it has no manifest.");
  tally.check(manifest);
  checkSecrets(manifest, secrets);
  return { manifest, secrets };
}

export function sha256(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Follows the parts of the tables, which must come without a gap and in order. */
class Tally {
  readonly #tables = new Map<number, { hash: Hash; bytes: number; parts: number }>();
  #latest = -1;

  add(path: string, content: Buffer): number {
    const table = Number(/^tables\/(\d{6})\/\d{6,12}\.copy$/.exec(path)?.[1] ?? -1);
    if (table < this.#latest || table < 0) throw unexpected(path);
    const known = this.#tables.get(table) ?? { hash: createHash("sha256"), bytes: 0, parts: 0 };
    if (path !== entryNames.part(table, known.parts)) throw unexpected(path);
    known.hash.update(content);
    known.bytes += content.length;
    known.parts += 1;
    this.#tables.set(table, known);
    this.#latest = table;
    return table;
  }

  check(manifest: Manifest): void {
    const jobs = manifest.jobs ? [{ name: "the queued jobs", ...manifest.jobs }] : [];
    const all = [...manifest.tables, ...jobs];
    if (this.#latest >= all.length) throw new BackupInvalid("The backup holds data of no known table.");
    for (const [index, { name, bytes, sha256: expected }] of all.entries()) {
      const found = this.#tables.get(index) ?? { hash: createHash("sha256"), bytes: 0 };
      if (found.bytes !== bytes || found.hash.digest("hex") !== expected) {
        throw new BackupInvalid(`The backup is damaged: the data of ${name} do not match their checksum.`);
      }
    }
  }
}

function checkSecrets(manifest: Manifest, secrets: Buffer | undefined): void {
  const expected = manifest.secrets?.sha256;
  if ((secrets && sha256(secrets)) !== expected) {
    throw new BackupInvalid("The backup is damaged: its secrets do not match their checksum.");
  }
}

function unexpected(path: string): BackupInvalid {
  return new BackupInvalid(`The backup holds "${path}", which does not belong there. Refused.`);
}

function pad(number: number): string {
  return String(number).padStart(6, "0");
}
