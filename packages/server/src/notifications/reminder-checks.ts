import type { Transaction } from "#database/tenancy.ts";
import type { Recipient } from "./notice.ts";

/** What a reminder that was planned rests on. */
export interface Reminding {
  organizationId: string;
  sessionId: string;
  /** When the session was to begin. */
  startsAt: Date;
  to: Pick<Recipient, "kind" | "id">;
}

/**
 * Whether each kind of reminder is still true: the session is to be held, begins then, and has a place for its
 * reader. Asked right before it is sent, which may be hours after it was planned.
 */
export type ReminderChecks = Readonly<
  Record<string, (tx: Transaction, reminding: Reminding) => Promise<boolean>>
>;

/** Whether what is about to be sent may be said; what is no reminder of a session always may. */
export async function isStillTrue(
  tx: Transaction,
  checks: ReminderChecks,
  { organizationId, kind, subjectId }: { organizationId: string; kind: string; subjectId: string },
  { to, startsAt }: Pick<Reminding, "to"> & { startsAt?: string },
): Promise<boolean> {
  const check = checks[kind];
  if (!check || startsAt === undefined) return true;
  return check(tx, { organizationId, sessionId: subjectId, startsAt: new Date(startsAt), to });
}
