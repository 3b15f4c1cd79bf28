import assert from "node:assert/strict";
import { rm, stat } from "node:fs/promises";
import { test } from "node:test";
import pg from "pg";
import { findRunningEmbedded } from "./index.ts";
import { processExists } from "./processes.ts";
import { socketFile } from "./socket-folder.ts";
import {
  cleanUp,
  eventually,
  freshDataDir,
  postmasterPid,
  query,
  serverProcess,
  start,
} from "./test/environment.ts";

test("a killed postmaster comes back on the same socket with every committed row, and pools reconnect", async (t) => {
  const dataDir = await freshDataDir(t);
  const database = await start(t, { dataDir, durable: true });
  const pool = new pg.Pool(database.owner);
  pool.on("error", () => undefined);
  cleanUp(t, () => pool.end());
  await pool.query("create table kept (answer int)");
  await pool.query("insert into kept values (42)");
  const pid = await postmasterPid(dataDir);
  process.kill(pid, "SIGKILL");
  const rows = await eventually(async () => {
    if ((await postmasterPid(dataDir)) === pid) return undefined;
    return (await pool.query("select answer from kept")).rows;
  });
  assert.deepEqual(rows, [{ answer: 42 }]);
  await eventually(() => database.lines.includes("PostgreSQL is back.") || undefined);
});

test("an adopted postmaster is watched as well", async (t) => {
  const dataDir = await freshDataDir(t);
  const killed = serverProcess(t, { dataDir });
  await killed.hears("ready", "failed");
  await killed.kill("SIGKILL");
  const database = await start(t, { dataDir });
  assert.equal(database.started, false);
  const pid = await postmasterPid(dataDir);
  process.kill(pid, "SIGKILL");
  await eventually(async () => (await postmasterPid(dataDir)) !== pid || undefined);
  assert.deepEqual(await eventually(() => query(database.owner, "select 1 as one")), [{ one: 1 }]);
});

test("a crashed backend restarts all of them, and the data directory stays ours", async (t) => {
  const dataDir = await freshDataDir(t);
  const database = await start(t, { dataDir });
  const client = new pg.Client(database.owner);
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  process.kill(rows[0]!.pid, "SIGKILL");
  await eventually(() => database.lines.includes("PostgreSQL is back.") || undefined);
  assert.deepEqual(await query(database.owner, "select 1 as one"), [{ one: 1 }]);
  const other = serverProcess(t, { dataDir });
  assert.equal((await other.hears("ready", "failed")).name, "DataDirectoryInUse");
});

test("a socket removed from under a running server is made again", async (t) => {
  const database = await start(t, { dataDir: await freshDataDir(t) }, { inspectEvery: 50 });
  await query(database.owner, "create table kept as select 42 as answer");
  await rm(socketFile(database.owner.host));
  const rows = await eventually(() => query(database.owner, "select answer from kept"));
  assert.deepEqual(rows, [{ answer: 42 }]);
});

test("stopping while PostgreSQL is being brought back leaves nothing running", async (t) => {
  const dataDir = await freshDataDir(t);
  const database = await start(t, { dataDir });
  const pid = await postmasterPid(dataDir);
  process.kill(pid, "SIGKILL");
  await eventually(() => database.lines.some((line) => /ended by itself/.test(line)) || undefined);
  await database.stop();
  const left = await postmasterPid(dataDir).catch(() => pid);
  await eventually(() => !processExists(left) || undefined); // Node has yet to reap it
  await assert.rejects(stat(database.owner.host), { code: "ENOENT" });
});

test("a server whose place another has taken says so, and leaves that one alone when it stops", async (t) => {
  const dataDir = await freshDataDir(t);
  const paused = serverProcess(t, { dataDir });
  await paused.hears("ready", "failed");
  // Paused, it cannot take the lock again when its session ends: a suspended laptop and an administrator do the same.
  process.kill(paused.pid, "SIGSTOP");
  const running = await findRunningEmbedded(dataDir);
  await query(
    running!.superuser,
    "select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'convene supervisor'",
  );
  const successor = await start(t, { dataDir });
  process.kill(paused.pid, "SIGCONT");
  assert.equal((await paused.hears("lost")).name, "DataDirectoryInUse");
  process.kill(paused.pid, "SIGINT");
  await paused.hears("stopped");
  assert.deepEqual(await query(successor.owner, "select 1 as one"), [{ one: 1 }]);
});
