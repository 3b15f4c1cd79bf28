import { type Running, startCommand } from "../command.ts";
import { type DataDir, makeDataDir } from "../data-dir.ts";
import { freePorts } from "../free-ports.ts";

/** What a server answered, whichever of them it was. */
export interface Answered {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers of many routes, held against their schemas elsewhere
  body: any;
}

export interface Cluster {
  /** The servers' URLs; a server keeps its own over its lives. */
  urls: readonly string[];
  /** Kills one of them where it stands and starts it again, once the one before is back. */
  crash(n: number): Promise<void>;
  /** Calls whichever answers, again and again under one Idempotency-Key, until one has. */
  call(method: string, path: string, token: string, body?: object): Promise<Answered>;
  stop(): Promise<void>;
}

/** Several server processes on one database, as an operator starts them. */
export async function startCluster(size: number, env: Record<string, string>): Promise<Cluster> {
  const dataDirs = Array.from({ length: size }, () => makeDataDir("crash"));
  const ports = await freePorts(size);
  const start = (n: number): Promise<Running> =>
    startCommand({ ...env, PORT: String(ports[n]), DATA_DIR: (dataDirs[n] as DataDir).path });
  const servers = await Promise.all(dataDirs.map((_, n) => start(n)));
  const urls = ports.map((port) => `http://127.0.0.1:${port}`);
  let turn = 0;
  let crashing = Promise.resolve();

  async function call(method: string, path: string, token: string, body?: object): Promise<Answered> {
    const headers = {
      authorization: `Bearer ${token}`,
      "idempotency-key": crypto.randomUUID(),
      ...(body ? { "content-type": "application/json" } : {}),
    };
    for (;;) {
      turn += 1;
      const response = await fetch(urls[turn % size] + path, {
        method,
        headers,
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(20_000),
      })
        .then(async (answer): Promise<Answered> => ({ status: answer.status, body: await answer.json() }))
        .catch(() => null);
      const isFinal = response && response.status < 500 && response.body.code !== "request_in_progress";
      if (isFinal) return response;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  return {
    urls,
    call,
    crash(n) {
      crashing = crashing.then(async () => {
        await servers[n]?.stop("SIGKILL");
        servers[n] = await start(n);
      });
      return crashing;
    },
    async stop() {
      await crashing.catch(() => {});
      await Promise.all(servers.map((server) => server.stop()));
      for (const dataDir of dataDirs) dataDir.remove();
    },
  };
}
