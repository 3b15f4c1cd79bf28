import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, rmdir, stat, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Whose recording it is, and which of its room's. */
export interface Stretch {
  organizationId: string;
  roomId: string;
  number: number;
}

/** Where a recording's files lie: a folder for each organization, room and stretch. */
export const folderOf = (directory: string, { organizationId, roomId, number }: Stretch): string =>
  join(directory, organizationId, roomId, String(number).padStart(4, "0"));

/** Makes a recording's folder, for the server's own user alone. */
export const makeFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
};

/** The names in a folder, in their order; none where there is no folder. */
export const listFolder = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(unlessMissing<string[]>([]))).sort();

/** Takes a recording's folder away, with those above that are empty then. One that is gone already is no fault. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const above of [dirname(folder), dirname(dirname(folder))]) {
    const isGone = await rmdir(above).then(
      () => true,
      () => false,
    );
    if (!isGone) return;
  }
}

/** Takes one file away. */
export const removeFile = (path: string): Promise<void> => unlink(path);

/** Writes a file whole or not at all, and returns when it is on the disk. */
export async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const unfinished = `${path}.unfinished`;
  const file = await open(unfinished, "w", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
  // The name itself is on the disk only once its folder is.
  const folder = await open(dirname(path), "r");
  await folder.sync().finally(() => folder.close());
}

/** The SHA-256 of a file, in hexadecimal, and its length in bytes. */
export async function digestFile(path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const part of createReadStream(path)) {
    hash.update(part as Buffer);
    bytes += (part as Buffer).length;
  }
  return { sha256: hash.digest("hex"), bytes };
}

/** Its length in bytes; null where there is no such file. */
export const lengthOf = async (path: string): Promise<number | null> =>
  (await stat(path).catch(unlessMissing(null)))?.size ?? null;

function unlessMissing<T>(otherwise: T): (fault: NodeJS.ErrnoException) => T {
  return (fault) => {
    if (fault.code === "ENOENT") return otherwise;
    throw fault;
  };
}
