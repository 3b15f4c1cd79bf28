import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";
import { extract } from "tar";

/** A browser to start, and what its environment needs beside this process's. */
export interface Executable {
  path: string;
  environment: Record<string, string>;
}

const cache = fileURLToPath(new URL("../../../node_modules/.cache/convene/", import.meta.url));

/**
 * The Chromium that the npm package @sparticuz/chromium ships, with the libraries and fonts that a bare Linux lacks.
 * Unpacked once, 210 MB beside the other packages. The package's own function is made for one kind of server: elsewhere
 * it leaves the libraries away, and it unpacks in place, so that a second process would start half a browser.
 */
export async function shippedChromium(): Promise<Executable> {
  const home = new URL("../", import.meta.resolve("@sparticuz/chromium"));
  const { version } = JSON.parse(await readFile(new URL("package.json", home), "utf8"));
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) await unpack(fileURLToPath(new URL("bin/", home)), folder);
  const hasFonts = existsSync("/etc/fonts/fonts.conf");
  return {
    path: join(folder, "chromium"),
    environment: {
      LD_LIBRARY_PATH: join(folder, "lib"),
      ...(hasFonts ? {} : { FONTCONFIG_FILE: join(folder, "own-fonts.conf") }),
    },
  };
}

/** Unpacks beside the folder and moves it there whole: of two processes that do so at once, one throws its own away. */
async function unpack(packed: string, folder: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const fresh = await mkdtemp(join(cache, "unpacking-"));
  try {
    const decompressed = (name: string) =>
      [createReadStream(join(packed, name)), createBrotliDecompress()] as const;
    await pipeline(
      ...decompressed("chromium.br"),
      createWriteStream(join(fresh, "chromium"), { mode: 0o755 }),
    );
    for (const name of ["al2023.tar.br", "fonts.tar.br"]) {
      await pipeline(...decompressed(name), extract({ cwd: fresh }));
    }
    const fonts = `<fontconfig><dir>${join(folder, "fonts")}</dir></fontconfig>\n`;
    await writeFile(join(fresh, "own-fonts.conf"), fonts);
    await rename(fresh, folder);
  } catch (fault) {
    if (!existsSync(folder)) throw fault;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}
