import { createHash } from "node:crypto";
import type { ClientBase, QueryResultRow } from "pg";
import type { Sql } from "sql-template-tag";

export { default as sql, join, raw, type Sql } from "sql-template-tag";

/**
 * Runs one statement, named after its text so that PostgreSQL parses and plans it once for each connection.
 * Every statement of the server goes through here; values always travel apart from the text.
 */
export async function execute<Row extends QueryResultRow>(
  client: ClientBase,
  statement: Sql,
): Promise<Row[]> {
  const text = statement.text;
  const result = await client.query<Row>({ name: nameOf(text), text, values: statement.values });
  return result.rows;
}

const names = new Map<string, string>();

/** Texts are built from constant fragments, so there are few of them; the bound only guards against a mistake. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= 2_000) return undefined;
  const name = createHash("sha256").update(text).digest("base64url").slice(0, 32);
  names.set(text, name);
  return name;
}
