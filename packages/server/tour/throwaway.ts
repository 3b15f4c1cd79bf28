import { readFileSync } from "node:fs";
import type { Demo } from "../src/demo/demo.ts";
import { demoFile } from "../src/demo/place.ts";
import { startCommand } from "../test/command.ts";
import { makeDataDir } from "../test/data-dir.ts";

export interface Throwaway {
  demo: Demo;
  stop(): Promise<void>;
}

/** A server of its own, started as a user starts it, with a data directory that goes away with it. */
export async function startThrowaway(): Promise<Throwaway> {
  const dataDir = makeDataDir("tour");
  try {
    const server = await startCommand({ DATA_DIR: dataDir.path });
    return {
      demo: JSON.parse(readFileSync(demoFile(dataDir.path), "utf8")),
      async stop() {
        await server.stop();
        dataDir.remove();
      },
    };
  } catch (fault) {
    dataDir.remove();
    throw fault;
  }
}
