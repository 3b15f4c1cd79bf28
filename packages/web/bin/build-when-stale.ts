import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { configs, home, output, stamp } from "./places.ts";

const program = fileURLToPath(new URL("build-pages.ts", import.meta.url));

/**
 * Builds the pages unless `dist/` was built from the sources as they are: in a process of its own, for what builds is
 * large, and a server that had it loaded would keep it.
 */
export async function buildWhenStale(say: (line: string) => void): Promise<void> {
  const wanted = fingerprint();
  if (readStamp() === wanted) return;
  say("building the web pages, once for these sources");
  const [code] = await once(spawn(process.execPath, [program, wanted], { stdio: "inherit" }), "exit");
  if (code !== 0) throw new Error("the web pages could not be built");
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
