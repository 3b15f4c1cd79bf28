import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { eventually } from "../embedded/test/environment.ts";
import { createBackup, restoreBackup } from "./index.ts";
import { databases } from "./test/databases.ts";
import { asClient, contents, latestMigration, migrateTo } from "./test/schema.ts";

const log = () => undefined;

test("backups", async (t) => {
  const { folder, empty, filled } = await databases(t);

  await t.test(
    "what comes back equals what was there, row for row, sequences and secrets included",
    async () => {
      const [source, target] = [await filled(), await empty()];
      const file = join(folder, "whole.tar.gz");
      const secretsFile = join(folder, "secrets.json");
      await writeFile(secretsFile, '{"key":"\u00e4"}\n');
      const backup = await createBackup({ source: source.superuser, file, secretsFile, log });
      const restored = await restoreBackup({
        target: target.superuser,
        file,
        migrateTo: (number) => migrateTo(target.owner, number),
        log,
      });
      assert.deepEqual(await contents(target.superuser), await contents(source.superuser));
      assert.equal(restored.secrets?.toString(), '{"key":"\u00e4"}\n');
      assert.deepEqual({ tables: restored.tables, rows: restored.rows }, backup);
      assert.equal(restored.migration, latestMigration);
      const ids = await asClient(target.owner, (client) =>
        client.query('insert into "Odd ""Name" (label) values (\'next\') returning id, plain'),
      );
      assert.deepEqual(ids.rows, [{ id: "12", plain: 12 }]);
      await assert.rejects(
        asClient(target.owner, (client) => client.query("insert into sealed values (2)")).then(() => {
          // The trigger was put on by hand, not by a migration: it is schema, and does not travel.
          throw new Error("inserted");
        }),
        /inserted/,
      );
    },
  );

  await t.test("row-level security still binds the owner of restored tables", async () => {
    const [source, target] = [await filled(), await empty()];
    const file = join(folder, "guarded.tar.gz");
    await createBackup({ source: source.superuser, file, log });
    await restoreBackup({
      target: target.superuser,
      file,
      migrateTo: (number) => migrateTo(target.owner, number),
      log,
    });
    const seen = await asClient(target.owner, async (client) => {
      const without = await client.query("select from guarded");
      await client.query("set app.organization = '1'");
      return [without.rowCount, (await client.query("select from guarded")).rowCount];
    });
    assert.deepEqual(seen, [0, 10]);
  });

  await t.test("a role that row-level security binds cannot make a backup that lacks rows", async () => {
    const source = await filled();
    const file = join(folder, "partial.tar.gz");
    await assert.rejects(createBackup({ source: source.owner, file, log }), /row-level security/);
    await assert.rejects(stat(file), { code: "ENOENT" });
  });

  await t.test(
    "a backup during writes is one moment: transfers between rows never show half done",
    async () => {
      const [source, target] = [await filled(), await empty()];
      const file = join(folder, "moving.tar.gz");
      let stop = false;
      let transfers = 0;
      const writers = [1, 2, 3].map(() =>
        asClient(source.superuser, async (client) => {
          while (!stop) {
            const pair = [1, 2].map(() => 1 + Math.floor(Math.random() * 50)).toSorted((a, b) => a - b);
            await client.query("begin");
            await client.query("update counter set total = total - 1 where id = $1", [pair[0]]);
            await client.query("update counter set total = total + 1 where id = $1", [pair[1]]);
            // Each transfer is also a row of another table: the two must agree. Last, because a writer may wait for
            // another one here, who must not then want a counter that this one holds.
            await client.query(
              "insert into later select coalesce(max(id), 0) + 1 from later on conflict do nothing",
            );
            await client.query("commit");
            transfers++;
          }
        }),
      );
      await eventually(() => transfers > 20 || undefined);
      const started = transfers;
      await createBackup({ source: source.superuser, file, log });
      assert.ok(transfers > started);
      stop = true;
      await Promise.all(writers);
      await restoreBackup({
        target: target.superuser,
        file,
        migrateTo: (number) => migrateTo(target.owner, number),
        log,
      });
      const { rows } = await asClient(target.superuser, (client) =>
        client.query("select sum(total)::int as sum from counter"),
      );
      assert.deepEqual(rows, [{ sum: 0 }]);
    },
  );

  await t.test("tables larger than one entry of the archive come back whole", async () => {
    const [source, target] = [await filled(), await empty()];
    await asClient(source.superuser, (client) =>
      client.query(
        "insert into guarded select 5, n, repeat(md5(n::text), 10) from generate_series(1, 40000) n",
      ),
    );
    const file = join(folder, "large.tar.gz");
    await createBackup({ source: source.superuser, file, log });
    await restoreBackup({
      target: target.superuser,
      file,
      migrateTo: (number) => migrateTo(target.owner, number),
      log,
    });
    assert.deepEqual(await contents(target.superuser), await contents(source.superuser));
  });

  await t.test("the file is private, a plain tar archive, and replaced only by a whole one", async () => {
    const source = await filled();
    const file = join(folder, "private.tar.gz");
    await createBackup({ source: source.superuser, file, log });
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    const { stdout } = await promisify(execFile)("tar", ["-tzf", file]);
    assert.match(stdout, /^convene-backup\.json\ntables\/.*\nmanifest\.json\n$/s);
    const before = await readFile(file);
    await assert.rejects(
      createBackup({ source: source.superuser, file, secretsFile: join(folder, "missing"), log }),
      { code: "ENOENT" },
    );
    const missing = { ...source.superuser, database: "nowhere" };
    await assert.rejects(createBackup({ source: missing, file, log }), { code: "3D000" });
    assert.deepEqual(await readFile(file), before);
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.includes("partial-")),
      [],
    );
  });

  await t.test("a database without Convene's schema is refused", async () => {
    const source = await empty();
    const file = join(folder, "nothing.tar.gz");
    await assert.rejects(createBackup({ source: source.superuser, file, log }), /nothing to back up/);
  });
});
