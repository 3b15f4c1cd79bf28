import type { PoolConfig } from "pg";
import type { Config } from "../config.ts";
// Not by the folder's index: what reads and writes archives is no server's business.
import { refuseUnfinishedRestore } from "../database/backup/target.ts";
import { findRunningEmbedded, startEmbedded } from "../database/embedded/index.ts";

/** The database that the settings name, and how to let go of it. */
export interface OpenDatabase {
  connection: string | PoolConfig;
  /** Resolves when the embedded database is lost for good. */
  lost: Promise<Error>;
  stop(): Promise<void>;
}

/**
 * Starts the embedded database, or points at the one that DATABASE_URL names. `onComing` is called once an embedded one
 * was started but does not answer yet.
 */
export async function openDatabase(
  config: Config,
  log: (line: string) => void,
  { signal, onComing }: { signal?: AbortSignal; onComing?: () => void } = {},
): Promise<OpenDatabase> {
  if (config.databaseUrl) {
    return { connection: config.databaseUrl, lost: new Promise(() => {}), stop: async () => {} };
  }
  const embedded = await startEmbedded({ dataDir: config.dataDir, log, signal, onComing });
  await refuseUnfinishedRestore(embedded.superuser).catch(async (fault) => {
    await embedded.stop();
    throw fault;
  });
  return { connection: { ...embedded.owner }, lost: embedded.lost, stop: () => embedded.stop() };
}

/** The database for a command that may run beside a server: the running one where there is one. */
export async function joinDatabase(config: Config, log: (line: string) => void): Promise<OpenDatabase> {
  const running = config.databaseUrl ? undefined : await findRunningEmbedded(config.dataDir);
  if (!running) return openDatabase(config, log);
  return { connection: { ...running.owner }, lost: new Promise(() => {}), stop: async () => {} };
}
