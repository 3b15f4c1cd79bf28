import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, chmod, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { databaseAccount } from "./account.ts";
import { ClusterVersionMismatch, DataDirectoryUnusable, EmbeddedStartFailed } from "./index.ts";
import { boundLog, logFile } from "./log-file.ts";
import { giveTo } from "./reach.ts";
import { cleanUp, freshDataDir, freshFolder, isRoot, query, start } from "./test/environment.ts";

test("a postmaster.pid left by a crash is no obstacle, even when its pid is another process of the same user", async (t) => {
  const dataDir = await freshDataDir(t);
  const database = await start(t, { dataDir });
  await query(database.owner, "create table kept as select 42 as answer");
  const pidFile = join(dataDir, "postgres", "postmaster.pid");
  const running = await readFile(pidFile, "utf8");
  await database.stop();
  const account = await databaseAccount(join(dataDir, "postgres"));
  const stranger = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], {
    cwd: "/",
    stdio: "ignore",
    ...(account && { uid: account.uid, gid: account.gid }),
  });
  await once(stranger, "spawn");
  cleanUp(t, async () => stranger.kill("SIGKILL"));
  for (const pid of [stranger.pid, 4_194_303]) {
    await writeFile(pidFile, running.replace(/^\d+/, String(pid)), { mode: 0o600 });
    await giveTo(account, pidFile);
    const again = await start(t, { dataDir });
    assert.equal(again.started, true);
    assert.deepEqual(await query(again.owner, "select answer from kept"), [{ answer: 42 }]);
    await again.stop();
  }
  assert.equal(stranger.exitCode, null);
});

test("a cluster of another major version is refused with the way out, and not touched", async (t) => {
  const dataDir = await freshDataDir(t);
  await (await start(t, { dataDir })).stop();
  await writeFile(join(dataDir, "postgres", "PG_VERSION"), "17\n");
  await assert.rejects(start(t, { dataDir }), (error) => {
    assert.ok(error instanceof ClusterVersionMismatch);
    assert.match(error.message, /PostgreSQL 17.*PostgreSQL 18.*convene backup.*convene restore/s);
    return true;
  });
});

test("when postgres does not start its own last lines are in the error", async (t) => {
  const dataDir = await freshDataDir(t);
  await (await start(t, { dataDir })).stop();
  await appendFile(join(dataDir, "postgres", "postgresql.conf"), "\nnonsense = 'x'\n");
  await assert.rejects(start(t, { dataDir }), (error) => {
    assert.ok(error instanceof EmbeddedStartFailed);
    assert.match(error.message, /unrecognized configuration parameter "nonsense"/);
    return true;
  });
});

test("initdb's own lines are in the error, and nothing half made is left", async (t) => {
  const parent = await freshFolder(t);
  const native = join(parent, "package", "native");
  await mkdir(join(native, "bin"), { recursive: true });
  await mkdir(join(native, "lib", "postgresql"), { recursive: true });
  await mkdir(join(native, "share", "postgresql"), { recursive: true });
  await writeFile(join(native, "..", "package.json"), '{"version":"18.4.0"}');
  await writeFile(join(native, "share", "postgresql", "postgres.bki"), "");
  for (const name of ["initdb", "postgres"]) {
    const script = "#!/bin/sh\necho 'initdb: error: could not write: No space left on device' >&2\nexit 1\n";
    await writeFile(join(native, "bin", name), script);
    await chmod(join(native, "bin", name), 0o755);
  }
  const dataDir = join(parent, "data");
  await assert.rejects(start(t, { dataDir }, { native }), /could not write: No space left.*disk is full/s);
  await assert.rejects(stat(join(dataDir, "postgres")), { code: "ENOENT" });
  const database = await start(t, { dataDir });
  assert.equal(database.started, true);
});

test("a data directory that cannot be made, lost its passwords, its cluster or its meaning says so", async (t) => {
  const parent = await freshFolder(t);
  await writeFile(join(parent, "file"), "");
  await assert.rejects(start(t, { dataDir: join(parent, "file", "data") }), DataDirectoryUnusable);
  const dataDir = join(parent, "data");
  await (await start(t, { dataDir })).stop();
  const record = await readFile(join(dataDir, "postgres.json"), "utf8");
  await rm(join(dataDir, "postgres.json"));
  await assert.rejects(start(t, { dataDir }), /postgres\.json\) are missing/);
  await writeFile(join(dataDir, "postgres.json"), "{");
  await assert.rejects(start(t, { dataDir }), /is damaged/);
  await writeFile(join(dataDir, "postgres.json"), record);
  await rm(join(dataDir, "postgres", "PG_VERSION"));
  await assert.rejects(start(t, { dataDir }), /no database of ours/);
  await rm(join(dataDir, "postgres"), { recursive: true });
  await assert.rejects(start(t, { dataDir }), /is missing: there is nothing in/);
});

test("an existing cluster that PostgreSQL's user can no longer reach is refused by name", {
  skip: !isRoot,
}, async (t) => {
  const dataDir = await freshDataDir(t);
  await (await start(t, { dataDir })).stop();
  await chmod(dataDir, 0o700);
  await assert.rejects(start(t, { dataDir }), new RegExp(`cannot enter ${dataDir}`));
});

test("PostgreSQL's log is bounded, keeps its last part, and holds no statement or value", async (t) => {
  const dataDir = await freshDataDir(t);
  const database = await start(t, { dataDir });
  await query(database.owner, "create table people (email text primary key)");
  await query(database.owner, "insert into people values ('secret@example.org')");
  await assert.rejects(query(database.owner, "insert into people values ('secret@example.org')"));
  assert.doesNotMatch(await readFile(logFile(dataDir), "utf8"), /secret/);
  await appendFile(logFile(dataDir), "x".repeat(2_000));
  await boundLog(dataDir, 1_000);
  assert.ok((await stat(`${logFile(dataDir)}.1`)).size > 2_000);
  assert.ok((await stat(logFile(dataDir))).size < 1_000);
});
