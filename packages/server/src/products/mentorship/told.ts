import type { Transaction } from "#database/tenancy.ts";
import { readHistory } from "#events/follow.ts";
import { findOrganization, findReaders } from "#identity/index.ts";
import { telling } from "./history.ts";
import type { Told } from "./notices.ts";
import { findSession } from "./store.ts";
import type { SessionWork } from "./subscribers.ts";

/** What those who tell of a session work on. */
export interface Telling extends SessionWork {
  /** Where browsers reach the server. */
  publicUrl: string;
}

/** All that is said of a session; null when there is none. */
export async function findTold(
  tx: Transaction,
  { organizationId, sessionId, publicUrl }: Telling,
): Promise<Told | null> {
  const [session, organization, history] = await Promise.all([
    findSession(tx, organizationId, sessionId),
    findOrganization(tx, organizationId),
    readHistory(tx, { organizationId, subjectId: sessionId }, telling),
  ]);
  if (!session || !organization) return null;
  const { coachId, teacherId } = session.mentorship;
  const readers = await findReaders(tx, [coachId, teacherId]);
  const coach = readers.find(({ id }) => id === coachId);
  const teacher = readers.find(({ id }) => id === teacherId);
  if (!coach || !teacher) return null;
  return { session, history, coach, teacher, organization: organization.name, publicUrl };
}
