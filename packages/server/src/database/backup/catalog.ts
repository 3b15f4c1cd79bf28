import pg from "pg";
import type { Migration, Sequence } from "./manifest.ts";

export interface Table {
  name: string;
  /** Without the generated ones, which COPY computes anew. */
  columns: string[];
  /** Rows are read from a partitioned table itself, from any other without its heirs. */
  partitioned: boolean;
}

/** Convene's tables: those of schema `public` that belong to no extension; partitions go with their table. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname::text as name, c.relkind = 'p' as partitioned,
            array(select a.attname::text from pg_attribute a
                   where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                   order by a.attnum) as columns
       from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and not exists (select from pg_depend d
                         where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
      order by c.relname collate "C"`,
  );
  return rows;
}

/** Sequences obey no snapshot: read after it was taken they can only be ahead of the rows, which does no harm. */
export async function readSequences(client: pg.Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname::text as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'S' order by c.relname collate "C"`,
  );
  const sequences: Sequence[] = [];
  for (const { name } of rows) {
    const state = await client.query<Omit<Sequence, "name">>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${qualified(name)}`,
    );
    sequences.push({ name, ...(state.rows[0] ?? { lastValue: "1", isCalled: false }) });
  }
  return sequences;
}

/** The migrations that made the schema, in order; none when the database has no Convene schema. */
export async function readMigrations(client: pg.Client): Promise<Migration[]> {
  const { rows: found } = await client.query("select to_regclass('public.schema_migrations') as name");
  if (found[0]?.name == null) return [];
  const { rows } = await client.query<Migration>(
    "select number::int as number, name, checksum from public.schema_migrations order by number",
  );
  return rows;
}

/** The table, quoted, in its schema; what reads all of it and nothing of its heirs puts `only` before it. */
export function qualified(name: string): string {
  return `public.${pg.escapeIdentifier(name)}`;
}

export function columnList(columns: string[]): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(", ");
}

export function rowsOf(table: Pick<Table, "name" | "partitioned">): string {
  return table.partitioned ? qualified(table.name) : `only ${qualified(table.name)}`;
}
