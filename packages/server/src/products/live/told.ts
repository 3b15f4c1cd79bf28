import type { Transaction } from "#database/tenancy.ts";
import { findOrganization, findReaders } from "#identity/index.ts";
import type { Told } from "./notices.ts";
import { findHost, readSession } from "./store.ts";
import type { SessionWork } from "./subscribers.ts";

/** What those who tell of a session work on. */
export interface Telling extends SessionWork {
  /** Where browsers reach the server. */
  publicUrl: string;
}

/** People who are told of one thing in one transaction. */
export const pageSize = 500;

/** All that is said of a session; null when there is none. */
export async function findTold(
  tx: Transaction,
  { organizationId, sessionId, publicUrl }: Telling,
): Promise<Told | null> {
  const [session, organization] = await Promise.all([
    readSession(tx, organizationId, sessionId),
    findOrganization(tx, organizationId),
  ]);
  if (!session || !organization) return null;
  const hostId = await findHost(tx, organizationId, session);
  const [host = null] = hostId === null ? [] : await findReaders(tx, [hostId]);
  return { session, host, organization: organization.name, publicUrl };
}
