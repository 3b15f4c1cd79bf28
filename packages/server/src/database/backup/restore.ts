import { type FileHandle, open } from "node:fs/promises";
import type pg from "pg";
import { columnList, qualified, type Table } from "./catalog.ts";
import { checkRows, checkSchema } from "./checks.ts";
import { type BackupContent, readBackup } from "./entries.ts";
import { RestoreFailed } from "./errors.ts";
import { addStagedJobs, stageJobs } from "./jobs.ts";
import { TableLoader } from "./load.ts";
import type { Manifest } from "./manifest.ts";
import { type Connection, inSession } from "./session.ts";
import { abandonTarget, claimTarget, releaseTarget } from "./target.ts";

export interface RestoreRequest {
  /** A superuser of an empty database. */
  target: Connection;
  file: string;
  /**
   * Brings the empty schema to the migration of that number, and makes the worker's tables; rejects when this release
   * does not know it.
   */
  migrateTo: (number: number) => Promise<void>;
  log: (line: string) => void;
}

export interface Restored {
  tables: number;
  rows: number;
  /** The migration the schema is at now: later ones are the caller's to run. */
  migration: number;
  createdAt: string;
  /** What the backup's secrets file held, for the caller to write; undefined when it was made without. */
  secrets: Buffer | undefined;
}

/**
 * Restores a backup into an empty database. The whole file is checked before anything is changed (BackupInvalid,
 * TargetNotEmpty); the rows come in one transaction; after any failure (RestoreFailed) the target is empty again. What a
 * killed restore leaves, a schema without rows, the next restore removes.
 */
export async function restoreBackup(request: RestoreRequest): Promise<Restored> {
  const file = await open(request.file, "r");
  try {
    const content = await readBackup(file, async () => undefined);
    const { manifest } = content;
    await inSession(request.target, (client) => restore(client, file, content, request));
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const jobs = manifest.jobs?.rows ?? 0;
    request.log(
      `Restored ${rows} rows of ${manifest.tables.length} tables and ${jobs} queued jobs, as of ${manifest.createdAt}.`,
    );
    const { migration, createdAt } = manifest;
    return { tables: manifest.tables.length, rows, migration, createdAt, secrets: content.secrets };
  } finally {
    await file.close();
  }
}

async function restore(
  client: pg.Client,
  file: FileHandle,
  { manifest }: BackupContent,
  request: RestoreRequest,
): Promise<void> {
  const schema = await claimTarget(client, request.log);
  try {
    await request.migrateTo(manifest.migration);
    const tables = await checkSchema(client, manifest);
    await client.query("begin");
    await load(client, file, manifest, tables);
    await checkRows(client, manifest, tables);
    await releaseTarget(client);
    await client.query("commit");
  } catch (cause) {
    // Ended, not rolled back: the connection may be what failed.
    await client.end().catch(() => undefined);
    const outcome = await abandonTarget(request.target, schema).then(
      () => "The database is empty again.",
      (error: Error) =>
        `The database could not be emptied (${error.message}); the next restore into it will do that.`,
    );
    throw new RestoreFailed(`The backup was not restored: ${(cause as Error).message}. ${outcome}`, {
      cause,
    });
  }
  await client.query("analyze");
}

async function load(
  client: pg.Client,
  file: FileHandle,
  manifest: Manifest,
  tables: Map<string, Table>,
): Promise<void> {
  // Triggers have done their work in the source, and foreign keys may form cycles: neither is to act on a row.
  await client.query("set local session_replication_role = replica");
  // Migrations may have put rows in: those of the backup take their place.
  const all = [...tables.keys()].map(qualified).join(", ");
  await client.query(`truncate ${all}`);
  const jobs = manifest.jobs && { ...manifest.jobs, statement: await stageJobs(client) };
  const loader = new TableLoader(client, (index) => {
    if (jobs && index === manifest.tables.length) return jobs.statement;
    const table = manifest.tables[index];
    if (table === undefined) throw new RestoreFailed("the file changed while it was read");
    return `copy ${qualified(table.name)} (${columnList(table.columns)}) from stdin`;
  });
  // Read, and checked, a second time: the file may have changed since the first.
  await readBackup(file, (table, content) => loader.add(table, content));
  await loader.finish();
  if (jobs) await addStagedJobs(client, jobs.rows);
  for (const { name, lastValue, isCalled } of manifest.sequences) {
    await client.query("select setval($1::regclass, $2::bigint, $3)", [qualified(name), lastValue, isCalled]);
  }
}
