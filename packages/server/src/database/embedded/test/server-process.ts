import pg from "pg";
import { startIn } from "../start.ts";

/**
 * A server in a process of its own, for tests that kill it. Its argument is the JSON of options and surroundings; it
 * writes a line of JSON for each thing that happens, and stops in order on SIGINT.
 */
const { options, surroundings } = JSON.parse(process.argv[2] ?? "{}");
const tell = (event: object) => process.stdout.write(`${JSON.stringify(event)}\n`);
// A server listens, and so goes on when its database is lost; this stands for that.
const listening = setInterval(() => undefined, 60_000);
const interrupt = new AbortController();
if (options.abortable) process.once("SIGINT", () => interrupt.abort(new Error("interrupted")));

try {
  const log = (line: string) => tell({ event: "log", line });
  const database = await startIn({ durable: false, log, signal: interrupt.signal, ...options }, surroundings);
  process.once("SIGINT", async () => {
    const client = new pg.Client(database.owner);
    await client.connect();
    const { rows } = await client.query("select 1 as one");
    await client.end();
    await database.stop();
    clearInterval(listening);
    tell({ event: "stopped", answeredFirst: rows[0]?.one === 1 });
  });
  database.lost.then((error) => tell({ event: "lost", name: error.name }));
  tell({ event: "ready", owner: database.owner, superuser: database.superuser, started: database.started });
} catch (error) {
  clearInterval(listening);
  tell({ event: "failed", name: (error as Error).name, message: (error as Error).message });
}
