/**
 * What a recording's file is made of: WebM (Matroska, RFC 9559, of EBML, RFC 8794). It begins with a header of a fixed
 * length, which can be written anew in its place when another track comes or the file is finished; then come
 * clusters, each whole in itself, so that whatever was written so far can be played.
 */

/** The header's length in bytes, padding included: less than a sector's worth of it is ever written anew. */
export const headerLength = 1024;

/** The numbers of the two tracks that a file can have, in each file the same. */
export const trackNumbers = { audio: 1, video: 2 } as const;
export type TrackKind = keyof typeof trackNumbers;

/** What a file's header says. */
export interface WebmHeader {
  /** The file's time zero. */
  startedAt: Date;
  audio: boolean;
  /** In pixels, as the first picture had them. */
  video: { width: number; height: number } | null;
  /** Null while it is being written, and for ever where nobody came to finish it. */
  finished: FinishedWebm | null;
}

interface FinishedWebm {
  milliseconds: number;
  /** Where the cues lie, in bytes from the beginning of the file. */
  cuesAt: number;
  /** The file's length in bytes. */
  length: number;
}

/** One frame of sound or picture. */
export interface Frame {
  kind: TrackKind;
  data: Buffer;
  /** Milliseconds since the file's time zero. */
  time: number;
  /** Whether it can be decoded without those before it. */
  isKey: boolean;
}

export const ids = {
  segment: 0x18538067,
  info: 0x1549a966,
  date: 0x4461,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackNumber: 0xd7,
  video: 0xe0,
  pixelWidth: 0xb0,
  pixelHeight: 0xba,
  cluster: 0x1f43b675,
  timestamp: 0xe7,
  simpleBlock: 0xa3,
  cues: 0x1c53bb6b,
} as const;

/** DateUTC counts from here (RFC 9559, 5.1.2.11). */
export const epoch = Date.UTC(2001, 0, 1);

const appName = "Convene";

/** The first bytes of a file. */
export function encodeHeader(header: WebmHeader): Buffer {
  const { finished } = header;
  const parts = [
    ebmlHeader,
    idBytes(ids.segment),
    finished ? longSize(finished.length - segmentStart) : unknownSize,
    ...(finished ? [seekHead(finished.cuesAt - segmentStart)] : []),
    info(header),
    element(ids.tracks, [
      ...(header.audio ? [audioTrack] : []),
      ...(header.video ? [videoTrack(header.video)] : []),
    ]),
  ];
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([...parts, padding(headerLength - length)]);
}

/** Frames that belong together, at most half a minute of them, in the order of their times. */
export function encodeCluster(frames: readonly Frame[]): Buffer {
  const ordered = [...frames].sort((a, b) => a.time - b.time);
  const start = ordered[0]?.time ?? 0;
  return element(ids.cluster, [
    uint(ids.timestamp, start),
    ...ordered.map(({ kind, data, time, isKey }) => {
      const head = Buffer.alloc(4);
      head.writeUInt8(0x80 | trackNumbers[kind], 0);
      head.writeInt16BE(time - start, 1);
      head.writeUInt8(isKey ? 0x80 : 0, 3);
      return element(ids.simpleBlock, [head, data]);
    }),
  ]);
}

/** A place to begin playing at. */
export interface Cue {
  /** Milliseconds since the file's time zero. */
  time: number;
  kind: TrackKind;
  /** Of its cluster, in bytes from the beginning of the file. */
  position: number;
}

/** The table by which a player finds a moment. */
export const encodeCues = (cues: readonly Cue[]): Buffer =>
  element(
    ids.cues,
    cues.map(({ time, kind, position }) =>
      element(0xbb, [
        uint(0xb3, time),
        element(0xb7, [uint(0xf7, trackNumbers[kind]), uint(0xf1, position - segmentStart)]),
      ]),
    ),
  );

const seekHead = (cuesAt: number): Buffer =>
  element(0x114d9b74, [element(0x4dbb, [bytes(0x53ab, idBytes(ids.cues)), uint(0x53ac, cuesAt)])]);

function info({ startedAt, finished }: WebmHeader): Buffer {
  const date = Buffer.alloc(8);
  date.writeBigInt64BE(BigInt(startedAt.getTime() - epoch) * 1_000_000n);
  return element(ids.info, [
    uint(0x2ad7b1, 1_000_000),
    ...(finished ? [float(0x4489, finished.milliseconds)] : []),
    bytes(ids.date, date),
    text(0x4d80, appName),
    text(0x5741, appName),
  ]);
}

/** RFC 7845, 5.1: version 1, two channels, nothing to skip, 48 kHz. */
const opusHead = Buffer.from("4f707573486561640102000080bb0000000000", "hex");

const trackEntry = (number: number, type: number, codec: string, rest: Buffer[]): Buffer =>
  element(ids.trackEntry, [
    uint(ids.trackNumber, number),
    uint(0x73c5, number),
    uint(0x83, type),
    uint(0x9c, 0),
    text(0x22b59c, "und"),
    text(0x86, codec),
    ...rest,
  ]);

const audioTrack = trackEntry(trackNumbers.audio, 2, "A_OPUS", [
  bytes(0x63a2, opusHead),
  element(0xe1, [float(0xb5, 48_000), uint(0x9f, 2)]),
]);

const videoTrack = ({ width, height }: { width: number; height: number }): Buffer =>
  trackEntry(trackNumbers.video, 1, "V_VP8", [
    element(ids.video, [uint(ids.pixelWidth, width), uint(ids.pixelHeight, height)]),
  ]);

/** An element that players pass over, of so many bytes in all. */
const padding = (length: number): Buffer =>
  Buffer.concat([idBytes(0xec), Buffer.from([0x40 | ((length - 3) >> 8), (length - 3) & 0xff])], length);

function element(id: number, content: readonly Buffer[]): Buffer {
  const length = content.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([idBytes(id), size(length), ...content]);
}

function bytes(id: number, content: Buffer): Buffer {
  return element(id, [content]);
}

function text(id: number, content: string): Buffer {
  return bytes(id, Buffer.from(content, "ascii"));
}

function uint(id: number, value: number): Buffer {
  const content = Buffer.alloc(8);
  content.writeBigUInt64BE(BigInt(value));
  const first = content.findIndex((byte) => byte !== 0);
  return bytes(id, first === -1 ? content.subarray(7) : content.subarray(first));
}

function float(id: number, value: number): Buffer {
  const content = Buffer.alloc(8);
  content.writeDoubleBE(value);
  return bytes(id, content);
}

function idBytes(id: number): Buffer {
  return Buffer.from(id.toString(16), "hex");
}

/** A length in one byte where it fits, else in four: a cluster of a second is far below 256 MB. */
function size(length: number): Buffer {
  if (length < 0x7f) return Buffer.from([0x80 | length]);
  const four = Buffer.alloc(4);
  four.writeUInt32BE((0x10000000 | length) >>> 0);
  return four;
}

function longSize(length: number): Buffer {
  const eight = Buffer.alloc(8);
  eight.writeBigUInt64BE((1n << 56n) | BigInt(length));
  return eight;
}

const unknownSize = Buffer.from("01ffffffffffffff", "hex");

const ebmlHeader = element(0x1a45dfa3, [
  uint(0x4286, 1),
  uint(0x42f7, 1),
  uint(0x42f2, 4),
  uint(0x42f3, 8),
  text(0x4282, "webm"),
  uint(0x4287, 4),
  uint(0x4285, 2),
]);

/** Where the segment's content begins: positions inside of it are counted from here. */
const segmentStart = ebmlHeader.length + 12;
