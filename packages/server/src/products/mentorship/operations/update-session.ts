import type { Context } from "#database/context.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { readInstant } from "#kernel/instant.ts";
import { isAhead } from "../lifecycle.ts";
import { updateForbidden } from "../policy.ts";
import type { UpdateSession } from "../schema.ts";
import { lockSession, type Session } from "../store.ts";
import { inStatus, saveSession } from "../transition.ts";

/** Changes a session or moves it along its lifecycle. Setting what it has is no change and tells nobody. */
export async function updateSession(context: Context, id: string, update: UpdateSession): Promise<Session> {
  const { tx, actor } = context;
  const before = await lockSession(tx, actor.organizationId, id);
  if (!before) throw notFound("session");
  const forbidden = updateForbidden(actor, before.mentorship, update);
  if (forbidden) throw refuse("forbidden", forbidden);
  const after = {
    ...before,
    scheduledAt: update.scheduledAt === undefined ? before.scheduledAt : readInstant(update.scheduledAt),
    durationMinutes: update.durationMinutes ?? before.durationMinutes,
    timezone: update.timezone ?? before.timezone,
    notes: update.notes === undefined ? before.notes : update.notes,
  };
  if (!isAhead(before.status) && planOf(before) !== planOf(after)) {
    throw refuse("refused_transition", `a ${before.status} session keeps its time, duration and time zone`);
  }
  const { status } = update;
  const isStep = status !== undefined && status !== before.status;
  return saveSession(context, before, isStep ? inStatus(context, after, status) : after);
}

const planOf = ({ scheduledAt, durationMinutes, timezone }: Session): string =>
  [scheduledAt.toISOString(), durationMinutes, timezone].join();
