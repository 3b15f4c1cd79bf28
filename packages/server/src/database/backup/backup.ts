import { createHash, randomBytes } from "node:crypto";
import { open, readFile, rename, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { ArchiveWriter } from "./archive-writer.ts";
import { columnList, listTables, qualified, readMigrations, readSequences, rowsOf } from "./catalog.ts";
import { entryNames, sha256 } from "./entries.ts";
import { jobColumns, jobsStatement } from "./jobs.ts";
import { formatStamp, formatVersion, type Manifest, type ManifestRows } from "./manifest.ts";
import { type Connection, inSession } from "./session.ts";

export interface BackupRequest {
  /** A superuser of the database; it may be in use. */
  source: Connection;
  /** Replaced when it exists, and only by a whole backup; made 0600. */
  file: string;
  /** Goes into the backup when given: without it the encrypted and signed things in the database are lost. */
  secretsFile?: string;
  log: (line: string) => void;
}

/** Bytes of a table's data in one entry of the archive. */
const partSize = 4 * 1024 * 1024;

/**
 * Writes every table of schema `public` and the queued jobs, as of one moment, with the sequences, the migrations' state
 * and the secrets, into one .tar.gz that `restoreBackup` reads, on a newer PostgreSQL and with a newer release too.
 */
export async function createBackup(request: BackupRequest): Promise<{ tables: number; rows: number }> {
  const file = resolve(request.file);
  const draft = `${file}.partial-${process.pid}-${randomBytes(4).toString("hex")}`;
  const handle = await open(draft, "wx", 0o600);
  try {
    const writer = new ArchiveWriter(handle);
    const manifest = await inSession(request.source, (client) => write(client, writer, request)).catch(
      async (error: unknown) => {
        await writer.abandon();
        throw error;
      },
    );
    await handle.sync();
    await rename(draft, file);
    await syncFolder(dirname(file));
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const jobs = manifest.jobs?.rows ?? 0;
    request.log(`Wrote ${rows} rows of ${manifest.tables.length} tables and ${jobs} queued jobs to ${file}.`);
    return { tables: manifest.tables.length, rows };
  } finally {
    await handle.close();
    await rm(draft, { force: true });
  }
}

async function write(client: pg.Client, writer: ArchiveWriter, request: BackupRequest): Promise<Manifest> {
  await writer.add(entryNames.stamp, Buffer.from(formatStamp()));
  const secrets = request.secretsFile === undefined ? undefined : await readFile(request.secretsFile);
  if (secrets !== undefined) await writer.add(entryNames.secrets, secrets);
  await client.query("begin isolation level repeatable read read only");
  const tables = await listTables(client);
  const migrations = await readMigrations(client);
  const latest = migrations.at(-1);
  if (latest === undefined)
    throw new Error("There is no Convene schema in this database: nothing to back up.");
  // As pg_dump does: a migration or TRUNCATE beside us would not respect the snapshot.
  await client.query(
    `lock table ${tables.map(({ name }) => qualified(name)).join(", ")} in access share mode`,
  );
  const manifest: Manifest = {
    format: formatVersion,
    createdAt: new Date().toISOString(),
    postgres: await serverVersion(client),
    migration: latest.number,
    migrations,
    tables: [],
    sequences: await readSequences(client),
    secrets: secrets === undefined ? null : { bytes: secrets.length, sha256: sha256(secrets) },
  };
  for (const [index, table] of tables.entries()) {
    const { name, columns } = table;
    const statement = `select ${columnList(columns)} from ${rowsOf(table)}`;
    manifest.tables.push({ name, ...(await writeRows(client, writer, { index, columns, statement })) });
  }
  const statement = await jobsStatement(client);
  if (statement !== undefined) {
    const rows = { index: tables.length, columns: jobColumns, statement };
    manifest.jobs = await writeRows(client, writer, rows);
  }
  await client.query("commit");
  await writer.add(entryNames.manifest, Buffer.from(`${JSON.stringify(manifest, undefined, 1)}\n`));
  await writer.finish();
  return manifest;
}

interface Rows {
  /** The place of their data in the archive. */
  index: number;
  columns: string[];
  statement: string;
}

async function writeRows(
  client: pg.Client,
  writer: ArchiveWriter,
  { index, columns, statement }: Rows,
): Promise<ManifestRows> {
  const copy = client.query(copyTo(`copy (${statement}) to stdout`));
  const hash = createHash("sha256");
  let [bytes, parts] = [0, 0];
  let waiting: Buffer[] = [];
  let size = 0;
  const flush = async () => {
    const content = Buffer.concat(waiting);
    [waiting, size] = [[], 0];
    hash.update(content);
    bytes += content.length;
    await writer.add(entryNames.part(index, parts++), content);
  };
  for await (const chunk of copy) {
    waiting.push(chunk);
    size += chunk.length;
    if (size >= partSize) await flush();
  }
  if (size > 0) await flush();
  return { columns, rows: copy.rowCount, bytes, sha256: hash.digest("hex") };
}

async function serverVersion(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ server_version: string }>("show server_version");
  return rows[0]?.server_version ?? "";
}

/** The rename is on disk only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}
