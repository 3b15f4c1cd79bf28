import type { FileHandle } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { Header } from "tar";
import { BackupInvalid } from "./errors.ts";

export interface ArchiveEntry {
  path: string;
  content: Buffer;
}

const block = 512;
/** Bytes; every entry that `ArchiveWriter` is given is far smaller. */
const largestEntry = 64 * 1024 * 1024;

/**
 * The entries of a .tar.gz in their order, from the file's first byte to its last. Nothing is ever unpacked to disk.
 * Throws BackupInvalid for anything but plain files in a whole archive: cut short, altered, or with something after it.
 */
export async function* readArchive(file: FileHandle): AsyncGenerator<ArchiveEntry> {
  const unpacked = pipeline(Readable.from(bytesOf(file)), createGunzip(), () => undefined);
  const bytes = new ByteQueue(unpacked);
  try {
    for (;;) {
      const header = await readHeader(bytes);
      if (header === undefined) break;
      const content = await bytes.take(header.size);
      await bytes.take((block - (header.size % block)) % block);
      yield { path: header.path, content };
    }
    await bytes.expectZeros();
    // Bytes after the compressed data would be ignored by zlib.
    if (unpacked.bytesWritten !== (await file.stat()).size) throw damaged("something follows its end");
  } catch (error) {
    throw interpret(error as NodeJS.ErrnoException);
  } finally {
    unpacked.destroy();
  }
}

/** From the first byte, however often: a stream of the handle's own would move, and close, the handle. */
async function* bytesOf(file: FileHandle): AsyncGenerator<Buffer> {
  for (let position = 0; ; ) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(65_536), 0, 65_536, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

async function readHeader(bytes: ByteQueue): Promise<{ path: string; size: number } | undefined> {
  const header = new Header(await bytes.take(block));
  if (header.nullBlock) return undefined;
  const { path, size } = header;
  if (!header.cksumValid || path === undefined || size === undefined)
    throw damaged("a header is not readable");
  if (header.type !== "File")
    throw new BackupInvalid(`The backup holds "${path}", which is no plain file. Refused.`);
  if (size < 0 || size > largestEntry)
    throw new BackupInvalid(`The backup's entry "${path}" is too large. Refused.`);
  return { path, size };
}

class ByteQueue {
  readonly #source: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async take(size: number): Promise<Buffer> {
    const parts = [this.#rest];
    let length = this.#rest.length;
    while (length < size) {
      const next = await this.#source.next();
      if (next.done) throw damaged("it ends too early");
      parts.push(next.value);
      length += next.value.length;
    }
    const whole = parts.length === 1 ? this.#rest : Buffer.concat(parts, length);
    this.#rest = whole.subarray(size);
    return whole.subarray(0, size);
  }

  async expectZeros(): Promise<void> {
    for (let part: Buffer | undefined = this.#rest; part !== undefined; ) {
      if (part.some((byte) => byte !== 0)) throw damaged("something follows its end");
      const next: IteratorResult<Buffer> = await this.#source.next();
      part = next.done ? undefined : next.value;
    }
  }
}

function interpret(error: NodeJS.ErrnoException): Error {
  if (error.code === "Z_BUF_ERROR") return damaged("it ends too early");
  if (error.code?.startsWith("Z_")) return damaged(error.message);
  return error;
}

function damaged(how: string): BackupInvalid {
  return new BackupInvalid(`The backup is damaged: ${how}. Nothing was changed.`);
}
