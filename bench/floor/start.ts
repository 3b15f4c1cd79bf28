import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { settings } from "../../packages/server/src/config.ts";
import type { BenchDatabase } from "../ground.ts";
import { cpuOf } from "../processes.ts";
import type { FloorOrder } from "./server.ts";

export interface Floor {
  /** Scheme, host and port. */
  origin: string;
  /** Microseconds of processor time that its process has used. */
  cpu(): number;
  stop(): Promise<void>;
}

/** Starts the floor in a process of its own, with as many connections as Convene has. */
export async function startFloor(database: BenchDatabase): Promise<Floor> {
  const child = fork(fileURLToPath(new URL("./server.ts", import.meta.url)));
  const pid = child.pid ?? 0;
  const size = Number(settings.DATABASE_POOL.fallback);
  child.send({ connection: database.superuser, size } satisfies FloorOrder);
  const [{ port }] = await once(child, "message");
  return {
    origin: `http://127.0.0.1:${port}`,
    cpu: () => cpuOf([pid]),
    async stop() {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}
