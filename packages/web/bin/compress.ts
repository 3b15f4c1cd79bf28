import { globSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";

const compressors = { br: promisify(brotliCompress), gz: promisify(gzip) };

/** Puts a .br and a .gz beside every file that they make smaller, so that nothing is compressed while it is served. */
export async function compressAll(folder: string): Promise<void> {
  const files = globSync("assets/*.{js,css,svg}", { cwd: folder });
  await Promise.all(files.map((file) => compress(`${folder}/${file}`)));
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file);
  for (const [suffix, compressor] of Object.entries(compressors)) {
    const compressed = await compressor(content);
    if (compressed.length < content.length) await writeFile(`${file}.${suffix}`, compressed);
  }
}
