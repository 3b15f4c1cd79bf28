import { join } from "node:path";
import { makeDataDir } from "../../packages/server/test/data-dir.ts";
import { type Started, startServer } from "../started.ts";

/** A server of any checkout on files of its own, its inspector open. */
export interface Trial extends Started {
  /** WebSocket address of its inspector. */
  inspector: string;
}

/** Starts the server that stands in `checkout`; what it wrote goes when it stops. */
export async function startTrial(checkout: string): Promise<Trial> {
  const dataDir = makeDataDir("profile");
  try {
    const command = [
      process.execPath,
      "--inspect=127.0.0.1:0",
      join(checkout, "packages/server/bin/convene.js"),
    ];
    const started = await startServer(command, checkout, dataDir.path);
    const inspector = /ws:\/\/\S+/.exec(started.errors())?.[0] ?? "";
    const stop = () => started.stop().finally(dataDir.remove);
    return { ...started, inspector, stop };
  } catch (fault) {
    dataDir.remove();
    throw fault;
  }
}
