import { existsSync } from "node:fs";
import type { Config } from "../config.ts";
import { createBackup } from "../database/backup/index.ts";
import { findRunningEmbedded, startEmbedded } from "../database/embedded/index.ts";
import { secretsFile } from "../secrets.ts";

/** Writes the embedded database and the generated secrets to a file, beside a running server or without one. */
export async function backup(config: Config, file: string): Promise<void> {
  refuseOutsideDatabase(config, "pg_dump");
  const { dataDir } = config;
  if (!existsSync(dataDir)) throw new Error(`there is no data directory ${dataDir}`);
  const log = (line: string) => console.log(`convene: ${line}`);
  const running = await findRunningEmbedded(dataDir);
  const started = running ? undefined : await startEmbedded({ dataDir, log });
  const source = running?.superuser ?? started?.superuser;
  if (!source) throw new Error("the embedded database could not be reached");
  try {
    const secrets = secretsFile(dataDir);
    await createBackup({ source, file, secretsFile: existsSync(secrets) ? secrets : undefined, log });
  } finally {
    await started?.stop();
  }
}

/** Backups are made of the embedded database; another one has its own tools. */
export function refuseOutsideDatabase(config: Config, tool: string): void {
  if (config.databaseUrl) throw new Error(`DATABASE_URL names another database: use ${tool} for it`);
}
