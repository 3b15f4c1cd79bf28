import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { open, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { Header } from "tar";
import { eventually } from "../embedded/test/environment.ts";
import { ArchiveWriter } from "./archive-writer.ts";
import {
  BackupInvalid,
  RestoreFailed,
  refuseUnfinishedRestore,
  restoreBackup,
  TargetNotEmpty,
} from "./index.ts";
import { type Database, databases } from "./test/databases.ts";
import { asClient, contents, migrateTo } from "./test/schema.ts";

const log = () => undefined;

test("restores", async (t) => {
  const { folder, empty, backup } = await databases(t);
  const restore = (
    target: Database,
    file: string,
    migrate = (number: number) => migrateTo(target.owner, number),
  ) => restoreBackup({ target: target.superuser, file, migrateTo: migrate, log });
  let copies = 0;
  const altered = async (content: Uint8Array) => {
    const file = join(folder, `altered${++copies}.tar.gz`);
    await writeFile(file, content);
    return file;
  };
  const refusesUnchanged = async (file: string, pattern?: RegExp) => {
    const target = await empty();
    await assert.rejects(
      restore(target, file, () => assert.fail("it began to migrate")),
      (error: Error) => {
        assert.ok(error instanceof BackupInvalid, String(error.stack));
        if (pattern) assert.match(error.message, pattern);
        return true;
      },
    );
    assert.deepEqual(await contents(target.superuser), {});
  };

  await t.test("a flipped bit anywhere in the data is refused before anything changes", async () => {
    const whole = await readFile(await backup());
    for (let each = 0; each < 12; each++) {
      const damaged = Buffer.from(whole);
      const position = 10 + Math.floor(((whole.length - 11) * each) / 11);
      damaged[position]! ^= 1 << (each % 8);
      await refusesUnchanged(await altered(damaged));
    }
  });

  await t.test(
    "a file cut short anywhere, with something after it, or that is no backup, is refused",
    async () => {
      const whole = await readFile(await backup());
      for (const length of [0, 5, 600, Math.floor(whole.length / 2), whole.length - 1]) {
        await refusesUnchanged(await altered(whole.subarray(0, length)), /ends too early|damaged/);
      }
      await refusesUnchanged(await altered(Buffer.concat([whole, Buffer.from("more")])), /damaged/);
      await refusesUnchanged(await altered(Buffer.concat([whole, gzipSync("more")])), /damaged/);
      await refusesUnchanged(await altered(Buffer.from("hello")), /damaged/);
      await refusesUnchanged(await altered(gzipSync(gunzipSync(whole).subarray(0, -1024))), /ends too early/);
      await refusesUnchanged(await pack([["hello.txt", "hello"]]), /not a Convene backup/);
    },
  );

  await t.test("rows changed by somebody who packs the archive again are refused", async () => {
    const unpacked = gunzipSync(await readFile(await backup()));
    const at = unpacked.indexOf("changed since");
    unpacked.write("changed later", at);
    await refusesUnchanged(await altered(gzipSync(unpacked)), /lookup do not match their checksum/);
  });

  await t.test("entries that would leave the folder, links, and unknown entries are refused", async () => {
    const stamp: [string, string] = ["convene-backup.json", '{"format":1}'];
    for (const path of [
      "../../etc/passwd",
      "/etc/passwd",
      "tables/../x",
      "tables/000000/000001.copy",
      "other",
    ]) {
      await refusesUnchanged(await pack([stamp, [path, "x"]]), /does not belong there/);
    }
    const link = Buffer.alloc(512);
    new Header({ path: "secrets", linkpath: "/etc/shadow", size: 0, type: "SymbolicLink" }).encode(link);
    await refusesUnchanged(
      await altered(gzipSync(Buffer.concat([link, Buffer.alloc(1024)]))),
      /no plain file/,
    );
    await refusesUnchanged(await pack([stamp, ["manifest.json", '{"format":1}']]), /manifest is damaged/);
    await refusesUnchanged(await pack([stamp]), /no manifest/);
  });

  await t.test("a newer format is recognised as such", async () => {
    await refusesUnchanged(
      await pack([
        ["convene-backup.json", '{"format":3}'],
        ["new", ""],
      ]),
      /newer release/,
    );
  });

  await t.test("a database that holds anything is refused and not touched", async () => {
    const file = await backup();
    for (const sql of [
      "create table mine (id int)",
      "create schema mine",
      "create view mine as select 1 as one",
    ]) {
      const target = await empty();
      await asClient(target.superuser, (client) => client.query(sql));
      const before = await contents(target.superuser);
      await assert.rejects(restore(target, file), TargetNotEmpty);
      assert.deepEqual(await contents(target.superuser), before);
    }
  });

  await t.test(
    "a migration this release does not know, or knows otherwise, leaves the target empty",
    async () => {
      const file = await backup();
      const unknown = await empty();
      await assert.rejects(
        restore(unknown, file, async (number) => migrateTo(unknown.owner, number + 1)),
        /There is no migration 3.*empty again/s,
      );
      const other = await empty();
      const otherwise = async (number: number) => {
        await migrateTo(other.owner, number);
        await asClient(other.owner, (client) =>
          client.query("update schema_migrations set checksum = 'other'"),
        );
      };
      await assert.rejects(restore(other, file, otherwise), /not those that the backup was made with/);
      const drifted = await empty();
      const drift = async (number: number) => {
        await migrateTo(drifted.owner, number);
        await asClient(drifted.owner, (client) => client.query("alter table later add column more int"));
      };
      await assert.rejects(restore(drifted, file, drift), /tables differ: .*later/);
      for (const target of [unknown, other, drifted]) {
        assert.deepEqual(await contents(target.superuser), {});
        await restore(target, file);
      }
    },
  );

  await t.test("a row that the target refuses leaves the target empty, and owned as before", async () => {
    const file = await backup();
    const target = await empty();
    const stricter = async (number: number) => {
      await migrateTo(target.owner, number);
      await asClient(target.owner, (client) => client.query("alter table counter add check (id < 10)"));
    };
    await assert.rejects(restore(target, file, stricter), (error: Error) => {
      assert.ok(error instanceof RestoreFailed);
      assert.match(error.message, /counter_id_check.*empty again/s);
      return true;
    });
    assert.deepEqual(await contents(target.superuser), {});
    await asClient(target.owner, (client) => client.query("create table allowed (); drop table allowed"));
  });

  await t.test("a broken foreign key in the backup is found", async () => {
    const file = await backup();
    const target = await empty();
    const narrower = async (number: number) => {
      await migrateTo(target.owner, number);
      await asClient(target.owner, (client) =>
        client.query("alter table hen add constraint stranger foreign key (egg_id) references counter (id)"),
      );
      await asClient(target.owner, (client) =>
        client.query("alter table counter add constraint lost foreign key (id) references later (id)"),
      );
    };
    await assert.rejects(restore(target, file, narrower), /breaks the foreign key lost/);
    assert.deepEqual(await contents(target.superuser), {});
  });

  await t.test("a connection lost in the middle leaves the target empty", async () => {
    const file = await backup();
    const target = await empty();
    const cut = async (number: number) => {
      await migrateTo(target.owner, number);
      await asClient(target.superuser, (client) =>
        client.query(
          `select pg_terminate_backend(pid, 5000) from pg_stat_activity
            where application_name = 'convene backup' and datname = current_database()`,
        ),
      );
    };
    await assert.rejects(restore(target, file, cut), /empty again/);
    assert.deepEqual(await contents(target.superuser), {});
  });

  await t.test("what a restore that was killed left behind is removed by the next one", async () => {
    const file = await backup();
    const target = await empty();
    const script = join(import.meta.dirname, "test", "restore-process.ts");
    const child = spawn(process.execPath, [script, JSON.stringify({ ...target, file })], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data"); // the schema is there, the rows are not
    await assert.rejects(restore(target, file), /another restore/);
    child.kill("SIGKILL");
    await once(child, "exit");
    await assert.rejects(refuseUnfinishedRestore(target.owner), RestoreFailed);
    await eventually(() => restore(target, file));
    await refuseUnfinishedRestore(target.owner);
    assert.deepEqual((await contents(target.superuser)).lookup, [{ row: '("changed since")' }]);
    await assert.rejects(restore(target, file), TargetNotEmpty);
  });

  async function pack(entries: [string, string][]): Promise<string> {
    const file = join(folder, `packed${++copies}.tar.gz`);
    const handle = await open(file, "wx");
    const writer = new ArchiveWriter(handle);
    for (const [path, content] of entries) await writer.add(path, Buffer.from(content));
    await writer.finish();
    await handle.close();
    return file;
  }
});
