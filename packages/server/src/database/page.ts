import type { QueryResultRow } from "pg";
import { type Sql, sql } from "./statement.ts";
import type { Transaction } from "./tenancy.ts";

/** Which part of a list is wanted: at most `limit` rows, after the first `offset` of them. */
export interface Page {
  limit: number;
  offset: number;
}

/** One page of rows, and how many there are on all pages. */
export interface Paged<Row> {
  total: number;
  rows: Row[];
}

interface List {
  /** One of them is `id`, which no row leaves null. */
  columns: Sql;
  tables: Sql;
  /** The fewest tables that `where` can be told from, when the rest only adds columns to each row. */
  countedTables?: Sql;
  where?: Sql;
  /** By the names that `columns` gives, so that it says the same within the page and outside of it. */
  orderBy: Sql;
}

/**
 * Reads one page and the total in one statement, and so as of one moment: the count is joined to the page from
 * the left, and a page beyond the last is the count alone, with nulls for a row.
 */
export async function readPage<Row extends QueryResultRow & { id: string | number }>(
  tx: Transaction,
  list: List,
  { limit, offset }: Page,
): Promise<Paged<Row>> {
  const { columns, tables, countedTables = tables, where = sql`true`, orderBy } = list;
  const rows = await tx.all<Row & { total: number }>(sql`
    select counted.total, page.*
    from (select count(*)::int as total from ${countedTables} where ${where}) counted
    left join (
      select ${columns} from ${tables} where ${where} order by ${orderBy} limit ${limit} offset ${offset}
    ) page on true
    order by ${orderBy}`);
  return { total: rows[0]?.total ?? 0, rows: rows.filter((row) => row.id !== null) };
}
