import type { Transaction } from "#database/tenancy.ts";
import { appendByServer } from "#events/append.ts";
import { readHistory } from "#events/follow.ts";
import { setTimer } from "#events/jobs.ts";
import { lockSession, updateSession } from "../store.ts";
import { expiryTimer, type TimedSession, tasks } from "../subscribers.ts";

/**
 * Tells the world, once, that a session was not reviewed in time. That it is expired was true from that instant on,
 * whenever this runs; only its version is raised. The row's lock keeps a review, or another process, out meanwhile.
 */
export async function expireSession(
  tx: Transaction,
  { organizationId, sessionId, now }: TimedSession,
): Promise<void> {
  const session = await lockSession(tx, organizationId, sessionId, now);
  if (
    session?.reviewStatus !== "pending_review" ||
    session.erasedAt !== null ||
    session.storedStatus === "disqualified"
  )
    return;
  if (session.expiresAt > now) {
    return setTimer(tx, expiryTimer(organizationId, sessionId), session.expiresAt, now);
  }
  const subject = { organizationId, subjectId: sessionId };
  const told = await readHistory(tx, subject, ["screening.session.expired"]);
  if (told.length > 0) return;
  const version = session.version + 1;
  await updateSession(tx, organizationId, session, { ...session, version });
  const { contactId, workflowTemplateId, storedStatus: status } = session;
  const payload = { sessionId, contactId, workflowTemplateId, status };
  appendByServer({ tx, organizationId, now, task: tasks.expireSession }, [
    { type: "screening.session.expired", subjectId: sessionId, version, payload },
  ]);
}
