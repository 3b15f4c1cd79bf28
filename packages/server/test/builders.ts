import { hashSecret, writeApiKey } from "../src/identity/secrets.ts";
import type { Tokens } from "../src/identity/tokens.ts";
import type { PlanName, Scope } from "../src/kernel/actor.ts";
import { days } from "../src/kernel/clock.ts";
import { newId, newPersonId, newSecret } from "../src/kernel/ids.ts";
import type { MemberRole } from "../src/kernel/roles.ts";
import type { TestClock } from "./clock.ts";
import type { TestDatabase } from "./database.ts";

export interface BuiltPerson {
  id: string;
  email: string;
  token: string;
}

/** Makes what a test starts from, directly in the database: each call a new thing, nothing shared. */
export function createBuilders(db: TestDatabase, tokens: Tokens, clock: TestClock) {
  async function organization(
    options: { plan?: PlanName; selfService?: boolean; slug?: string } = {},
  ): Promise<string> {
    const id = newId();
    const { plan = "enterprise", selfService = true, slug = `org-${id}` } = options;
    await db.query(
      "insert into organizations (id, slug, name, plan, self_service, created_at, updated_at) values ($1, $2, $2, $3, $4, $5, $5)",
      [id, slug, plan, selfService, clock()],
    );
    return id;
  }

  async function person(
    options: { email?: string; platformAdmin?: boolean; organizationId?: string } = {},
  ): Promise<BuiltPerson> {
    const id = newPersonId();
    const { email = `${id}@example.com`, platformAdmin = false, organizationId = null } = options;
    await db.query(
      `insert into people (id, email, first_name, last_name, platform_admin, tokens_valid_after, created_at, updated_at)
       values ($1, $2, 'Ada', 'Lovelace', $3, $4, $5, $5)`,
      [id, email, platformAdmin, new Date(clock().getTime() - 1000), clock()],
    );
    const { token } = await tokens.issue(id, organizationId, days(30));
    return { id, email, token };
  }

  async function member(organizationId: string, role: MemberRole, email?: string): Promise<BuiltPerson> {
    const built = await person({ email, organizationId });
    await db.query(
      "insert into members (organization_id, person_id, role, created_at) values ($1, $2, $3, $4)",
      [organizationId, built.id, role, clock()],
    );
    return built;
  }

  async function apiKey(
    organizationId: string,
    scopes: readonly Scope[],
  ): Promise<{ id: string; text: string }> {
    const id = newPersonId();
    const secret = newSecret();
    await db.query(
      `insert into api_keys (organization_id, id, name, secret_hash, scopes, created_by, created_at)
       values ($1, $2, 'test', $3, $4, $2, $5)`,
      [organizationId, id, hashSecret(secret), scopes, clock()],
    );
    return { id, text: writeApiKey(id, secret) };
  }

  async function mentorship(
    organizationId: string,
    coachId: string,
    teacherId: string,
    status = "active",
  ): Promise<string> {
    const id = newId();
    await db.query(
      `insert into mentorships (organization_id, id, coach_id, teacher_id, status, version, created_at, updated_at)
       values ($1, $2, $3, $4, $5, 1, $6, $6)`,
      [organizationId, id, coachId, teacherId, status, clock()],
    );
    return id;
  }

  return { organization, person, member, apiKey, mentorship };
}

export type Builders = ReturnType<typeof createBuilders>;
