import assert from "node:assert/strict";
import { readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { DataDirectoryInUse, findRunningEmbedded, startEmbedded } from "./index.ts";
import { processExists } from "./processes.ts";
import { socketFile } from "./socket-folder.ts";
import {
  cleanUp,
  eventually,
  freshDataDir,
  freshFolder,
  giveFolder,
  isRoot,
  otherUser,
  postmasterPid,
  query,
  serverProcess,
  start,
} from "./test/environment.ts";

test("a first start creates a private UTF8 cluster with checksums and a role that row-level security binds", async (t) => {
  const dataDir = await freshDataDir(t);
  const database = await startEmbedded({ dataDir, log: () => undefined });
  cleanUp(t, () => database.stop());
  assert.equal(database.started, true);
  const [facts] = await query(
    database.owner,
    `select current_user as user, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
            pg_get_userbyid(datdba) as owner, pg_encoding_to_char(encoding) as encoding, datlocprovider, datlocale,
            current_setting('data_checksums') as checksums, current_setting('fsync') as fsync,
            current_setting('listen_addresses') as addresses, current_setting('max_connections') as connections
       from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
  );
  assert.deepEqual(facts, {
    user: "convene",
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    owner: "convene",
    encoding: "UTF8",
    datlocprovider: "b",
    datlocale: "C.UTF-8",
    checksums: "on",
    fsync: "on",
    addresses: "",
    connections: "100",
  });
  const [superuser] = await query(
    database.superuser,
    "select rolsuper, current_database() as database from pg_roles where rolname = current_user",
  );
  assert.deepEqual(superuser, { rolsuper: true, database: "convene" });
  const modes = ["postgres", "postgres.json", "postgres.log"].map(async (name) =>
    ((await stat(join(dataDir, name))).mode & 0o777).toString(8),
  );
  assert.deepEqual(await Promise.all(modes), ["700", "600", "600"]);
  assert.equal((await stat(database.owner.host)).mode & 0o777, 0o700);
});

test("a wrong password is refused", async (t) => {
  const database = await start(t, { dataDir: await freshDataDir(t) });
  await assert.rejects(query({ ...database.owner, password: "guess" }, "select 1"), { code: "28P01" });
});

test("a stopped database starts again with its rows, and leaves neither process nor socket behind", async (t) => {
  const dataDir = await freshDataDir(t);
  const first = await start(t, { dataDir });
  await query(first.owner, "create table kept as select 42 as answer");
  const pid = await postmasterPid(dataDir);
  await Promise.all([first.stop(), first.stop()]);
  await eventually(() => !processExists(pid) || undefined); // Node has yet to reap it
  await assert.rejects(stat(first.owner.host), { code: "ENOENT" });
  const second = await start(t, { dataDir });
  assert.equal(second.started, true);
  assert.deepEqual(await query(second.owner, "select answer from kept"), [{ answer: 42 }]);
});

test("the postmaster of a killed server is adopted, with every committed row", async (t) => {
  const dataDir = await freshDataDir(t);
  const killed = serverProcess(t, { dataDir });
  const { owner } = await killed.hears("ready", "failed");
  await query(owner, "create table kept as select 42 as answer");
  const pid = await postmasterPid(dataDir);
  await killed.kill("SIGKILL");
  const adopted = await start(t, { dataDir });
  assert.equal(adopted.started, false);
  assert.equal(await postmasterPid(dataDir), pid);
  assert.deepEqual(await query(adopted.owner, "select answer from kept"), [{ answer: 42 }]);
  await adopted.stop();
  await assert.rejects(postmasterPid(dataDir));
  await assert.rejects(stat(adopted.owner.host), { code: "ENOENT" });
});

test("an adopted postmaster with other settings is restarted with ours", async (t) => {
  const dataDir = await freshDataDir(t);
  const killed = serverProcess(t, { dataDir, maxConnections: 30 });
  await killed.hears("ready", "failed");
  await killed.kill("SIGKILL");
  const database = await start(t, { dataDir, maxConnections: 40 });
  assert.equal(database.started, true);
  assert.deepEqual(await query(database.owner, "show max_connections"), [{ max_connections: "40" }]);
});

test("a second server on one data directory is refused and the first is not disturbed", async (t) => {
  const dataDir = await freshDataDir(t);
  const first = serverProcess(t, { dataDir });
  const { owner } = await first.hears("ready", "failed");
  await assert.rejects(start(t, { dataDir }), (error) => {
    assert.ok(error instanceof DataDirectoryInUse);
    assert.match(error.message, new RegExp(`process ${first.pid}`));
    return true;
  });
  assert.deepEqual(await query(owner, "select 1 as one"), [{ one: 1 }]);
  assert.deepEqual(
    first.told.map(({ event }) => event).filter((event) => event === "log"),
    ["log"],
  );
});

test("of servers that start for the first time at once exactly one wins and the others are refused", async (t) => {
  const dataDir = await freshDataDir(t);
  const servers = [1, 2, 3].map(() => serverProcess(t, { dataDir }));
  const outcomes = await Promise.all(servers.map((server) => server.hears("ready", "failed")));
  const winners = outcomes.filter(({ event }) => event === "ready");
  assert.equal(winners.length, 1, JSON.stringify(outcomes));
  for (const { event, name } of outcomes) if (event === "failed") assert.equal(name, "DataDirectoryInUse");
  assert.deepEqual(await query(winners[0]!.owner, "select 1 as one"), [{ one: 1 }]);
  const leftovers = (await readdir(dataDir)).filter((name) => /new-|json\./.test(name));
  assert.deepEqual(leftovers, []);
});

test("Ctrl-C reaches the server first: PostgreSQL still answers while it stops", async (t) => {
  const dataDir = await freshDataDir(t);
  const server = serverProcess(t, { dataDir });
  await server.hears("ready", "failed");
  process.kill(-server.pid, "SIGINT");
  assert.equal((await server.hears("stopped")).answeredFirst, true);
  await assert.rejects(postmasterPid(dataDir));
});

test("a first start that is interrupted leaves no process and no half cluster, and the next one succeeds", async (t) => {
  const dataDir = await freshDataDir(t);
  const server = serverProcess(t, { dataDir, abortable: true });
  await server.hears("log"); // "Creating the database": initdb is next
  process.kill(-server.pid, "SIGINT");
  const { event } = await server.hears("failed", "stopped");
  assert.ok(event === "failed" || event === "stopped");
  assert.deepEqual(await eventually(() => leftovers(dataDir)), []);
  const database = await start(t, { dataDir });
  assert.deepEqual(await query(database.owner, "select 1 as one"), [{ one: 1 }]);
});

test("what a server killed in the middle of initdb left is removed by the next start", async (t) => {
  const dataDir = await freshDataDir(t);
  const server = serverProcess(t, { dataDir });
  await eventually(async () => (await leftovers(dataDir).catch(() => [])).length > 0 || undefined);
  await server.kill("SIGKILL");
  const database = await start(t, { dataDir });
  assert.deepEqual(await leftovers(dataDir), []);
  assert.deepEqual(await query(database.owner, "select 1 as one"), [{ one: 1 }]);
});

test("a command beside the server finds its connections, and nothing when it is stopped", async (t) => {
  const dataDir = await freshDataDir(t);
  assert.equal(await findRunningEmbedded(dataDir), undefined);
  const database = await start(t, { dataDir });
  assert.deepEqual(await findRunningEmbedded(dataDir), {
    owner: database.owner,
    superuser: database.superuser,
  });
  await database.stop();
  assert.equal(await findRunningEmbedded(dataDir), undefined);
});

test("an adopted postmaster whose socket was removed from /tmp is restarted", async (t) => {
  const dataDir = await freshDataDir(t);
  const killed = serverProcess(t, { dataDir });
  const { owner } = await killed.hears("ready", "failed");
  await query(owner, "create table kept as select 42 as answer");
  await killed.kill("SIGKILL");
  await rm(owner.host, { recursive: true });
  const database = await start(t, { dataDir });
  assert.equal(database.started, true);
  assert.ok(database.lines.some((line) => /socket .* is gone/.test(line)));
  assert.deepEqual(await query(database.owner, "select answer from kept"), [{ answer: 42 }]);
});

test("a live server whose socket was removed is not mistaken for a dead one", async (t) => {
  const dataDir = await freshDataDir(t);
  const first = serverProcess(t, { dataDir });
  const { owner } = await first.hears("ready", "failed");
  await rm(socketFile(owner.host));
  await assert.rejects(start(t, { dataDir }), DataDirectoryInUse);
});

test("a very long data directory path is no obstacle to the socket", async (t) => {
  const dataDir = join(await freshDataDir(t), "long".repeat(40));
  const database = await start(t, { dataDir });
  assert.deepEqual(await query(database.owner, "select 1 as one"), [{ one: 1 }]);
});

test("a normal user needs no help from root", { skip: !isRoot }, async (t) => {
  const user = await otherUser();
  if (user === undefined) return t.skip("the unprivileged user cannot reach this checkout");
  const dataDir = join(await giveFolder(await freshFolder(t), user), "data");
  const server = serverProcess(t, { dataDir }, { user });
  const { event, owner, message } = await server.hears("ready", "failed");
  assert.equal(event, "ready", message);
  assert.equal((await stat(dataDir)).mode & 0o777, 0o700);
  assert.deepEqual(await query(owner, "select 1 as one"), [{ one: 1 }]);
  process.kill(server.pid, "SIGINT");
  await server.hears("stopped");
  await writeFile(join(dataDir, "proof"), "");
});

async function leftovers(dataDir: string): Promise<string[]> {
  return (await readdir(dataDir)).filter((name) => name.startsWith(".postgres-new-"));
}
