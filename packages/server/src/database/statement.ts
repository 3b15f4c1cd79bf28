import { createHash } from "node:crypto";
import type { ClientBase, QueryResultRow } from "pg";
import type { Sql } from "sql-template-tag";
import { BoundQuery, type Prelude } from "./bound-query.ts";

export { default as sql, join, raw, type Sql } from "sql-template-tag";

/**
 * Runs one statement, named after its text so that PostgreSQL parses and plans it once for each connection, after
 * what must precede it. Every statement of the server goes through here; values always travel apart from the text.
 */
export async function execute<Row extends QueryResultRow>(
  client: ClientBase,
  statement: Sql,
  preludes: readonly Prelude[] = [],
): Promise<Row[]> {
  const { text, values } = statement;
  try {
    return await new Promise<Row[]>((resolve, reject) => {
      const settle = (fault: Error | null, rows: QueryResultRow[]) =>
        fault ? reject(fault) : resolve(rows as Row[]);
      client.query(new BoundQuery(preludes, { name: nameOf(text), text, values }, settle));
    });
  } catch (fault) {
    // It was made where the answer was read; who asked is found in the trace of this function alone.
    if (fault instanceof Error) Error.captureStackTrace(fault);
    throw fault;
  }
}

const names = new Map<string, string>();

/** Texts are built from constant fragments, so there are few of them; the bound only guards against a mistake. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= 2_000) return "";
  const name = createHash("sha256").update(text).digest("base64url").slice(0, 32);
  names.set(text, name);
  return name;
}
