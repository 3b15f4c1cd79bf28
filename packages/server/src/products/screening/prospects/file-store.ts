import { sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import type { CheckedFile } from "./files.ts";

/** A file that a prospect uploaded. */
export interface StoredFile extends CheckedFile {
  id: string;
  sessionId: string;
}

export const findFile = (tx: Statements, organizationId: string, id: string): Promise<StoredFile | null> =>
  tx.first<StoredFile>(sql`
    select id, session_id as "sessionId", name, type, content, digest from screening_files
    where organization_id = ${organizationId} and id = ${id}`);

/** The SHA-256 digest of a file's content. */
export async function findDigest(tx: Statements, organizationId: string, id: string): Promise<Buffer | null> {
  const row = await tx.first<{ digest: Buffer }>(sql`
    select digest from screening_files where organization_id = ${organizationId} and id = ${id}`);
  return row?.digest ?? null;
}

/** The bytes of all files of a session. */
export async function sizeOfFiles(
  tx: Statements,
  organizationId: string,
  sessionId: string,
): Promise<number> {
  const row = await tx.first<{ size: number }>(sql`
    select coalesce(sum(size), 0)::int as size from screening_files
    where organization_id = ${organizationId} and session_id = ${sessionId}`);
  return row?.size ?? 0;
}

export async function insertFile(
  tx: Transaction,
  organizationId: string,
  { id, sessionId, name, type, content, digest }: StoredFile,
  now: Date,
): Promise<void> {
  await tx.all(sql`
    insert into screening_files
      (organization_id, id, session_id, name, type, size, digest, content, created_at)
    values (${organizationId}, ${id}, ${sessionId}, ${name}, ${type}, ${content.length}, ${digest}, ${content},
      ${now})`);
}

/** Removes those files of a session that are no answers of it any more. */
export async function keepFiles(
  tx: Transaction,
  organizationId: string,
  sessionId: string,
  ids: readonly string[],
): Promise<void> {
  await tx.all(sql`
    delete from screening_files
    where organization_id = ${organizationId} and session_id = ${sessionId} and not id = any(${ids}::uuid[])`);
}
