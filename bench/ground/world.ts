import type pg from "pg";
import { createPool } from "../../packages/server/src/database/pool.ts";
import { createDatabase } from "../../packages/server/src/database/tenancy.ts";
import { hashSecret, writeApiKey } from "../../packages/server/src/identity/secrets.ts";
import { createTokens } from "../../packages/server/src/identity/tokens.ts";
import { scopes } from "../../packages/server/src/kernel/actor.ts";
import { days, systemClock } from "../../packages/server/src/kernel/clock.ts";
import { newId, newPersonId, newSecret } from "../../packages/server/src/kernel/ids.ts";
import type { MemberRole } from "../../packages/server/src/kernel/roles.ts";
import { createVault } from "../../packages/server/src/kernel/vault.ts";
import { withClient } from "./client.ts";
import { issuer, secret, startConvene } from "./convene.ts";
import type { BenchDatabase } from "./databases.ts";
import { type Ids, type Spread, seedSessions } from "./sessions.ts";

/** Organizations of plan enterprise, which nothing throttles, with a thousand sessions of each product in each. */
export interface World {
  database: BenchDatabase;
  /** Sessions of each product, in all organizations together. */
  rows: number;
  organizations: Organization[];
  /** The first of them, to which everybody below belongs. */
  organizationId: string;
  admin: Person;
  manager: Person;
  coaches: Person[];
  teachers: Person[];
  /** The text of an API key with every scope. */
  apiKey: string;
  /** In the first organization. */
  ids: Ids;
  /** In all of them. */
  spread: Spread;
}

interface Organization {
  id: string;
  admin: Person;
}

interface Person {
  id: string;
  /** An access token, valid for a day on every server that was started on this database or a copy of it. */
  token: string;
}

type Maker = Pick<{ createDatabase(): Promise<BenchDatabase> }, "createDatabase">;

/** Members of the first organization, by their roles. */
const seats: readonly MemberRole[] = [
  "Manager",
  ...Array.from({ length: 10 }, () => "Coach" as const),
  ...Array.from({ length: 1_000 }, () => "Teacher" as const),
];

/** Fills a new database: the tables are made by Convene's own first start, the rows by SQL. */
export async function seedWorld(databases: Maker, rows: number, many: number): Promise<World> {
  const database = await databases.createDatabase();
  await (await startConvene(database, {})).stop();
  return withClient(database.superuser, async (client) => {
    const organizationIds = Array.from({ length: many }, newId);
    await insertOrganizations(client, organizationIds);
    const admins = await insertMembers(
      client,
      organizationIds,
      organizationIds.map(() => "OrganizationAdmin"),
    );
    const [first = ""] = organizationIds;
    const members = await insertMembers(
      client,
      seats.map(() => first),
      seats,
    );
    const apiKey = await insertKey(client, first, admins[0] ?? "");
    const organizations = (await issueTokens(database, organizationIds, admins)).map((admin, index) => ({
      id: organizationIds[index] ?? "",
      admin,
    }));
    const [manager, ...others] = await issueTokens(
      database,
      members.map(() => first),
      members,
    );
    const admin = organizations[0]?.admin;
    if (!admin || !manager) throw new Error("an organization needs people");
    const [coaches, teachers] = [others.slice(0, 10), others.slice(10)];
    const seed = { organizations: organizationIds, rows, admin, coaches, teachers };
    const { ids, spread } = await seedSessions(client, seed);
    await client.query("vacuum analyze");
    return {
      ...{ database, rows, organizations, organizationId: first, admin, manager, coaches, teachers },
      ...{ apiKey, ids, spread },
    };
  });
}

const insertOrganizations = (client: pg.Client, ids: readonly string[]) =>
  client.query(
    `insert into organizations (id, slug, name, plan, self_service, created_at, updated_at)
     select id, 'bench-' || id, 'Bench', 'enterprise', true, now(), now() from unnest($1::uuid[]) as id`,
    [ids],
  );

/** The ids of new members, each of an organization and with a role. */
async function insertMembers(
  client: pg.Client,
  organizationIds: readonly string[],
  roles: readonly MemberRole[],
): Promise<string[]> {
  const ids = roles.map(() => newPersonId());
  await client.query(
    `insert into people (id, email, first_name, last_name, tokens_valid_after, created_at, updated_at)
     select id, id || '@example.com', 'Ada', 'Lovelace', now() - interval '1 hour', now(), now()
     from unnest($1::text[]) as id`,
    [ids],
  );
  await client.query(
    `insert into members (organization_id, person_id, role, created_at)
     select organization_id, id, role, now()
     from unnest($1::uuid[], $2::text[], $3::text[]) as member (organization_id, id, role)`,
    [organizationIds, ids, roles],
  );
  return ids;
}

async function insertKey(client: pg.Client, organizationId: string, createdBy: string): Promise<string> {
  const [id, keySecret] = [newPersonId(), newSecret()];
  await client.query(
    `insert into api_keys (organization_id, id, name, secret_hash, scopes, created_by, created_at)
     values ($1, $2, 'bench', $3, $4, $5, now())`,
    [organizationId, id, hashSecret(keySecret), scopes, createdBy],
  );
  return writeApiKey(id, keySecret);
}

/** Signed by the server's own code with the key that its first start made. */
async function issueTokens(
  { owner }: BenchDatabase,
  organizationIds: readonly string[],
  ids: readonly string[],
): Promise<Person[]> {
  const pool = createPool({ connection: owner, size: 1, onError: () => {} });
  try {
    const tokens = await createTokens(createDatabase(pool), createVault(secret), systemClock, issuer);
    const people: Person[] = [];
    for (const [index, id] of ids.entries()) {
      const { token } = await tokens.issue(id, organizationIds[index] ?? null, days(1));
      people.push({ id, token });
    }
    return people;
  } finally {
    await pool.end();
  }
}
