import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { digestFile, listFolder } from "./folders.ts";
import { decodeManifest, type Manifest, type ManifestFile, manifestName, sha256 } from "./manifest.ts";

/** What came of looking at recordings. */
export interface Verdict {
  /** What was found in order, one line each. */
  sound: string[];
  /** What was changed, is missing, or does not belong there, one line each. */
  faults: string[];
}

interface Stretch {
  folder: string;
  manifest: Manifest;
  sha256: string;
}

/**
 * Checks recordings against their manifests: every file's digest, and the chain from one manifest to the next over all
 * of a room's. Folders are those of recordings, or of rooms with recordings in them. `expected` is the digest of the
 * last manifest as the server lists it: without it, nothing vouches for the last one itself.
 */
export async function verifyRecordings(
  folders: readonly string[],
  expected: string | null = null,
): Promise<Verdict> {
  const verdict: Verdict = { sound: [], faults: [] };
  const stretches: Stretch[] = [];
  for (const folder of (await Promise.all(folders.map(unfold))).flat()) {
    const stretch = await verifyStretch(folder, verdict);
    if (stretch) stretches.push(stretch);
  }
  const rooms = Map.groupBy(stretches, ({ manifest }) => `${manifest.organization} ${manifest.room}`);
  for (const chain of rooms.values()) verifyChain(chain, verdict);
  if (expected !== null) verifyLast([...rooms.values()], expected, verdict);
  return verdict;
}

/** A room's folder stands for those in it. */
async function unfold(folder: string): Promise<string[]> {
  const names = await listFolder(folder);
  const numbered = names.filter((name) => /^\d{4,}$/.test(name));
  return names.includes(manifestName) || numbered.length === 0
    ? [folder]
    : numbered.map((name) => join(folder, name));
}

async function verifyStretch(folder: string, { sound, faults }: Verdict): Promise<Stretch | null> {
  const names = await listFolder(folder);
  if (!names.includes(manifestName)) {
    faults.push(`${join(folder, manifestName)} is missing`);
    return null;
  }
  const bytes = await readFile(join(folder, manifestName));
  const manifest = decodeManifest(bytes);
  if (!manifest) {
    faults.push(`${join(folder, manifestName)} was changed: it is no manifest any more`);
    return null;
  }
  const before = faults.length;
  for (const file of manifest.files) await verifyFile(folder, names, file, faults);
  const known = new Set([manifestName, ...manifest.files.map(({ name }) => name)]);
  for (const name of names.filter((one) => !known.has(one))) {
    faults.push(`${join(folder, name)} is superfluous: the manifest does not know it`);
  }
  const digest = sha256(bytes);
  if (faults.length === before) sound.push(describe(folder, manifest, digest));
  return { folder, manifest, sha256: digest };
}

async function verifyFile(
  folder: string,
  names: readonly string[],
  file: ManifestFile,
  faults: string[],
): Promise<void> {
  const path = join(folder, file.name);
  if (!names.includes(file.name)) {
    faults.push(`${path} is missing`);
    return;
  }
  const found = await digestFile(path);
  if (found.sha256 === file.sha256) return;
  const lengths = found.bytes === file.bytes ? "" : ` (${found.bytes} bytes, were ${file.bytes})`;
  faults.push(`${path} was changed${lengths}: SHA-256 is ${found.sha256}, was ${file.sha256}`);
}

function describe(folder: string, { number, startedAt, stoppedAt, files }: Manifest, digest: string): string {
  const count = files.length === 1 ? "1 file" : `${files.length} files`;
  return `${folder}: recording ${number}, ${startedAt} to ${stoppedAt}, ${count}, manifest SHA-256 ${digest}`;
}

/** Each manifest names the one before it, and the first none. */
function verifyChain(chain: Stretch[], { faults }: Verdict): void {
  chain.sort((a, b) => a.manifest.number - b.manifest.number);
  let before: Stretch | null = null;
  for (const stretch of chain) {
    const { manifest, folder } = stretch;
    const next: number = (before?.manifest.number ?? 0) + 1;
    if (manifest.number < next) {
      faults.push(`${folder} is superfluous: recording ${manifest.number} of its room is there already`);
      continue;
    }
    const missing = Array.from({ length: manifest.number - next }, (_, n) => next + n);
    for (const number of missing) faults.push(`recording ${number} of room ${manifest.room} is missing`);
    if (missing.length === 0 && manifest.previous !== (before?.sha256 ?? null))
      faults.push(broken(before, stretch));
    before = stretch;
  }
}

function broken(before: Stretch | null, { folder, manifest }: Stretch): string {
  if (!before) return `${join(folder, manifestName)} was changed: the first of a room names none before it`;
  const earlier = join(before.folder, manifestName);
  return `${earlier} was changed, or ${basename(folder)}/${manifestName} was: SHA-256 is ${before.sha256}, and the next manifest names ${manifest.previous}`;
}

function verifyLast(chains: readonly Stretch[][], expected: string, { faults }: Verdict): void {
  const [chain, ...others] = chains;
  const last = chain?.at(-1);
  if (others.length > 0) faults.push("the expected SHA-256 is of one room's last manifest: give one room");
  else if (last && last.sha256 !== expected.toLowerCase()) {
    faults.push(
      `${join(last.folder, manifestName)} was changed, or recordings after it are missing: SHA-256 is ${last.sha256}, expected was ${expected}`,
    );
  }
}
