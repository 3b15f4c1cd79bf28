import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** Somebody's server, in a process of its own on loopback, which answers every request with 204. */
export interface Receiver {
  origin: string;
  /** Requests with different identities since the last time that it was asked. */
  takeCount(): Promise<number>;
  stop(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const child = fork(fileURLToPath(new URL("./receiving-process.ts", import.meta.url)));
  const ended = once(child, "exit");
  const [port] = await once(child, "message");
  return {
    origin: `http://127.0.0.1:${port}`,
    async takeCount() {
      const answer = once(child, "message");
      child.send("count");
      return Number((await answer)[0]);
    },
    async stop() {
      child.disconnect();
      await ended;
    },
  };
}
