import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface DataDir {
  path: string;
  remove(): void;
}

/** A data directory of its own for a server process. */
export function makeDataDir(purpose: string): DataDir {
  const path = mkdtempSync(join(tmpdir(), `convene-${purpose}-`));
  // Started as root, PostgreSQL runs as another user, who has to pass through this folder.
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
