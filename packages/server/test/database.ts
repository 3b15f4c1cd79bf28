import { randomUUID } from "node:crypto";
import pg from "pg";

interface Connection {
  host: string;
  port: number;
  database: string;
  user: string;
  password: string;
}

export interface TestDatabase {
  /** As the server connects: the owner, whom row-level security binds. */
  connection: Connection;
  /** As a superuser: for looking behind the server's back, and for an operator who connects as one. */
  superuser: Connection;
  /** Runs a statement as the superuser, who sees everything. */
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** A database of its own for one test file, cloned from the migrated template, or an empty one from template0. */
export async function createTestDatabase(
  template: "template_convene" | "template0" = "template_convene",
): Promise<TestDatabase> {
  const { superuser, owner } = JSON.parse(process.env.CONVENE_TEST_POSTGRES ?? "null") as Record<
    string,
    Connection
  >;
  if (!superuser || !owner)
    throw new Error("run the tests with `npm test`, which starts PostgreSQL for them");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await once(
    superuser,
    `create database ${name} template ${template} owner ${pg.escapeIdentifier(owner.user)}`,
  );
  const observer = new pg.Pool({ ...superuser, database: name, max: 2 });
  observer.on("error", () => {});
  return {
    connection: { ...owner, database: name },
    superuser: { ...superuser, database: name },
    query: async <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) =>
      (await observer.query<Row>(text, values)).rows,
    async drop() {
      await observer.end();
      await once(superuser, `drop database ${name} with (force)`);
    },
  };
}

async function once(connection: Connection, text: string): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
