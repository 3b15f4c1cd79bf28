import type { Transaction } from "#database/tenancy.ts";
import { appendByServer } from "#events/append.ts";
import type { Course } from "#rooms/subject.ts";
import { admissionEvents, versionOfChange } from "../admissions.ts";
import { sessionAllows } from "../lifecycle.ts";
import { lockSession, updateSession } from "../store.ts";

const eventOf = { live: "live.session.started", ended: "live.session.ended" } as const;

/**
 * Moves a session along as its room says: it is live once it was begun there, and over when it ended. Told again, or
 * of a session that is over, it changes nothing.
 */
export async function followRoom(
  tx: Transaction,
  { organizationId, sessionId }: { organizationId: string; sessionId: string },
  status: keyof typeof eventOf,
  { at, now }: Course,
): Promise<void> {
  const before = await lockSession(tx, organizationId, sessionId);
  if (!before || !sessionAllows(before.status, status)) return;
  const times = status === "live" ? { startedAt: at } : { endedAt: notBefore(before.startedAt, at) };
  const after = { ...before, ...times, status, updatedAt: now };
  const admission = await updateSession(tx, organizationId, before, after);
  const type = eventOf[status];
  const change = { type, subjectId: sessionId, version: versionOfChange(admission), payload: { sessionId } };
  const work = { tx, organizationId, now, task: "rooms" };
  appendByServer(work, [change, ...admissionEvents(sessionId, admission)]);
}

/** Clocks of others differ: nothing ends before it began. */
const notBefore = (start: Date | null, at: Date): Date => (start && start > at ? start : at);
