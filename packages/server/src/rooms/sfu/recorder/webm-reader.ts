import type { FileHandle } from "node:fs/promises";
import { epoch, headerLength, ids, type TrackKind, trackNumbers, type WebmHeader } from "./webm.ts";

/** A cluster, without its frames' contents. */
export interface ReadCluster {
  /** In bytes from the beginning of the file. */
  position: number;
  /** In bytes, all of it. */
  length: number;
  frames: { kind: TrackKind; time: number; isKey: boolean }[];
}

/** What a file's header says; null where the file does not begin with one of ours. */
export async function readHeader(handle: FileHandle): Promise<WebmHeader | null> {
  const bytes = await readAt(handle, 0, headerLength);
  if (bytes.length < headerLength || bytes.readUInt32BE(0) !== 0x1a45dfa3) return null;
  const ebml = headOf(bytes, 0);
  if (!ebml) return null;
  const segment = headOf(bytes, ebml.start + ebml.length);
  if (segment?.id !== ids.segment) return null;
  const header: WebmHeader = { startedAt: new Date(epoch), audio: false, video: null, finished: null };
  for (const { id, content } of children(bytes.subarray(segment.start))) {
    if (id === ids.info) readInfo(content, header);
    if (id === ids.tracks) readTracks(content, header);
  }
  return header;
}

/** The file's whole clusters in their order; ends before the first that is not whole, or is something else. */
export async function* readClusters(handle: FileHandle): AsyncGenerator<ReadCluster> {
  for (let position = headerLength; ; ) {
    const head = headOf(await readAt(handle, position, 16), 0);
    if (head?.id !== ids.cluster) return;
    const content = await readAt(handle, position + head.start, head.length);
    if (content.length < head.length) return;
    const length = head.start + head.length;
    yield { position, length, frames: framesOf(content) };
    position += length;
  }
}

function readInfo(info: Buffer, header: WebmHeader): void {
  const date = children(info).find(({ id }) => id === ids.date)?.content;
  if (date) header.startedAt = new Date(Number(date.readBigInt64BE() / 1_000_000n) + epoch);
}

function readTracks(tracks: Buffer, header: WebmHeader): void {
  for (const { id, content } of children(tracks)) {
    if (id !== ids.trackEntry) continue;
    const entry = new Map(children(content).map((child) => [child.id, child.content]));
    if (number(entry.get(ids.trackNumber)) === trackNumbers.audio) header.audio = true;
    const video = entry.get(ids.video);
    if (!video) continue;
    const size = new Map(children(video).map((child) => [child.id, child.content]));
    header.video = { width: number(size.get(ids.pixelWidth)), height: number(size.get(ids.pixelHeight)) };
  }
}

function framesOf(cluster: Buffer): ReadCluster["frames"] {
  let start = 0;
  const frames: ReadCluster["frames"] = [];
  for (const { id, content } of children(cluster)) {
    if (id === ids.timestamp) start = number(content);
    if (id !== ids.simpleBlock || content.length < 4) continue;
    frames.push({
      kind: (content.readUInt8(0) & 0x7f) === trackNumbers.audio ? "audio" : "video",
      time: start + content.readInt16BE(1),
      isKey: (content.readUInt8(3) & 0x80) !== 0,
    });
  }
  return frames;
}

interface Head {
  id: number;
  /** Where its content begins. */
  start: number;
  length: number;
}

/** The elements that follow each other in these bytes, as far as they are whole. */
function children(bytes: Buffer): { id: number; content: Buffer }[] {
  const found: { id: number; content: Buffer }[] = [];
  for (let offset = 0; ; ) {
    const head = headOf(bytes, offset);
    if (!head || head.start + head.length > bytes.length) return found;
    found.push({ id: head.id, content: bytes.subarray(head.start, head.start + head.length) });
    offset = head.start + head.length;
  }
}

function headOf(bytes: Buffer, offset: number): Head | null {
  const idLength = widthOf(bytes[offset], 4);
  const sizeAt = offset + idLength;
  const sizeLength = widthOf(bytes[sizeAt], 8);
  if (idLength === 0 || sizeLength === 0 || sizeAt + sizeLength > bytes.length) return null;
  let length = (bytes[sizeAt] ?? 0) & (0xff >> sizeLength);
  for (let at = sizeAt + 1; at < sizeAt + sizeLength; at += 1) length = length * 256 + (bytes[at] ?? 0);
  return { id: bytes.readUIntBE(offset, idLength), start: sizeAt + sizeLength, length };
}

/** EBML's numbers say their own length by the zeros that they begin with; 0 where this begins none. */
function widthOf(first: number | undefined, most: number): number {
  const width = first ? Math.clz32(first) - 23 : 0;
  return width <= most ? width : 0;
}

const number = (content: Buffer | undefined): number =>
  content && content.length > 0 && content.length <= 6 ? content.readUIntBE(0, content.length) : 0;

/** Fewer bytes where the file ends before. */
async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await handle.read(bytes, 0, length, position);
  return bytes.subarray(0, bytesRead);
}
