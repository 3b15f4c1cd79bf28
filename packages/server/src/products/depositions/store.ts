import { countOf } from "#database/counts.ts";
import { ownWithin, type Page, type Paged, readPage } from "#database/page.ts";
import { join, type Sql, sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import { emailKey } from "#kernel/email.ts";
import { refuse } from "#kernel/errors.ts";
import { type AgendaOf, type AgendaWindow, mostEntries } from "#notifications/agenda.ts";
import type { Meeting } from "#rooms/video-provider.ts";
import type { SessionState } from "./lifecycle.ts";

export interface Invite {
  id: string;
  email: string;
  accessLevel: "host" | "participant";
  /** Asked to be a host, who is one only as a member of the organization. */
  wantsHost: boolean;
}

export interface Session {
  id: number;
  state: SessionState;
  remoteSessionId: string | null;
  requestedSessionId: string | null;
  title: string;
  caseName: string | null;
  startDate: string;
  startTime: string;
  timeZone: string;
  startsAt: Date;
  zoneRules: string;
  /** Hours. */
  estimatedDuration: number;
  sessionType: string;
  deponentName: string;
  deponentEmail: string;
  deponentRole: string;
  invites: Invite[];
  language: string;
  languages: string | null;
  interpreter: string | null;
  additionalDetails: string | null;
  preferredManager: string | null;
  videoProvider: string | null;
  meeting: Meeting | null;
  notice: string | null;
  cancelationRequestedAt: Date | null;
  cancelWithoutEmail: boolean;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

const sessionColumns = sql`
  d.id, d.state, d.remote_session_id as "remoteSessionId", d.requested_session_id as "requestedSessionId",
  d.title, d.case_name as "caseName", d.start_date as "startDate", d.start_time as "startTime",
  d.time_zone as "timeZone", d.starts_at as "startsAt", d.zone_rules as "zoneRules",
  d.estimated_duration as "estimatedDuration", d.session_type as "sessionType",
  d.deponent_name as "deponentName", d.deponent_email as "deponentEmail", d.deponent_role as "deponentRole",
  d.language, d.languages, d.interpreter, d.additional_details as "additionalDetails",
  d.preferred_manager as "preferredManager", d.video_provider as "videoProvider", d.meeting, d.notice,
  d.cancelation_requested_at as "cancelationRequestedAt", d.cancel_without_email as "cancelWithoutEmail",
  d.version, d.created_at as "createdAt", d.updated_at as "updatedAt",
  coalesce((
    select json_agg(json_build_object('id', i.id, 'email', i.email, 'accessLevel', i.access_level,
      'wantsHost', i.wants_host)
      order by i.position)
    from deposition_invites i
    where i.organization_id = d.organization_id and i.deposition_id = d.id and i.removed_at is null
  ), '[]') as invites`;

export interface SessionFilter extends Page {
  state?: SessionState;
  caseName?: string;
  remoteSessionId?: string;
  from?: Date;
  to?: Date;
}

/** One page of sessions, newest first, and how many there are on all pages, in one statement. */
export function listSessions(
  tx: Statements,
  organizationId: string,
  filter: SessionFilter,
): Promise<Paged<Session>> {
  const { state, caseName, remoteSessionId, from, to } = filter;
  const conditions = [sql`d.organization_id = ${organizationId}`];
  if (state) conditions.push(sql`d.state = ${state}`);
  if (caseName !== undefined) conditions.push(sql`d.case_name = ${caseName}`);
  if (remoteSessionId !== undefined) conditions.push(sql`d.remote_session_id = ${remoteSessionId}`);
  if (from) conditions.push(sql`d.starts_at >= ${from}`);
  if (to) conditions.push(sql`d.starts_at <= ${to}`);
  const isCounted = [caseName, remoteSessionId, from, to].every((narrower) => narrower === undefined);
  const list = {
    columns: sessionColumns,
    tables: sql`depositions d`,
    where: join(conditions, " and "),
    orderBy: sql`"createdAt" desc, id desc`,
    total: isCounted ? countOf({ organizationId, list: "depositions", states: state && [state] }) : undefined,
  };
  return readPage(tx, list, filter);
}

/** Sessions in a window to which an address is invited, by start: at most `mostEntries`, and none that was never scheduled. */
export const listInvitedTo = (
  tx: Statements,
  { organizationId, email }: AgendaOf,
  { from, to, cancelledSince }: AgendaWindow,
): Promise<Session[]> =>
  tx.all<Session>(sql`
    select ${sessionColumns} from (
      select distinct deposition_id as id from deposition_invites
      where organization_id = ${organizationId} and email_key = ${emailKey(email)} and removed_at is null
    ) own
    cross join lateral (
      select * from depositions
      where organization_id = ${organizationId} and ${ownWithin(sql`id`, sql`own.id`, sql`starts_at`, { from, before: to })}
        and remote_session_id is not null and (state <> 'canceled' or updated_at >= ${cancelledSince})
      offset 0
    ) d
    order by d.starts_at, d.id limit ${mostEntries}`);

export const findSession = (tx: Statements, organizationId: string, id: string): Promise<Session | null> =>
  tx.first<Session>(sql`select ${sessionColumns} from depositions d where ${hasId(organizationId, id)}`);

/** The session with its row locked until the transaction ends, so that what is decided on it stays true. */
export const lockSession = (tx: Transaction, organizationId: string, id: string): Promise<Session | null> =>
  tx.first<Session>(sql`
    select ${sessionColumns} from depositions d where ${hasId(organizationId, id)} for no key update of d`);

/** The id is ten digits at most, which may be more than the column holds: compared as bigint it is just not there. */
const hasId = (organizationId: string, id: string): Sql =>
  sql`d.organization_id = ${organizationId} and d.id = ${id}::bigint`;

/** The same for the session with this remote_session_id; of cancelled ones that had it, the newest. */
export const lockRemoteSession = (
  tx: Transaction,
  organizationId: string,
  remoteSessionId: string,
): Promise<Session | null> =>
  tx.first<Session>(sql`
    select ${sessionColumns} from depositions d
    where d.organization_id = ${organizationId} and d.remote_session_id = ${remoteSessionId}
    order by (d.state = 'canceled'), d.created_at desc, d.id desc limit 1 for no key update of d`);

/** An id for a session that is about to be inserted. */
export async function drawSessionId(tx: Transaction): Promise<number> {
  const row = await tx.first<{ id: number }>(sql`select nextval('deposition_ids')::int as id`);
  if (!row) throw new Error("the sequence gave no id");
  return row.id;
}

export async function insertSession(
  tx: Transaction,
  organizationId: string,
  session: Session,
): Promise<void> {
  const s = session;
  await tx.all(sql`
    insert into depositions (organization_id, id, state, remote_session_id, requested_session_id, title, case_name,
      start_date, start_time, time_zone, starts_at, zone_rules, estimated_duration, session_type, deponent_name,
      deponent_email, deponent_role, language, languages, interpreter, additional_details, preferred_manager,
      video_provider, meeting, notice, cancel_without_email, version, created_at, updated_at)
    values (${organizationId}, ${s.id}, ${s.state}, ${s.remoteSessionId}, ${s.requestedSessionId}, ${s.title},
      ${s.caseName}, ${s.startDate}, ${s.startTime}, ${s.timeZone}, ${s.startsAt}, ${s.zoneRules},
      ${s.estimatedDuration}, ${s.sessionType}, ${s.deponentName}, ${s.deponentEmail}, ${s.deponentRole},
      ${s.language}, ${s.languages}, ${s.interpreter}, ${s.additionalDetails}, ${s.preferredManager},
      ${s.videoProvider}, ${toJson(s.meeting)}::jsonb, ${s.notice}, ${s.cancelWithoutEmail}, ${s.version},
      ${s.createdAt}, ${s.updatedAt})`);
  await writeInvites(tx, organizationId, session);
}

/** Writes a session that was `before`: compare-and-set on the version under which it was read. */
export async function updateSession(
  tx: Transaction,
  organizationId: string,
  before: Session,
  after: Session,
): Promise<void> {
  const rows = await tx.all<{ version: number }>(sql`
    update depositions set
      state = ${after.state}, remote_session_id = ${after.remoteSessionId}, title = ${after.title},
      start_date = ${after.startDate}, start_time = ${after.startTime}, time_zone = ${after.timeZone},
      starts_at = ${after.startsAt}, zone_rules = ${after.zoneRules}, meeting = ${toJson(after.meeting)}::jsonb,
      notice = ${after.notice}, cancelation_requested_at = ${after.cancelationRequestedAt},
      cancel_without_email = ${after.cancelWithoutEmail}, version = ${after.version},
      updated_at = ${after.updatedAt}
    where organization_id = ${organizationId} and id = ${before.id}
      and state = ${before.state} and version = ${before.version}
    returning version`);
  if (rows.length === 0)
    throw refuse("conflict", "the session was changed by somebody else at the same moment");
}

/** Replaces the list of invites: known ids keep their row, those left out keep theirs as removed. */
export async function replaceInvites(
  tx: Transaction,
  organizationId: string,
  session: Session,
  now: Date,
): Promise<void> {
  // First, because the same address must not be on the list twice at any moment.
  await tx.all(sql`
    update deposition_invites set removed_at = ${now}
    where organization_id = ${organizationId} and deposition_id = ${session.id} and removed_at is null
      and id <> all(${session.invites.map((invite) => invite.id)}::uuid[])`);
  await writeInvites(tx, organizationId, session);
}

async function writeInvites(tx: Transaction, organizationId: string, session: Session): Promise<void> {
  const rows = session.invites.map((invite, position) => ({ ...invite, position }));
  await tx.all(sql`
    insert into deposition_invites (organization_id, id, deposition_id, position, email, access_level, wants_host)
    select ${organizationId}, i.id, ${session.id}, i.position, i.email, i."accessLevel", i."wantsHost"
    from json_to_recordset(${JSON.stringify(rows)})
      as i (id uuid, position integer, email text, "accessLevel" text, "wantsHost" boolean)
    on conflict (organization_id, id) do update
      set position = excluded.position, email = excluded.email, access_level = excluded.access_level,
        wants_host = excluded.wants_host`);
}

const toJson = (value: object | null): string | null => value && JSON.stringify(value);

/** Which of these addresses, given in lower case, belong to members. */
export async function findMemberEmails(
  tx: Statements,
  organizationId: string,
  emails: readonly string[],
): Promise<string[]> {
  const rows = await tx.all<{ email: string }>(sql`
    select lower(p.email) as email from members m join people p on p.id = m.person_id
    where m.organization_id = ${organizationId} and lower(p.email) = any(${emails}::text[])`);
  return rows.map((row) => row.email);
}

// The registry of slugs is the one table without an organization: a slug is unique across all of them.

/** Takes a slug until it is released; false when another session has it. Waits for whoever is about to take it. */
export async function takeSlug(tx: Transaction, slug: string, sessionId: number): Promise<boolean> {
  const row = await tx.first<{ slug: string }>(sql`
    insert into session_slugs (slug, deposition_id) values (${slug}, ${sessionId})
    on conflict (slug) do nothing returning slug`);
  return row !== null;
}

export async function findTakenSlugs(tx: Statements, slugs: readonly string[]): Promise<Set<string>> {
  const rows = await tx.all<{ slug: string }>(
    sql`select slug from session_slugs where slug = any(${slugs}::text[])`,
  );
  return new Set(rows.map((row) => row.slug));
}

export async function releaseSlug(tx: Transaction, sessionId: number): Promise<void> {
  await tx.all(sql`delete from session_slugs where deposition_id = ${sessionId}`);
}

/** A start as it was computed, in whatever organization. */
export type ComputedStart = Pick<
  Session,
  "id" | "startDate" | "startTime" | "timeZone" | "startsAt" | "estimatedDuration" | "version"
> & { organizationId: string };

/** Sessions that are not over and whose start was computed with rules older than these, locked; at most `limit`. */
export const lockOutdatedStarts = (tx: Transaction, rules: string, limit: number): Promise<ComputedStart[]> =>
  tx.all<ComputedStart>(sql`
    select organization_id as "organizationId", id, start_date as "startDate", start_time as "startTime",
      time_zone as "timeZone", starts_at as "startsAt", estimated_duration as "estimatedDuration", version
    from depositions
    where zone_rules < ${rules} and state in ('initial', 'scheduled', 'active')
    order by zone_rules, organization_id, id limit ${limit} for no key update`);

export async function updateStart(
  tx: Transaction,
  start: ComputedStart,
  rules: string,
  now: Date,
): Promise<void> {
  await tx.all(sql`
    update depositions set starts_at = ${start.startsAt}, zone_rules = ${rules}, version = ${start.version},
      updated_at = ${now}
    where organization_id = ${start.organizationId} and id = ${start.id}`);
}
