import { type Page, type Paged, readPage } from "#database/page.ts";
import { sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import type { Scope } from "#kernel/actor.ts";

/** An API key as its organization sees it, without its secret. */
export interface ApiKey {
  id: string;
  name: string;
  scopes: Scope[];
  createdBy: string;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

const columns = sql`
  id, name, scopes, created_by as "createdBy", created_at as "createdAt", expires_at as "expiresAt",
  last_used_at as "lastUsedAt", revoked_at as "revokedAt"`;

/** One page of an organization's keys, newest first, with how many there are. */
export function listApiKeys(tx: Statements, organizationId: string, page: Page): Promise<Paged<ApiKey>> {
  const list = {
    columns,
    tables: sql`api_keys`,
    where: sql`organization_id = ${organizationId}`,
    orderBy: sql`"createdAt" desc, id desc`,
  };
  return readPage(tx, list, page);
}

/** The key with its row locked until the transaction ends. */
export const lockApiKey = (tx: Transaction, organizationId: string, id: string): Promise<ApiKey | null> =>
  tx.first<ApiKey>(sql`
    select ${columns} from api_keys where organization_id = ${organizationId} and id = ${id} for no key update`);

export async function insertApiKey(
  tx: Transaction,
  organizationId: string,
  key: ApiKey,
  secretHash: string,
): Promise<void> {
  const { id, name, scopes, createdBy, createdAt, expiresAt } = key;
  await tx.all(sql`
    insert into api_keys
      (organization_id, id, name, secret_hash, scopes, created_by, created_at, expires_at)
    values (${organizationId}, ${id}, ${name}, ${secretHash}, ${scopes}, ${createdBy}, ${createdAt}, ${expiresAt})`);
}

export async function markKeyRevoked(
  tx: Transaction,
  organizationId: string,
  id: string,
  now: Date,
): Promise<void> {
  await tx.all(sql`
    update api_keys set revoked_at = ${now} where organization_id = ${organizationId} and id = ${id}`);
}

/** Notes when keys were last used, all in one statement. */
export async function touchKeys(tx: Transaction, uses: { keyId: string; usedAt: Date }[]): Promise<void> {
  await tx.all(sql`
    update api_keys set last_used_at = greatest(last_used_at, used.at)
    from unnest(${uses.map((use) => use.keyId)}::text[], ${uses.map((use) => use.usedAt)}::timestamptz[])
      as used (id, at)
    where api_keys.id = used.id`);
}
