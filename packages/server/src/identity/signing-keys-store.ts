import type { JWK } from "jose";
import { sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";

export interface SigningKey {
  id: string;
  publicJwk: JWK;
  privateJwe: string;
}

/** The signing keys, newest first. */
export const loadSigningKeys = (tx: Statements): Promise<SigningKey[]> =>
  tx.all<SigningKey>(sql`
    select id, public_jwk as "publicJwk", private_jwe as "privateJwe"
    from signing_keys order by created_at desc, id desc limit 10`);

/** Adds the first signing key; of two servers that try at once, the second finds it there. */
export async function addSigningKey(tx: Transaction, key: SigningKey, now: Date): Promise<void> {
  await tx.all(sql`lock table signing_keys in share row exclusive mode`);
  await tx.all(sql`
    insert into signing_keys (id, public_jwk, private_jwe, created_at)
    select ${key.id}, ${JSON.stringify(key.publicJwk)}::jsonb, ${key.privateJwe}, ${now}
    where not exists (select from signing_keys)`);
}
