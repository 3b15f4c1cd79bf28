import { existsSync } from "node:fs";
import type { Config } from "../config.ts";
import { restoreBackup } from "../database/backup/index.ts";
import { startEmbedded } from "../database/embedded/index.ts";
import { migrate, migrations } from "../database/migrate.ts";
import { createPool } from "../database/pool.ts";
import { migrateWorker } from "../events/worker.ts";
import { secretsFile, writePrivately } from "../secrets.ts";
import { refuseOutsideDatabase } from "./backup.ts";

/** Fills an empty data directory from a backup, and brings it up to this version. */
export async function restore(config: Config, file: string): Promise<void> {
  refuseOutsideDatabase(config, "pg_restore");
  const { dataDir } = config;
  if (existsSync(secretsFile(dataDir)))
    throw new Error(`${dataDir} is in use already: restore into a new DATA_DIR`);
  const log = (line: string) => console.log(`convene: ${line}`);
  const embedded = await startEmbedded({ dataDir, log });
  const pool = createPool({ connection: embedded.owner, size: 1, onError: () => {} });
  try {
    const migrateTo = async (number: number) => {
      if (!migrations.some((migration) => migration.number === number)) {
        throw new Error(`the backup has migration ${number}, which this version of Convene lacks`);
      }
      await migrate(pool, number);
      await migrateWorker(pool);
    };
    const { secrets } = await restoreBackup({ target: embedded.superuser, file, migrateTo, log });
    await migrate(pool);
    if (secrets) writePrivately(secretsFile(dataDir), secrets.toString("utf8"));
  } finally {
    await pool.end();
    await embedded.stop();
  }
}
