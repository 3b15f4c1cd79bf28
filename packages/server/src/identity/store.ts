import type { JWK } from "jose";
import { sql } from "#database/statement.ts";
import type { Transaction } from "#database/tenancy.ts";
import type { PlanName, Scope } from "#kernel/actor.ts";
import type { MemberRole } from "#kernel/roles.ts";

export interface SigningKey {
  id: string;
  publicJwk: JWK;
  privateJwe: string;
}

/** The signing keys, newest first. */
export const loadSigningKeys = (tx: Transaction): Promise<SigningKey[]> =>
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

/** A person as authentication needs them: never shown to anybody. */
export interface Standing {
  id: string;
  platformAdmin: boolean;
  tokensValidAfter: Date;
  memberships: { organizationId: string; role: MemberRole }[];
}

/** A person's standing with all memberships, first joined first, in one statement. */
export const findStanding = (tx: Transaction, personId: string): Promise<Standing | null> =>
  tx.first<Standing>(sql`
    select p.id, p.platform_admin as "platformAdmin", p.tokens_valid_after as "tokensValidAfter",
      coalesce(
        (select json_agg(json_build_object('organizationId', m.organization_id, 'role', m.role)
           order by m.created_at, m.organization_id)
         from members m where m.person_id = p.id), '[]') as memberships
    from people p where p.id = ${personId}`);

export interface OrganizationSettings {
  id: string;
  plan: PlanName;
  selfService: boolean;
}

export const findOrganizationSettings = (
  tx: Transaction,
  organizationId: string,
): Promise<OrganizationSettings | null> =>
  tx.first<OrganizationSettings>(sql`
    select id, plan, self_service as "selfService" from organizations where id = ${organizationId}`);

export interface KeyStanding {
  id: string;
  organizationId: string;
  scopes: Scope[];
  secretHash: string;
  expiresAt: Date | null;
  revokedAt: Date | null;
}

export const findKeyStanding = (tx: Transaction, keyId: string): Promise<KeyStanding | null> =>
  tx.first<KeyStanding>(sql`
    select id, organization_id as "organizationId", scopes, secret_hash as "secretHash",
      expires_at as "expiresAt", revoked_at as "revokedAt"
    from api_keys where id = ${keyId}`);

/** Notes when keys were last used, all in one statement. */
export async function touchKeys(tx: Transaction, uses: { keyId: string; usedAt: Date }[]): Promise<void> {
  await tx.all(sql`
    update api_keys set last_used_at = greatest(last_used_at, used.at)
    from unnest(${uses.map((use) => use.keyId)}::text[], ${uses.map((use) => use.usedAt)}::timestamptz[])
      as used (id, at)
    where api_keys.id = used.id`);
}

export interface SignInStanding {
  id: string;
  personId: string;
  currentOrganizationId: string | null;
  expiresAt: Date;
}

export const findSignIn = (tx: Transaction, tokenHash: string): Promise<SignInStanding | null> =>
  tx.first<SignInStanding>(sql`
    select id, person_id as "personId", current_organization_id as "currentOrganizationId",
      expires_at as "expiresAt"
    from sign_ins where token_hash = ${tokenHash}`);

/** The person whom an outside issuer's subject was linked to. */
export const findExternalIdentity = (
  tx: Transaction,
  issuer: string,
  subject: string,
): Promise<{ personId: string } | null> =>
  tx.first<{ personId: string }>(sql`
    select person_id as "personId" from external_identities where issuer = ${issuer} and subject = ${subject}`);

/** Links an outside subject to the member of one of the organizations who has the verified address. */
export const linkExternalIdentity = (
  tx: Transaction,
  link: { issuer: string; subject: string; email: string; organizationIds: readonly string[]; now: Date },
): Promise<{ personId: string } | null> =>
  tx.first<{ personId: string }>(sql`
    insert into external_identities (issuer, subject, person_id, linked_at)
    select ${link.issuer}, ${link.subject}, p.id, ${link.now} from people p
    where lower(p.email) = lower(${link.email}) and exists (
      select from members m where m.person_id = p.id and m.organization_id = any(${link.organizationIds}::uuid[]))
    on conflict (issuer, subject) do update set person_id = external_identities.person_id
    returning person_id as "personId"`);
