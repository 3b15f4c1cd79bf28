import { copyFile, open, stat, truncate } from "node:fs/promises";
import { join } from "node:path";

/** Above this many bytes PostgreSQL's log is cut; one older part is kept. */
const largest = 10 * 1024 * 1024;

/** PostgreSQL's own log. It lies in the data directory: in the cluster, its user could point it at any file of root's. */
export function logFile(dataDir: string): string {
  return join(dataDir, "postgres.log");
}

/**
 * Moves a log that has grown too large to `postgres.log.1`. It is copied and emptied, not renamed: a running postmaster
 * holds it open and appends.
 */
export async function boundLog(dataDir: string, limit: number = largest): Promise<void> {
  const file = logFile(dataDir);
  const size = (await stat(file).catch(() => undefined))?.size ?? 0;
  if (size <= limit) return;
  await copyFile(file, `${file}.1`);
  await truncate(file, 0);
}

/** The last lines that were written to the log after `offset` (bytes). */
export async function logTail(dataDir: string, offset: number, lines = 12): Promise<string> {
  const file = await open(logFile(dataDir), "r").catch(() => undefined);
  if (file === undefined) return "";
  try {
    const { size } = await file.stat();
    const start = Math.max(size < offset ? 0 : offset, size - 16_384);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - start), 0, size - start, start);
    return buffer.subarray(0, bytesRead).toString("utf8").trimEnd().split("\n").slice(-lines).join("\n");
  } finally {
    await file.close();
  }
}
