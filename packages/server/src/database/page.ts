import type { QueryResultRow } from "pg";
import { join, raw, type Sql, sql } from "./statement.ts";
import type { Statements } from "./tenancy.ts";

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
  /** How many rows there are, where that is known without counting them (counts.ts). */
  total?: Sql;
}

/** Reads one page of a list, and the total, in one statement. */
export const readPage = <Row extends QueryResultRow & { id: string | number }>(
  tx: Statements,
  list: List,
  page: Page,
): Promise<Paged<Row>> => {
  const { columns, tables, countedTables = tables, where = sql`true`, orderBy } = list;
  const { total = countRows(countedTables, where) } = list;
  const rows = cut(sql`select ${columns} from ${tables} where ${where} order by ${orderBy}`, page);
  return readCut(tx, { rows, total, orderBy });
};

/** An expression for how many rows there are, found by looking at each. */
export const countRows = (tables: Sql, where: Sql): Sql =>
  sql`(select count(*) from ${tables} where ${where})`;

/** A statement that cuts a page out of rows in their order. */
export const cut = (rows: Sql, { limit, offset }: Page): Sql =>
  sql`select * from (${rows} ${upTo({ limit, offset })}) first_rows limit ${limit} offset ${offset}`;

/**
 * Keeps no row that lies further behind a page than the next of a few bounds. The plan of a named statement is made
 * once, for all values: of a limit among them PostgreSQL would guess that it takes a tenth of all rows, and so plan
 * either badly or anew for each request. A bound stands in the text; a list has few, so that texts are few.
 */
export function upTo({ limit, offset }: Page): Sql {
  const bound = bounds.find((known) => limit + offset <= known);
  return bound ? raw(`limit ${bound}`) : sql``;
}

const bounds = [1, 10, 50, 200, 500, 2_000, 10_000, 100_000];

/** A window of time, open where it has no bound. */
export interface Window {
  from?: Date;
  /** The last instant of it. */
  to?: Date;
  /** The first instant that is no longer in it. */
  before?: Date;
}

/** That `at` lies in a window; each bound is written as `bound` says. */
export function within(
  at: Sql,
  { from, to, before }: Window,
  bound: (instant: Date) => Sql = (instant) => sql`${instant}::timestamptz`,
): Sql {
  const all = [];
  if (from) all.push(sql`${at} >= ${bound(from)}`);
  if (to) all.push(sql`${at} <= ${bound(to)}`);
  if (before) all.push(sql`${at} < ${bound(before)}`);
  return all.length > 0 ? join(all, " and ") : sql`true`;
}

/**
 * That `column` is `value`, and `at` in a window. Both are compared together, so that PostgreSQL takes an index that begins
 * with the column: without values it takes every window for a narrow one, and an index of everybody's by time for as good.
 */
export const ownWithin = (column: Sql, value: Sql, at: Sql, window: Window): Sql => sql`
  ${column} = ${value}
    and ${within(sql`(${column}, ${at})`, window, (instant) => sql`(${value}, ${instant}::timestamptz)`)}`;

interface Cut extends Pick<List, "orderBy"> {
  /** The statement that finds the page's rows. */
  rows: Sql;
  total: Sql;
}

/**
 * Reads the rows of a page and the total in one statement, and so as of one moment: the total is joined to the page
 * from the left, and a page beyond the last is the total alone, with nulls for a row.
 */
export async function readCut<Row extends QueryResultRow & { id: string | number }>(
  tx: Statements,
  { rows, total, orderBy }: Cut,
): Promise<Paged<Row>> {
  const found = await tx.all<Row & { total: number }>(sql`
    select counted.total, page.* from (select ${total}::int as total) counted
    left join (${rows}) page on true
    order by ${orderBy}`);
  return { total: found[0]?.total ?? 0, rows: found.filter((row) => row.id !== null) };
}
