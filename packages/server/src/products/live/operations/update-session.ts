import type { Context } from "#database/context.ts";
import { refuse } from "#kernel/errors.ts";
import { formatInstant, readInstant } from "#kernel/instant.ts";
import { isOpen } from "../lifecycle.ts";
import type { UpdateSession } from "../schema.ts";
import { findHost, type SeenSession, type Session } from "../store.ts";
import { type Edit, lockToManage, saveSession, seeSession } from "../transition.ts";

/** Changes a session. More seats go to those who wait, in their order; setting what it has is no change. */
export async function updateSession(
  context: Context,
  id: string,
  update: UpdateSession,
): Promise<SeenSession> {
  const before = await lockToManage(context, id);
  const after = {
    ...before,
    hostId: update.host_id ?? before.hostId,
    brandId: update.brand_id ?? before.brandId,
    title: update.title ?? before.title,
    category: update.category === undefined ? before.category : update.category,
    scheduledAt: update.scheduled_at === undefined ? before.scheduledAt : readInstant(update.scheduled_at),
    maxParticipants: update.max_participants ?? before.maxParticipants,
    metadata: update.metadata ?? before.metadata,
  };
  const changed = changedMembers(before, after);
  if (changed.length === 0) return seeSession(context, before.id);
  checkStatus(before, changed);
  if (after.maxParticipants < before.registeredCount) {
    throw refuse("conflict", `${before.registeredCount} people are registered already`);
  }
  const payload = await editOf(context, before, after, changed);
  const saved = { ...after, calendarSequence: payload.sequence };
  return saveSession(context, before, saved, { type: "live.session.edited", payload });
}

/** What the event says of a change: beside the members' names, what nobody could find out afterwards. */
async function editOf(
  { tx, actor }: Context,
  before: Session,
  after: Session,
  changed: Member[],
): Promise<Edit> {
  const hostOf = async (session: Session) =>
    changed.includes("host_id") ? await findHost(tx, actor.organizationId, session) : null;
  const [formerHostId, newHostId] = [await hostOf(before), await hostOf(after)];
  const isMoved = changed.includes("scheduled_at");
  return {
    sessionId: before.id,
    changed,
    status: before.status,
    sequence: before.calendarSequence + (isMoved || formerHostId !== newHostId ? 1 : 0),
    ...(isMoved ? { from: formatInstant(before.scheduledAt) } : {}),
    ...(formerHostId === null ? {} : { formerHostId }),
    ...(newHostId === null ? {} : { newHostId }),
  };
}

const members = {
  host_id: "hostId",
  brand_id: "brandId",
  title: "title",
  category: "category",
  scheduled_at: "scheduledAt",
  max_participants: "maxParticipants",
  metadata: "metadata",
} as const satisfies Record<string, keyof Session>;

type Member = keyof typeof members;

/** The names on the wire of what differs. JSON compares instants and metadata by what they hold. */
const changedMembers = (before: Session, after: Session): Member[] =>
  (Object.keys(members) as Member[]).filter(
    (name) => JSON.stringify(before[members[name]]) !== JSON.stringify(after[members[name]]),
  );

/** What was, stays: the planned start once the session has begun, and the capacity once it is over. */
function checkStatus({ status }: Session, changed: Member[]): void {
  const fixed: Member[] = [];
  if (status !== "scheduled") fixed.push("scheduled_at");
  if (!isOpen(status)) fixed.push("max_participants");
  const refused = changed.find((name) => fixed.includes(name));
  if (refused) throw refuse("session_not_open", `a session that is ${status} keeps its ${refused}`);
}
