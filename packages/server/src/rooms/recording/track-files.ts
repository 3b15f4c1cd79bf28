import { join } from "node:path";
import type { Source } from "../sfu/port.ts";
import { finishFile } from "../sfu/recorder/finish-file.ts";
import type { TrackKind } from "../sfu/recorder/webm.ts";
import { digestFile, listFolder, removeFile } from "./folders.ts";

/** A file of a recording as it was found, whoever wrote it and however it ended. */
export interface FoundFile {
  name: string;
  connectionId: string;
  sources: Source[];
  startedAt: Date;
  milliseconds: number;
  bytes: number;
  sha256: string;
}

/** The recorder's names: whose coming it is, and what of them. */
const fileName = /^([\w-]{1,100})\.(person|screen)(?:-\d+)?\.webm$/;

const sourceOf: Record<string, Record<TrackKind, Source>> = {
  person: { audio: "microphone", video: "camera" },
  screen: { audio: "screen_audio", video: "screen" },
};

/**
 * Finishes all files of a recording that has stopped. They say themselves what they are, so that it does not matter
 * whether the process that wrote them lived to tell. One in which a crash left nothing is taken away.
 */
export async function finishFiles(folder: string): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (const name of await listFolder(folder)) {
    const [, connectionId, part] = fileName.exec(name) ?? [];
    if (!connectionId || !part) continue;
    const path = join(folder, name);
    const file = await finishFile(path);
    if (!file) await removeFile(path);
    else {
      const sources = file.kinds.flatMap((kind) => sourceOf[part]?.[kind] ?? []);
      const { startedAt, milliseconds } = file;
      found.push({ name, connectionId, sources, startedAt, milliseconds, ...(await digestFile(path)) });
    }
  }
  return found.sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime() || (a.name < b.name ? -1 : 1));
}
