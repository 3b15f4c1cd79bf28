import { type FileHandle, open } from "node:fs/promises";
import { type Cue, encodeCues, encodeHeader, headerLength, type TrackKind } from "./webm.ts";
import { type ReadCluster, readClusters, readHeader } from "./webm-reader.ts";

/** What a file turned out to hold. */
export interface FinishedFile {
  startedAt: Date;
  milliseconds: number;
  kinds: TrackKind[];
}

/** Milliseconds between the moments that can be found in sound alone. */
const soundInterval = 5_000;

/**
 * Adds to a recording's file what only its end tells: its length, and where its moments lie, so that a player can show
 * the one and go to the others. Works alike for a file whose writer died: half a cluster at its end is cut off. Doing it
 * again changes nothing. Null where there is not one whole cluster in it.
 */
export async function finishFile(path: string): Promise<FinishedFile | null> {
  const handle = await open(path, "r+");
  try {
    const header = await readHeader(handle);
    if (!header) return null;
    const cues: Cue[] = [];
    let milliseconds = 0;
    let cuesAt = headerLength;
    for await (const cluster of readClusters(handle)) {
      for (const { time } of cluster.frames) milliseconds = Math.max(milliseconds, time);
      cues.push(...cuesOf(cluster, cues.at(-1)?.time ?? Number.NEGATIVE_INFINITY, header.video !== null));
      cuesAt = cluster.position + cluster.length;
    }
    if (cuesAt === headerLength) return null;
    const table = encodeCues(cues);
    const length = cuesAt + table.length;
    const whole = encodeHeader({ ...header, finished: { milliseconds, cuesAt, length } });
    if (!(await isFinished(handle, whole, length))) await write(handle, { whole, table, cuesAt });
    const kinds: TrackKind[] = [
      ...(header.audio ? (["audio"] as const) : []),
      ...(header.video ? (["video"] as const) : []),
    ];
    return { startedAt: header.startedAt, milliseconds, kinds };
  } finally {
    await handle.close();
  }
}

/** Whoever reads a finished file must not find it changing, though nothing in it would be another. */
async function isFinished(handle: FileHandle, whole: Buffer, length: number): Promise<boolean> {
  const { buffer } = await handle.read(Buffer.alloc(headerLength), 0, headerLength, 0);
  return buffer.equals(whole) && (await handle.stat()).size === length;
}

async function write(
  handle: FileHandle,
  { whole, table, cuesAt }: { whole: Buffer; table: Buffer; cuesAt: number },
): Promise<void> {
  await handle.truncate(cuesAt);
  await handle.write(table, 0, table.length, cuesAt);
  await handle.write(whole, 0, whole.length, 0);
  await handle.sync();
}

/** Each key frame; where there are no pictures, a moment every few seconds. */
function cuesOf({ position, frames }: ReadCluster, last: number, hasPictures: boolean): Cue[] {
  if (hasPictures) {
    return frames
      .filter(({ kind, isKey }) => kind === "video" && isKey)
      .map(({ time }) => ({ time, kind: "video", position }));
  }
  const first = frames[0];
  return first && first.time >= last + soundInterval ? [{ time: first.time, kind: "audio", position }] : [];
}
