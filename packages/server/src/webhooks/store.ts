import { type Page, type Paged, readPage } from "#database/page.ts";
import { sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import type { DisabledReason } from "./lifecycle.ts";

/** An endpoint as its organization sees it, without its secrets. */
export interface Endpoint {
  id: string;
  url: string;
  description: string;
  events: string[];
  disabledAt: Date | null;
  disabledReason: DisabledReason | null;
  failingSince: Date | null;
  lastSuccessAt: Date | null;
  /** Until when the secret before this one signs as well. */
  previousSecretUntil: Date | null;
  createdBy: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

const columns = sql`
  id, url, description, events, disabled_at as "disabledAt", disabled_reason as "disabledReason",
  failing_since as "failingSince", last_success_at as "lastSuccessAt",
  previous_secret_until as "previousSecretUntil", created_by as "createdBy", version,
  created_at as "createdAt", updated_at as "updatedAt"`;

/** How many endpoints the organization has. Nobody else can add one until the transaction ends. */
export async function lockAndCount(tx: Transaction, organizationId: string): Promise<number> {
  await tx.all(sql`select id from organizations where id = ${organizationId} for no key update`);
  const row = await tx.first<{ count: number }>(sql`
    select count(*)::int as count from webhook_endpoints where organization_id = ${organizationId}`);
  return row?.count ?? 0;
}

/** `secret` is sealed. */
export async function insertEndpoint(
  tx: Transaction,
  organizationId: string,
  endpoint: Endpoint,
  secret: string,
): Promise<void> {
  const { id, url, description, events, createdBy, version, createdAt, updatedAt } = endpoint;
  await tx.all(sql`
    insert into webhook_endpoints (organization_id, id, url, description, events, secret, created_by, version,
      created_at, updated_at)
    values (${organizationId}, ${id}, ${url}, ${description}, ${events}, ${secret}, ${createdBy}, ${version},
      ${createdAt}, ${updatedAt})`);
}

/** One page of an organization's endpoints, newest first, with how many there are. */
export function listEndpoints(tx: Statements, organizationId: string, page: Page): Promise<Paged<Endpoint>> {
  const list = {
    columns,
    tables: sql`webhook_endpoints`,
    where: sql`organization_id = ${organizationId}`,
    orderBy: sql`"createdAt" desc, id desc`,
  };
  return readPage(tx, list, page);
}

export const findEndpoint = (tx: Statements, organizationId: string, id: string): Promise<Endpoint | null> =>
  tx.first(sql`
    select ${columns} from webhook_endpoints where organization_id = ${organizationId} and id = ${id}`);

/** The endpoint with its row locked until the transaction ends. */
export const lockEndpoint = (tx: Transaction, organizationId: string, id: string): Promise<Endpoint | null> =>
  tx.first(sql`
    select ${columns} from webhook_endpoints
    where organization_id = ${organizationId} and id = ${id} for no key update`);

/** Writes what members can change, under the row's lock. */
export async function updateEndpoint(
  tx: Transaction,
  organizationId: string,
  endpoint: Endpoint,
): Promise<void> {
  const { id, url, description, events, disabledAt, disabledReason, failingSince, version } = endpoint;
  await tx.all(sql`
    update webhook_endpoints set url = ${url}, description = ${description}, events = ${events},
      disabled_at = ${disabledAt}, disabled_reason = ${disabledReason}, failing_since = ${failingSince},
      version = ${version}, updated_at = ${endpoint.updatedAt}
    where organization_id = ${organizationId} and id = ${id}`);
}

/** Gives an endpoint a new secret, sealed; the one before it signs as well until `until`. */
export async function replaceSecret(
  tx: Transaction,
  organizationId: string,
  id: string,
  { secret, until, version, now }: { secret: string; until: Date; version: number; now: Date },
): Promise<void> {
  await tx.all(sql`
    update webhook_endpoints set secret = ${secret}, previous_secret = secret, previous_secret_until = ${until},
      version = ${version}, updated_at = ${now}
    where organization_id = ${organizationId} and id = ${id}`);
}

export async function deleteEndpoint(tx: Transaction, organizationId: string, id: string): Promise<void> {
  await tx.all(sql`delete from webhook_endpoints where organization_id = ${organizationId} and id = ${id}`);
}

/** Who is told when the server switches an endpoint off. */
export interface Warned {
  id: string;
  email: string;
  name: string;
  /** An IANA name; null where they have not said. */
  timeZone: string | null;
  organizationName: string;
}

/** The organization's administrators, and who made the endpoint, if still a member. */
export const findWarned = (tx: Statements, organizationId: string, creatorId: string): Promise<Warned[]> =>
  tx.all(sql`
    select people.id, people.email, people.first_name || ' ' || people.last_name as name,
      people.time_zone as "timeZone", organizations.name as "organizationName"
    from members
    join people on people.id = members.person_id
    join organizations on organizations.id = members.organization_id
    where members.organization_id = ${organizationId}
      and (members.role = 'OrganizationAdmin' or members.person_id = ${creatorId})
    order by people.id`);
