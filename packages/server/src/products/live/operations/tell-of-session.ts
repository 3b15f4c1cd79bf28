import type { Transaction } from "#database/tenancy.ts";
import { type FollowedEvent, followInSteps, readHistory, type Step } from "#events/follow.ts";
import { addJobs } from "#events/jobs.ts";
import { findReaders } from "#identity/index.ts";
import type { Notice } from "#notifications/notice.ts";
import { type CausedNotice, causedBy, notifyAll } from "#notifications/notify.ts";
import {
  formerHostNotice,
  hostChange,
  hostNotice,
  isForAll,
  newHostNotice,
  noticeForAll,
  registrationNotice,
  type Told,
} from "../notices.ts";
import { findRegistration, listRegistrants } from "../registration-store.ts";
import { tasks, tellJob } from "../subscribers.ts";
import { findTold, pageSize, type Telling } from "../told.ts";

/**
 * Tells those concerned what happened to a session since they were told last: as many events, or as many people of one
 * event, as one transaction should hold. The rest is the next job's. Later events wait until everybody has been told
 * of the earlier ones, so that each person is told in order.
 */
export async function tellOfSession(tx: Transaction, work: Telling): Promise<void> {
  const { organizationId, sessionId } = work;
  const following = { organizationId, follower: tasks.tell, subjectId: sessionId };
  const isMore = await followInSteps(tx, following, async (events, rest) => {
    const told = await findTold(tx, work);
    const [first] = events;
    if (!told || !first) return { handled: events.length, rest: null };
    if (isForAll(first)) return tellAll(tx, work, told, first, rest);
    const next = events.findIndex(isForAll);
    const handled = next === -1 ? events.length : next;
    await tellEach(tx, work, told, events.slice(0, handled));
    return { handled, rest: null };
  });
  if (isMore) await addJobs(tx, [tellJob(organizationId, sessionId)]);
}

/** One page of those who were registered when it happened, or waited; the host is on the first. */
async function tellAll(
  tx: Transaction,
  work: Telling,
  told: Told,
  event: FollowedEvent,
  rest: string | null,
): Promise<Step> {
  const { organizationId, sessionId } = work;
  const page = { before: event.version, after: rest ?? "", limit: pageSize };
  const registrants = await listRegistrants(tx, organizationId, sessionId, page);
  const readers = await findReaders(
    tx,
    registrants.map(({ personId }) => personId),
  );
  const statuses = new Map(registrants.map(({ personId, status }) => [personId, status]));
  const notices = readers
    .filter(({ id }) => id !== told.host?.id)
    .map((reader) => noticeForAll(told, event, reader, statuses.get(reader.id) === "registered"));
  const toHosts = rest === null ? await hostNotices(tx, work, told, event) : [];
  await notifyAll(tx, causedBy(event, subjectOf(work), [...toHosts, ...notices]), work.now);
  const last = registrants.length === pageSize ? registrants.at(-1) : undefined;
  return last ? { handled: 0, rest: last.personId } : { handled: 1, rest: null };
}

/** Events that concern one person each, or the host alone. */
async function tellEach(
  tx: Transaction,
  work: Telling,
  told: Told,
  events: readonly FollowedEvent[],
): Promise<void> {
  const people = events.flatMap(({ payload }) => ("personId" in payload ? [payload.personId] : []));
  const readers = new Map((await findReaders(tx, people)).map((reader) => [reader.id, reader]));
  const caused: CausedNotice[] = [];
  for (const event of events) {
    const reader = "personId" in event.payload ? readers.get(event.payload.personId) : undefined;
    const notice = reader && registrationNotice(told, event, reader);
    const notices = notice ? [notice] : await hostNotices(tx, work, told, event);
    caused.push(...causedBy(event, subjectOf(work), notices));
  }
  await notifyAll(tx, caused, work.now);
}

/** The host's notice and, where another took over from them, that of the one before. */
async function hostNotices(
  tx: Transaction,
  work: Telling,
  told: Told,
  event: FollowedEvent,
): Promise<Notice[]> {
  const { organizationId, sessionId } = work;
  const change = hostChange(event);
  if (!change) {
    const isCreated = event.type === "live.session.created";
    const then = isCreated ? { ...told, host: await findFirstHost(tx, work, told) } : told;
    const notice = then.host && hostNotice(then, event, then.host);
    return notice ? [notice] : [];
  }
  const { formerHostId, newHostId } = change;
  const ids = [formerHostId, newHostId].filter((id) => id !== undefined);
  const readers = await findReaders(tx, ids);
  const seat = formerHostId && (await findRegistration(tx, organizationId, sessionId, formerHostId));
  return readers.map((reader) =>
    reader.id === newHostId
      ? newHostNotice({ ...told, host: reader }, event, reader)
      : formerHostNotice(told, event, reader, seat ? seat.status === "registered" : false),
  );
}

/** Who was the host when the session was made: where that is told late, another may have taken over since. */
async function findFirstHost(
  tx: Transaction,
  { organizationId, sessionId }: Telling,
  { host }: Told,
): Promise<Told["host"]> {
  const edits = await readHistory(tx, { organizationId, subjectId: sessionId }, ["live.session.edited"]);
  for (const edit of edits) {
    if (edit.type !== "live.session.edited" || !edit.payload.changed.includes("host_id")) continue;
    const { formerHostId } = edit.payload;
    const [first = null] = formerHostId === undefined ? [] : await findReaders(tx, [formerHostId]);
    return first;
  }
  return host;
}

const subjectOf = ({ organizationId, sessionId }: Telling) => ({ organizationId, subjectId: sessionId });
