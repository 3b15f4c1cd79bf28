import { cpus } from "node:os";
import type { ConnectionSettings } from "../../packages/server/src/database/embedded/index.ts";
import { withClient } from "./client.ts";

/** What the figures were measured on: enough to compare, nothing that names it. */
export interface Machine {
  cores: number;
  cpu: string;
  /** Such as "v24.21.0". */
  node: string;
  /** Such as "18.4". */
  postgres: string;
  /** Settings of PostgreSQL that decide about speed and durability. */
  settings: Record<string, string>;
}

const telling = [
  ...["fsync", "synchronous_commit", "full_page_writes", "wal_sync_method"],
  ...["shared_buffers", "max_connections"],
];

export async function readMachine(superuser: ConnectionSettings): Promise<Machine> {
  return withClient(superuser, async (client) => {
    const { rows } = await client.query<{ name: string; value: string }>(
      "select name, current_setting(name) as value from unnest($1::text[]) as name",
      [["server_version", ...telling]],
    );
    const settings = Object.fromEntries(rows.map(({ name, value }) => [name, value]));
    const { server_version: version = "", ...others } = settings;
    const [first] = cpus();
    return {
      cores: cpus().length,
      cpu: first?.model ?? "unknown",
      node: process.version,
      postgres: version.split(" ")[0] ?? "",
      settings: others,
    };
  });
}
