import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { promisify } from "node:util";

/** Whether a process of that id exists, ours or not (one that ended and was not waited for yet counts). */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Whether the process of that id is a `postgres` run by user `uid`. A pid in a file may have been given to something
 * else since, and a file in PostgreSQL's folder must not lead root to signal any process it names.
 */
export async function isPostgres(pid: number, uid: number): Promise<boolean> {
  if (!processExists(pid)) return false;
  if (process.platform === "linux") {
    const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
    // A zombie keeps its pid where nothing reaps orphans (a container's pid 1), but serves nobody.
    const [name, state, owner] = [/^Name:\s*(.*)$/m, /^State:\s*(\S)/m, /^Uid:\s*(\d+)/m].map(
      (line) => line.exec(status)?.[1],
    );
    return name === "postgres" && state !== "Z" && Number(owner) === uid;
  }
  const ps = await promisify(execFile)("ps", ["-o", "uid=,stat=,comm=", "-p", String(pid)]).catch(
    () => undefined,
  );
  const [owner, state = "Z", ...command] = ps?.stdout.trim().split(/\s+/) ?? [];
  return Number(owner) >>> 0 === uid && !state.startsWith("Z") && basename(command.join(" ")) === "postgres";
}
