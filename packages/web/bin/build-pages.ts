// Builds the pages into dist/, and notes there what they were made of: `node build-pages.ts <fingerprint>`.
import { rename, rm, writeFile } from "node:fs/promises";
import { build } from "vite";
import { compressAll } from "./compress.ts";
import { configs, home, output, stamp } from "./places.ts";

const [, , madeOf = ""] = process.argv;

// Beside, and moved there whole, so that a server which serves the old ones, and another build at the same time, never
// see half of it.
const fresh = `${output}-${process.pid}`;
const old = `${fresh}-old`;
try {
  for (const config of configs) {
    const into = { outDir: fresh, emptyOutDir: config === configs[0] };
    await build({ root: home, configFile: home + config, logLevel: "warn", build: into });
  }
  await compressAll(fresh);
  await writeFile(`${fresh}/${stamp}`, madeOf);
  await rename(output, old).catch(ignoreMissing);
  await rename(fresh, output);
} finally {
  await rm(old, { recursive: true, force: true });
  await rm(fresh, { recursive: true, force: true });
}

function ignoreMissing(fault: NodeJS.ErrnoException): void {
  if (fault.code !== "ENOENT") throw fault;
}
