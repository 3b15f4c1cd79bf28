import type { PublicContext } from "#database/context.ts";
import { refuse } from "#kernel/errors.ts";
import { type SessionStatus, sessionAllows } from "./lifecycle.ts";
import { type Session, updateSession } from "./store.ts";

/** Refuses a step that the lifecycle does not have. */
export function checkStep(from: SessionStatus, to: SessionStatus): void {
  if (!sessionAllows(from, to)) throw refuse("refused_transition", `the session is ${from}`);
}

/** Writes what an operation made of a locked session, as its next version. Which event tells of it, the caller knows. */
export async function saveSession(
  { tx, now }: PublicContext,
  organizationId: string,
  before: Session,
  after: Session,
): Promise<Session> {
  const saved = { ...after, updatedAt: now, version: before.version + 1 };
  await updateSession(tx, organizationId, before, saved);
  return saved;
}
