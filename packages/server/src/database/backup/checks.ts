import { isDeepStrictEqual } from "node:util";
import type pg from "pg";
import { listTables, readMigrations, rowsOf, type Table } from "./catalog.ts";
import type { Manifest } from "./manifest.ts";

/** Throws unless the migrations have made in the target exactly the tables that the backup's rows come from. */
export async function checkSchema(client: pg.Client, manifest: Manifest): Promise<Map<string, Table>> {
  if (!isDeepStrictEqual(await readMigrations(client), manifest.migrations)) {
    throw new Error(
      `the migrations up to ${manifest.migration} of this release are not those that the backup was made with`,
    );
  }
  const tables = new Map((await listTables(client)).map((table) => [table.name, table]));
  const shape = (list: { name: string; columns: string[] }[]) =>
    list.map(({ name, columns }) => `${name} (${columns.toSorted().join(", ")})`);
  const expected = new Set(shape(manifest.tables));
  const found = new Set(shape([...tables.values()]));
  const [difference] = expected.symmetricDifference(found);
  if (difference !== undefined) {
    const where = expected.has(difference) ? "only the backup has" : "only this release has";
    throw new Error(`the tables differ: ${where} ${difference}`);
  }
  return tables;
}

/** Throws unless every table has as many rows as the backup and every foreign key finds its row. */
export async function checkRows(
  client: pg.Client,
  manifest: Manifest,
  tables: Map<string, Table>,
): Promise<void> {
  for (const { name, rows: expected } of manifest.tables) {
    const table = tables.get(name) ?? { name, partitioned: false };
    const { rows } = await client.query<{ count: string }>(`select count(*) as count from ${rowsOf(table)}`);
    const count = Number(rows[0]?.count);
    if (count !== expected) throw new Error(`${name} has ${count} rows, the backup ${expected}`);
  }
  for (const key of await listForeignKeys(client)) {
    const join = key.columns.map((column, index) => `p.${key.references[index]} = c.${column}`).join(" and ");
    const present = key.columns.map((column) => `c.${column} is not null`).join(" and ");
    const { rows } = await client.query(
      `select from ${key.child} c where ${present} and not exists (select from ${key.parent} p where ${join}) limit 1`,
    );
    if (rows.length > 0) throw new Error(`a row of ${key.child} breaks the foreign key ${key.name}`);
  }
}

interface ForeignKey {
  name: string;
  child: string;
  parent: string;
  columns: string[];
  references: string[];
}

/** Names come quoted. Keys that PostgreSQL itself does not hold to be true of every row are left out. */
async function listForeignKeys(client: pg.Client): Promise<ForeignKey[]> {
  const names = (relation: string, numbers: string) =>
    `array(select quote_ident(a.attname) from unnest(${numbers}) with ordinality as k(number, position)
            join pg_attribute a on a.attrelid = ${relation} and a.attnum = k.number order by k.position)`;
  const { rows } = await client.query<ForeignKey>(
    `select conname::text as name, conrelid::regclass::text as child, confrelid::regclass::text as parent,
            ${names("conrelid", "conkey")} as columns, ${names("confrelid", "confkey")} as "references"
       from pg_constraint c
      where contype = 'f' and conparentid = 0 and convalidated and connamespace = 'public'::regnamespace
        -- Columns of PostgreSQL 18: NOT ENFORCED keys, and PERIOD keys, which are no plain equality.
        and coalesce(to_jsonb(c) ->> 'conenforced', 'true') = 'true'
        and coalesce(to_jsonb(c) ->> 'conperiod', 'false') = 'false'`,
  );
  return rows;
}
