import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const home = fileURLToPath(new URL("../", import.meta.url));
const output = `${home}dist`;
const stamp = "built-from.txt";

/**
 * Builds the pages unless `dist/` was built from the sources as they are. It is built beside and moved there whole, so
 * that a server which serves the old one, and another build at the same time, never see half of it.
 */
export async function buildWhenStale(say: (line: string) => void): Promise<void> {
  const wanted = fingerprint();
  if (readStamp() === wanted) return;
  say("building the web pages, once for these sources");
  const fresh = `${output}-${process.pid}`;
  const old = `${fresh}-old`;
  try {
    const [{ build }, { compressAll }] = await Promise.all([import("vite"), import("./compress.ts")]);
    for (const config of configs) {
      const into = { outDir: fresh, emptyOutDir: config === configs[0] };
      await build({ root: home, configFile: home + config, logLevel: "warn", build: into });
    }
    await compressAll(fresh);
    await writeFile(`${fresh}/${stamp}`, wanted);
    await rename(output, old).catch(ignoreMissing);
    await rename(fresh, output);
  } finally {
    await rm(old, { recursive: true, force: true });
    await rm(fresh, { recursive: true, force: true });
  }
}

/** Of all that a build is made of. By content: a clone, a copy or a container gives files other times. */
function fingerprint(): string {
  const hash = createHash("sha256");
  for (const file of ["src", "public", "../sdk/src"].flatMap(filesIn).concat(loose).sort()) {
    const content = readFileSync(home + file);
    hash.update(`${file} ${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

/** The console with all that shares its pieces, and the chat, which shares none. */
const configs = ["vite.config.ts", "vite.chat.config.ts"];
const loose = ["index.html", ...configs, "package.json", "../../package-lock.json"];

const filesIn = (folder: string): string[] =>
  readdirSync(home + folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes(".test."))
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(home.length));

function readStamp(): string | null {
  try {
    return readFileSync(`${output}/${stamp}`, "utf8");
  } catch {
    return null;
  }
}

function ignoreMissing(fault: NodeJS.ErrnoException): void {
  if (fault.code !== "ENOENT") throw fault;
}
