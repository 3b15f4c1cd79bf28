import pg from "pg";

/** How a backup or restore reaches its database: a role that no row-level security binds (a superuser). */
export type Connection = pg.ClientConfig;

/** Runs `work` on a connection of its own whose settings make text forms the same on every server. */
export async function inSession<T>(
  connection: Connection,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...connection, application_name: "convene backup" });
  // The statement under way rejects when the connection ends; without a listener Node would die of "error" as well.
  client.on("error", () => undefined);
  await client.connect();
  try {
    for (const setting of settings) await client.query(`set ${setting}`);
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

const settings = [
  "client_encoding = 'UTF8'",
  "datestyle = 'ISO, YMD'",
  "intervalstyle = 'postgres'",
  "timezone = 'UTC'",
  "bytea_output = 'hex'",
  "extra_float_digits = 1",
  "statement_timeout = 0",
  "idle_in_transaction_session_timeout = 0",
  // A policy that would hide rows raises an error instead: a role that is no superuser must not make half a backup.
  "row_security = off",
  "search_path = pg_catalog, public",
];
