import { open } from "node:fs/promises";
import { type ReadCluster, readClusters, readHeader } from "../webm-reader.ts";

/** Everything that a recording's file holds, but the contents of its frames. */
export async function readFile(path: string) {
  const handle = await open(path, "r");
  try {
    const clusters: ReadCluster[] = [];
    for await (const cluster of readClusters(handle)) clusters.push(cluster);
    const frames = clusters.flatMap((cluster) => cluster.frames);
    const timesOf = (wanted: "audio" | "video") =>
      frames.filter(({ kind }) => kind === wanted).map(({ time }) => time);
    return { header: await readHeader(handle), clusters, audio: timesOf("audio"), video: timesOf("video") };
  } finally {
    await handle.close();
  }
}
