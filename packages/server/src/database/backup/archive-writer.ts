import { once } from "node:events";
import type { FileHandle } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { Header } from "tar";

const block = 512;

/**
 * Writes a .tar.gz as it comes. tar wants an entry's size before its bytes, so what has no known length is written as
 * many entries of bounded size: nothing needs space on disk twice, and memory holds one entry.
 */
export class ArchiveWriter {
  readonly #gzip = createGzip();
  readonly #written: Promise<void>;

  constructor(file: FileHandle) {
    this.#written = pipeline(this.#gzip, async (packed: AsyncIterable<Buffer>) => {
      for await (const chunk of packed) await file.writeFile(chunk); // goes on where the last one ended
    });
    // `add` and `finish` meet the failure; without this Node would take it for nobody's.
    this.#written.catch(() => undefined);
  }

  /** Resolves when there is room for more; rejects with the file's error (a full disk). */
  async add(path: string, content: Uint8Array): Promise<void> {
    const header = new Header({ path, size: content.length, mode: 0o600, type: "File", mtime: new Date(0) });
    const head = Buffer.alloc(block);
    header.encode(head);
    await this.#write(head);
    await this.#write(content);
    await this.#write(Buffer.alloc((block - (content.length % block)) % block));
  }

  /** Ends the archive; resolves when every byte is in the file. */
  async finish(): Promise<void> {
    this.#gzip.end(Buffer.alloc(2 * block));
    await this.#written;
  }

  /** Gives up; the file is the caller's to remove. */
  async abandon(): Promise<void> {
    this.#gzip.destroy();
    await this.#written.catch(() => undefined);
  }

  async #write(bytes: Uint8Array): Promise<void> {
    if (this.#gzip.destroyed) await this.#written;
    if (!this.#gzip.write(bytes)) await Promise.race([once(this.#gzip, "drain"), this.#written]);
  }
}
