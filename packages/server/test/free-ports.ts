import { once } from "node:events";
import { createServer } from "node:net";

/** A port of this machine that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  return (await freePorts(1))[0] as number;
}

/** Several of them, no two the same. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const port = first + Math.floor(Math.random() * (last - first + 1));
    if (await isFree(port)) ports.add(port);
  }
  return [...ports];
}

/**
 * Below what systems give to outgoing connections, each of which could take a port between its choice and its use:
 * Linux begins at 32768, macOS at 49152, gVisor at 16000. Above the ports that `fetch` refuses to speak to.
 */
const [first, last] = [10_240, 15_999];

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === "EADDRINUSE") return false;
    throw fault;
  }
  await once(server.close(), "close");
  return true;
}
