import pg from "pg";
import type { ConnectionSettings } from "../../packages/server/src/database/embedded/index.ts";

/** A connection for as long as `work` takes. */
export async function withClient<T>(
  connection: ConnectionSettings,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
