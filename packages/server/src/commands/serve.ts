import { flushCompileCache } from "node:module";
import { setFlagsFromString } from "node:v8";
import type { Server } from "../compose.ts";
import type { Config } from "../config.ts";
import { demoFile, isForDemo } from "../demo/place.ts";
import { listen } from "../http/listen.ts";
import { systemClock } from "../kernel/clock.ts";
import { readSecrets } from "../secrets.ts";
import { openDatabase } from "./database.ts";

/** Milliseconds that a stop waits for requests in flight before it cuts them off. */
const patience = 30_000;

/** Starts the server and keeps it running until SIGTERM or SIGINT (Ctrl-C), at whatever moment that comes. */
export async function serve(config: Config): Promise<void> {
  const log = (line: string) => console.log(`convene: ${line}`);
  if (config.isProduction && isForDemo(config.dataDir)) {
    throw new Error(
      `${config.dataDir} holds demo data, which production refuses: give it a DATA_DIR of its own`,
    );
  }
  const stopping = stopSignal();
  growYoungSpace(false);
  // The modules are read while PostgreSQL comes up. What is wrong with them is found when they are asked for.
  const onComing = () => void readModules().catch(() => {});
  const database = await openDatabase(config, log, { signal: stopping, onComing });
  try {
    const [{ compose }, { refreshDemo }] = await readModules();
    const secrets = readSecrets(config.dataDir);
    const server = await compose({ config, connection: database.connection, secrets, clock: systemClock });
    try {
      const hasDemo = await refreshDemo(server, config, systemClock());
      await listen(server.app, config.host, config.port);
      welcome(config, hasDemo, log);
      growYoungSpace(true);
      // Kept now and not at the end: a server that is killed has none.
      flushCompileCache();
      const reason = await Promise.race([
        untilAborted(stopping),
        database.lost.then((fault) => fault.message),
      ]);
      log(`stopping (${reason}): finishing the requests in flight`);
    } finally {
      await close(server);
    }
  } finally {
    await database.stop();
  }
  log("stopped");
}

/**
 * V8 doubles the space for young objects whenever many of them live on. While a server starts nearly all do, for good,
 * and the space would stand at its largest (64 MB) from then on, whatever is asked of the server. So it may grow with
 * what requests need, but not before there are any.
 */
const growYoungSpace = (mayGrow: boolean): void =>
  setFlagsFromString(`--semi-space-growth-factor=${mayGrow ? 2 : 1}`);

const readModules = () => Promise.all([import("../compose.ts"), import("../demo/index.ts")]);

/** Aborted by the first signal; the second one ends the process at once. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(130);
      controller.abort(signal);
    });
  }
  return controller.signal;
}

const untilAborted = (signal: AbortSignal): Promise<string> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve(String(signal.reason));
    signal.addEventListener("abort", () => resolve(String(signal.reason)), { once: true });
  });

/** Finishes the requests in flight and refuses new ones; a client that never ends is cut off. */
async function close(server: Server): Promise<void> {
  const cut = setTimeout(() => server.app.server.closeAllConnections(), patience);
  await server.close();
  clearTimeout(cut);
}

function welcome(config: Config, hasDemo: boolean, log: (line: string) => void): void {
  log(`listening on ${config.publicUrl}`);
  log(`the API is described at ${config.publicUrl}/docs and ${config.publicUrl}/openapi.json`);
  const isCaptured = config.mail.smtpUrl === null && !config.isProduction;
  if (isCaptured) log(`e-mail is not sent, but readable at http://localhost:${config.port}/dev/mail`);
  if (hasDemo) log(`people, passwords and tokens to try it with are in ${demoFile(config.dataDir)}`);
}
