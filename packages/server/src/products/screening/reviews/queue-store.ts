import { countsByPart } from "#database/counts.ts";
import { upTo } from "#database/page.ts";
import { join, raw, type Sql, sql } from "#database/statement.ts";
import type { Statements } from "#database/tenancy.ts";
import type { Position } from "#kernel/cursor.ts";
import {
  noneWaitsSince,
  type QueueState,
  queueStates,
  type ReviewStatus,
  type SessionStatus,
  type TemplateStatus,
} from "../lifecycle.ts";
import { inStates, overdue, select } from "../list-store.ts";
import type { Question } from "../questions.ts";
import { isExpired, type Session, sessionColumns } from "../store.ts";

export interface EarlierSession {
  id: string;
  status: SessionStatus;
  reviewStatus: ReviewStatus;
  createdAt: Date;
}

/** A session with what its reviewers look at beside it. */
export interface QueueItem extends Session {
  state: QueueState;
  /** When its prospect finished; null for one who has not. */
  completedAt: Date | null;
  /** By which its list is sorted. */
  sortedAt: Date;
  templateName: string;
  contact: { id: string; name: string | null; email: string | null; phone: string | null };
  /** As they were when the session began. */
  questions: Question[];
  /** Keys of those that reviewers see first. */
  reviewFirst: readonly string[];
  earlierSessions: EarlierSession[];
}

const stateOf = (now: Date): Sql => sql`
  case
    when s.review_status <> 'pending_review' then s.review_status
    when s.status = 'disqualified' then 'disqualified'
    when ${isExpired(now)} then 'expired'
    when s.status = 'completed' then 'waiting'
    else 'active'
  end`;

interface List {
  /** What its sessions are sorted by. */
  at: Sql;
  isOldestFirst: boolean;
  /** Which sessions are in it; null where the state as it is noted says so. */
  where: ((now: Date) => Sql) | null;
}

const newest: List = { at: sql`s.created_at`, isOldestFirst: false, where: null };

const decided = (verdict: "approved" | "denied"): List => ({
  ...{ at: sql`s.reviewed_at`, isOldestFirst: false },
  where: () => sql`s.review_status = ${verdict} and s.reviewed_at is not null`,
});

/** Each has an index in its order (0029, 0032). */
const lists: Record<QueueState, List> = {
  waiting: {
    ...{ at: sql`s.completed_at`, isOldestFirst: true },
    // What expired long ago stays unreviewed for ever: nothing but the second line keeps it from being read each time.
    where: (
      now,
    ) => sql`s.status = 'completed' and s.review_status = 'pending_review' and s.expires_at > ${now}
      and s.completed_at > ${noneWaitsSince(now)}`,
  },
  ...{ approved: decided("approved"), denied: decided("denied") },
  ...{ active: newest, expired: newest, disqualified: newest },
};

export interface QueueFilter {
  state: QueueState;
  workflowTemplateId?: string;
  after?: Position;
  limit: number;
}

/** The sessions in a state as of `now`, in the order of their list, those after a position. */
export function listQueue(
  tx: Statements,
  organizationId: string,
  { state, workflowTemplateId, after, limit }: QueueFilter,
  now: Date,
): Promise<QueueItem[]> {
  const { at, isOldestFirst, where } = lists[state];
  const conditions = [sql`s.organization_id = ${organizationId}`];
  if (where) conditions.push(where(now));
  if (workflowTemplateId) conditions.push(sql`s.workflow_template_id = ${workflowTemplateId}`);
  if (after) {
    const position = sql`(${after.at}::timestamptz, ${after.id}::uuid)`;
    conditions.push(isOldestFirst ? sql`(${at}, s.id) > ${position}` : sql`(${at}, s.id) < ${position}`);
  }
  const order = isOldestFirst ? sql`${at}, s.id` : sql`${at} desc, s.id desc`;
  const first = { where: join(conditions, " and "), orderBy: order, limit: upTo({ limit, offset: 0 }) };
  const sessions = where ? sql`(${select(first)}) s` : inStates([state], now, first);
  const found = sql`select s.*, ${at} as sorted_at from ${sessions} order by ${order} limit ${limit}`;
  const placed = isOldestFirst ? sql`s.sorted_at, s.id` : sql`s.sorted_at desc, s.id desc`;
  return readItems(tx, found, placed, now);
}

/** One session, whatever its state. */
export async function findQueued(
  tx: Statements,
  organizationId: string,
  id: string,
  now: Date,
): Promise<QueueItem | null> {
  const found = sql`
    select s.*, s.created_at as sorted_at from screening_sessions s
    where s.organization_id = ${organizationId} and s.id = ${id}`;
  return (await readItems(tx, found, sql`s.id`, now))[0] ?? null;
}

/** Most earlier sessions that are shown beside one. */
const mostEarlier = 20;

/** A version of a template comes with the first session of it alone: it may be long, and most share one. */
interface Row extends Omit<QueueItem, "questions" | "reviewFirst" | "earlierSessions"> {
  shown: { questions: Question[]; reviewFirst: readonly string[] } | null;
  earlier: (Omit<EarlierSession, "createdAt"> & { createdAt: string })[];
}

/** Reads what belongs to the sessions that a statement finds, in one with it. */
async function readItems(tx: Statements, found: Sql, order: Sql, now: Date): Promise<QueueItem[]> {
  const rows = await tx.all<Row>(sql`
    select ${sessionColumns(now)}, ${stateOf(now)} as state, s.completed_at as "completedAt",
      s.sorted_at as "sortedAt", t.name as "templateName",
      json_build_object('id', c.id, 'name', c.name, 'email', c.email, 'phone', c.phone) as contact,
      coalesce(earlier.sessions, '[]') as earlier,
      case when row_number() over (partition by s.workflow_template_id, s.questions_version) = 1
        then json_build_object('questions', q.questions, 'reviewFirst', q.settings -> 'reviewFirst')
      end as shown
    from (${found}) s
    join workflow_templates t on t.organization_id = s.organization_id and t.id = s.workflow_template_id
    join workflow_questions q on q.organization_id = s.organization_id
      and q.workflow_template_id = s.workflow_template_id and q.version = s.questions_version
    join contacts c on c.organization_id = s.organization_id and c.id = s.contact_id
    cross join lateral (
      select s.organization_id, s.id, s.contact_id, s.workflow_template_id, s.created_at
    ) own
    cross join lateral (${earlierSessions(now)}) earlier
    order by ${order}`);
  const versions = new Map(rows.flatMap((row) => (row.shown ? [[versionOf(row), row.shown]] : [])));
  return rows.map(({ shown: _, earlier, ...row }) => {
    const version = versions.get(versionOf(row));
    return {
      ...row,
      questions: version?.questions ?? [],
      reviewFirst: version?.reviewFirst ?? [],
      earlierSessions: earlier.map((one) => ({ ...one, createdAt: new Date(one.createdAt) })),
    };
  });
}

const versionOf = ({
  workflowTemplateId,
  questionsVersion,
}: Pick<Session, "workflowTemplateId" | "questionsVersion">) => `${workflowTemplateId} ${questionsVersion}`;

const earlierSessions = (now: Date): Sql => sql`
  select json_agg(one order by one."createdAt" desc, one.id desc) as sessions from (
    select s.id, case when ${isExpired(now)} then 'expired' else s.status end as status,
      s.review_status as "reviewStatus", s.created_at as "createdAt"
    from screening_sessions s
    where s.organization_id = own.organization_id and s.contact_id = own.contact_id
      and s.workflow_template_id = own.workflow_template_id
      and (s.created_at, s.id) < (own.created_at, own.id)
    order by s.created_at desc, s.id desc limit ${mostEarlier}
  ) one`;

export type Counts = Record<QueueState, number>;

export interface TemplateCounts extends Counts {
  workflowTemplateId: string;
  name: string;
  slug: string;
  status: TemplateStatus;
}

/** Most templates that are counted one by one. */
const mostTemplates = 200;

/**
 * How many sessions of each template are in each state as of `now`, and of all, in one statement: as they were noted,
 * with those whose time is over by now taken out of the state that they are noted in and put to the expired.
 */
export async function countSessions(
  tx: Statements,
  organizationId: string,
  now: Date,
): Promise<{ templates: TemplateCounts[]; total: Counts }> {
  const sum = (state: QueueState): Sql =>
    sql`coalesce(sum(counted.many) filter (where counted.state = ${state}), 0)::int`;
  const sums = join(queueStates.map((state) => sql`${sum(state)} as ${raw(state)}`));
  const rows = await tx.all<TemplateCounts & { isTotal: boolean }>(sql`
    with over as (
      select s.workflow_template_id as part, s.noted_state, count(*) as many from screening_sessions s
      where s.organization_id = ${organizationId} and ${overdue(now)} group by 1, 2
    ), counted as (
      ${countsByPart({ organizationId, list: "screening" })}
      union all
      select part, noted_state, -many from over
      union all
      select part, 'expired', many from over
    )
    (select false as "isTotal", t.id as "workflowTemplateId", t.name, t.slug, t.status, ${sums}
    from workflow_templates t left join counted on counted.part = t.id
    where t.organization_id = ${organizationId}
    group by t.organization_id, t.id
    order by waiting desc, t.name, t.id limit ${mostTemplates})
    union all
    select true, null, null, null, null, ${sums} from counted`);
  const total = rows.find(({ isTotal }) => isTotal);
  if (!total) throw new Error("a sum without groups has a row");
  return { templates: rows.filter(({ isTotal }) => !isTotal), total };
}
