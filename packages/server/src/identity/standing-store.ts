import { sql } from "#database/statement.ts";
import type { Statements } from "#database/tenancy.ts";
import type { PlanName, Scope } from "#kernel/actor.ts";
import type { MemberRole } from "#kernel/roles.ts";

/** A person as authentication needs them: never shown to anybody. */
export interface Standing {
  id: string;
  platformAdmin: boolean;
  tokensValidAfter: Date;
  memberships: { organizationId: string; role: MemberRole }[];
}

/** A person's standing with all memberships, first joined first, in one statement. */
export const findStanding = (tx: Statements, personId: string): Promise<Standing | null> =>
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
  tx: Statements,
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

export const findKeyStanding = (tx: Statements, keyId: string): Promise<KeyStanding | null> =>
  tx.first<KeyStanding>(sql`
    select id, organization_id as "organizationId", scopes, secret_hash as "secretHash",
      expires_at as "expiresAt", revoked_at as "revokedAt"
    from api_keys where id = ${keyId}`);

export interface SignInStanding {
  id: string;
  personId: string;
  secretHash: string;
  currentOrganizationId: string | null;
  expiresAt: Date;
}

export const findSignIn = (tx: Statements, id: string): Promise<SignInStanding | null> =>
  tx.first<SignInStanding>(sql`
    select id, person_id as "personId", secret_hash as "secretHash",
      current_organization_id as "currentOrganizationId", expires_at as "expiresAt"
    from sign_ins where id = ${id}`);
