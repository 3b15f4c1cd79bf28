import type { Transaction } from "#database/tenancy.ts";
import { appendByServer } from "#events/append.ts";
import type { Course } from "#rooms/subject.ts";
import { sessionAllows } from "../lifecycle.ts";
import { lockSession, updateSession } from "../store.ts";

const eventOf = {
  active: "depositions.session.started",
  completed: "depositions.session.completed",
} as const;

/**
 * Moves a session along as its room says: it is active once a host is there, and completed when it ends. Told again,
 * or of a session that is over, it changes nothing.
 */
export async function followRoom(
  tx: Transaction,
  { organizationId, sessionId }: { organizationId: string; sessionId: string },
  state: keyof typeof eventOf,
  { now }: Course,
): Promise<void> {
  const session = await lockSession(tx, organizationId, sessionId);
  if (!session || !sessionAllows(session.state, state)) return;
  const version = session.version + 1;
  await updateSession(tx, organizationId, session, { ...session, state, updatedAt: now, version });
  appendByServer({ tx, organizationId, now, task: "rooms" }, [
    { type: eventOf[state], subjectId: session.id, version, payload: { sessionId: session.id } },
  ]);
}
