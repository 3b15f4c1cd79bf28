import { sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";

/** What an organization wants of its screenings. */
export interface Settings {
  /** Days after its end for which a session is kept; null until somebody erases it. */
  retentionDays: number | null;
  /** 0 where nothing was ever said. */
  version: number;
}

const unsaid: Settings = { retentionDays: null, version: 0 };

export const findSettings = async (tx: Statements, organizationId: string): Promise<Settings> =>
  (await tx.first<Settings>(sql`
    select retention_days as "retentionDays", version from screening_settings
    where organization_id = ${organizationId}`)) ?? unsaid;

/** Writes the settings where they are others. Answers the version of the change; null where there was none. */
export async function putSettings(
  tx: Transaction,
  organizationId: string,
  { retentionDays }: Pick<Settings, "retentionDays">,
  now: Date,
): Promise<number | null> {
  const row = await tx.first<{ version: number }>(sql`
    insert into screening_settings as known (organization_id, retention_days, version, updated_at)
    select ${organizationId}::uuid, ${retentionDays}::integer, 1, ${now}::timestamptz
    on conflict (organization_id) do update
      set retention_days = excluded.retention_days, version = known.version + 1, updated_at = excluded.updated_at
      where known.retention_days is distinct from excluded.retention_days
    returning version`);
  return row?.version ?? null;
}

/** Organizations, of all, that keep sessions for so long and no longer, by id; at most `limit`. */
export async function findForgetful(
  tx: Statements,
  { after, limit }: { after: string | null; limit: number },
): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(sql`
    select organization_id as id from screening_settings
    where retention_days is not null and (${after}::uuid is null or organization_id > ${after}::uuid)
    order by organization_id limit ${limit}`);
  return rows.map(({ id }) => id);
}
