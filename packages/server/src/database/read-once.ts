import type { QueryResultRow } from "pg";
import type { Sql } from "./statement.ts";
import type { Statements } from "./tenancy.ts";

/** The same statements, of which equal ones are made once: what several ask is asked for all of them. */
export function readOnce(tx: Statements): Statements {
  const answers = new Map<string, Promise<QueryResultRow[]>>();
  function all<Row extends QueryResultRow>(statement: Sql): Promise<Row[]> {
    const key = JSON.stringify([statement.text, statement.values]);
    const answer = answers.get(key) ?? tx.all<Row>(statement);
    answers.set(key, answer);
    return answer as Promise<Row[]>;
  }
  return {
    all,
    first: async <Row extends QueryResultRow>(statement: Sql) => (await all<Row>(statement))[0] ?? null,
    async narrow(organizationId) {
      answers.clear();
      await tx.narrow(organizationId);
    },
  };
}
