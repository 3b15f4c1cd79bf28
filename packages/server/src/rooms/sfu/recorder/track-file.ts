import { type FileHandle, open } from "node:fs/promises";
import { encodeCluster, encodeHeader, type Frame, headerLength, type WebmHeader } from "./webm.ts";

/** Milliseconds of sound and pictures that are written at once: what a crash can take. */
const clusterLength = 1_000;

/** Bytes that may wait for the disk, before the file is given up rather than the process. */
const mostWaiting = 64 * 1024 * 1024;

export interface TrackFileOptions {
  path: string;
  startedAt: Date;
  /** Told once, when the file cannot be written; what was written so far stays. */
  onFault: (fault: unknown) => void;
}

/**
 * A WebM file that grows by whole clusters of a second, each flushed to the disk: at any moment it can be played up to
 * there, and needs nothing at its end. Never waits, and never throws.
 */
export class TrackFile {
  readonly #options: TrackFileOptions;
  readonly #header: WebmHeader;
  #headerIsWritten = false;
  #frames: Frame[] = [];
  #clusterStart = 0;
  #milliseconds = 0;
  #length = headerLength;
  #waiting = 0;
  #failed = false;
  #handle: FileHandle | null = null;
  /** One write after another. */
  #writing: Promise<void> = Promise.resolve();

  constructor(options: TrackFileOptions) {
    this.#options = options;
    this.#header = { startedAt: options.startedAt, audio: false, video: null, finished: null };
  }

  /** How long it is by its last frame. */
  get milliseconds(): number {
    return this.#milliseconds;
  }

  /** Bytes that were written. */
  get length(): number {
    return this.#length;
  }

  /** Its time is counted from `startedAt`; a picture's size is needed of the first one. */
  add(frame: Frame, size: { width: number; height: number } | null): void {
    this.#declare(frame, size);
    if (this.#frames.length === 0) this.#clusterStart = frame.time;
    this.#frames.push(frame);
    this.#milliseconds = Math.max(this.#milliseconds, frame.time);
    if (frame.time - this.#clusterStart >= clusterLength) this.#cut();
  }

  /** Writes what has waited for a second, for the case that no frame comes any more. `time` as in frames. */
  cutIfDue(time: number): void {
    if (this.#frames.length > 0 && time - this.#clusterStart >= clusterLength) this.#cut();
  }

  /** Writes the rest, and ends. */
  async close(): Promise<void> {
    if (this.#frames.length > 0) this.#cut();
    await this.#writing;
    await this.#handle?.close();
  }

  /** Players must know of a track before its first frame: its entry goes into the header then. */
  #declare({ kind }: Frame, size: { width: number; height: number } | null): void {
    if (kind === "audio" && !this.#header.audio) this.#header.audio = true;
    else if (kind === "video" && !this.#header.video && size) this.#header.video = size;
    else return;
    this.#headerIsWritten = false;
  }

  #cut(): void {
    const cluster = encodeCluster(this.#frames);
    this.#frames = [];
    if (this.#failed) return;
    const header = this.#headerIsWritten ? null : encodeHeader(this.#header);
    this.#headerIsWritten = true;
    this.#waiting += cluster.length;
    if (this.#waiting > mostWaiting) this.#fail(new Error("the disk is too slow for the recording"));
    this.#writing = this.#writing
      .then(() => this.#write(header, cluster))
      .catch((fault) => this.#fail(fault));
  }

  async #write(header: Buffer | null, cluster: Buffer): Promise<void> {
    if (this.#failed) return;
    this.#handle ??= await open(this.#options.path, "wx", 0o600);
    if (header) await writeWhole(this.#handle, header, 0);
    await writeWhole(this.#handle, cluster, this.#length);
    await this.#handle.datasync();
    this.#length += cluster.length;
    this.#waiting -= cluster.length;
  }

  #fail(fault: unknown): void {
    if (this.#failed) return;
    this.#failed = true;
    this.#options.onFault(fault);
  }
}

async function writeWhole(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
