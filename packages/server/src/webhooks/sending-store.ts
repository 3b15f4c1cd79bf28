import { sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import type { Effect } from "#effects/effect.ts";
import type { DisabledReason } from "./lifecycle.ts";

/** An endpoint that is switched on, as the fan-out needs it. */
export interface OpenEndpoint {
  organizationId: string;
  id: string;
  url: string;
  events: string[];
}

/** What is switched on in these organizations, the oldest first. */
export const findOpenEndpoints = (
  tx: Statements,
  organizationIds: readonly string[],
): Promise<OpenEndpoint[]> =>
  tx.all(sql`
    select organization_id as "organizationId", id, url, events from webhook_endpoints
    where organization_id = any(${organizationIds}::uuid[]) and disabled_at is null
    order by created_at, id`);

/** What it takes to send to an endpoint; secrets are sealed. */
export interface Target {
  url: string;
  disabledAt: Date | null;
  secret: string;
  previousSecret: string | null;
  previousSecretUntil: Date | null;
}

export const findTarget = (tx: Statements, organizationId: string, id: string): Promise<Target | null> =>
  tx.first(sql`
    select url, disabled_at as "disabledAt", secret, previous_secret as "previousSecret",
      previous_secret_until as "previousSecretUntil"
    from webhook_endpoints where organization_id = ${organizationId} and id = ${id}`);

/** An endpoint at the URL that was tried: what was learnt says nothing of another one. */
export interface Tried {
  organizationId: string;
  id: string;
  url: string;
}

/** Notes that something arrived: at once where it failed before, else once a minute. */
export async function noteSuccess(
  tx: Transaction,
  { organizationId, id, url }: Tried,
  now: Date,
): Promise<void> {
  await tx.all(sql`
    update webhook_endpoints set failing_since = null, last_success_at = ${now}
    where organization_id = ${organizationId} and id = ${id} and url = ${url}
      and (failing_since is not null or last_success_at is null
        or last_success_at < ${now}::timestamptz - interval '1 minute')`);
}

/** Notes that something did not arrive, and says since when nothing does. */
export async function noteFailure(
  tx: Transaction,
  { organizationId, id, url }: Tried,
  now: Date,
): Promise<Date | null> {
  const noted = await tx.first<{ since: Date }>(sql`
    update webhook_endpoints set failing_since = ${now}
    where organization_id = ${organizationId} and id = ${id} and url = ${url} and failing_since is null
    returning failing_since as since`);
  if (noted) return noted.since;
  const known = await tx.first<{ since: Date | null }>(sql`
    select failing_since as since from webhook_endpoints
    where organization_id = ${organizationId} and id = ${id} and url = ${url}`);
  return known?.since ?? null;
}

/** When the second of the present tries at an effect began; null where there was none. */
export async function findSecondTry(
  tx: Statements,
  { organizationId, id, attempts, tries }: Effect,
): Promise<Date | null> {
  const row = await tx.first<{ startedAt: Date }>(sql`
    select started_at as "startedAt" from effect_attempts
    where organization_id = ${organizationId} and effect_id = ${id} and attempt = ${attempts - tries + 2}`);
  return row?.startedAt ?? null;
}

/** An endpoint that was just switched off. */
export interface SwitchedOff {
  id: string;
  url: string;
  description: string;
  failingSince: Date | null;
  createdBy: string;
  version: number;
}

/** Switches an endpoint off; null when it is off already, gone, or has another URL by now. */
export const disableEndpoint = (
  tx: Transaction,
  { organizationId, id, url }: Tried,
  reason: DisabledReason,
  now: Date,
): Promise<SwitchedOff | null> =>
  tx.first(sql`
    update webhook_endpoints set disabled_at = ${now}, disabled_reason = ${reason}, version = version + 1,
      updated_at = ${now}
    where organization_id = ${organizationId} and id = ${id} and url = ${url} and disabled_at is null
    returning id, url, description, failing_since as "failingSince", created_by as "createdBy", version`);
