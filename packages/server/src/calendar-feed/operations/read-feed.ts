import type { Database } from "#database/tenancy.ts";
import { findReaders, hashSecret, listMemberships } from "#identity/index.ts";
import { days, minutes, plus } from "#kernel/clock.ts";
import type { Agenda, AgendaEntry, AgendaWindow } from "#notifications/agenda.ts";
import { findFeedByToken, noteRead } from "../store.ts";

/** An entry with the name of its organization. */
export interface FeedEntry extends AgendaEntry {
  organizerName: string;
}

interface Parts {
  database: Database;
  agendas: readonly Agenda[];
}

/**
 * The sessions of whoever's feed the token is, by start; null for a token that is nobody's. What the person may see
 * is looked up each time, one organization after the other.
 */
export async function readFeed(
  { database, agendas }: Parts,
  token: string,
  now: Date,
): Promise<FeedEntry[] | null> {
  const found = await database.asSystem(async (tx) => {
    const feed = await findFeedByToken(tx, hashSecret(token));
    const reader = feed && (await findReaders(tx, [feed.personId]))[0];
    if (!reader) return null;
    await noteRead(tx, feed, { now, before: plus(now, -minutes(1)) });
    return { reader, memberships: await listMemberships(tx, reader.id, null) };
  });
  if (!found) return null;
  const { id: personId, email, timeZone } = found.reader;
  const entries: FeedEntry[] = [];
  for (const { id: organizationId, name } of found.memberships) {
    const of = { organizationId, personId, email, timeZone };
    const own = await database.asTenant(organizationId, async (tx) => {
      const lists: AgendaEntry[][] = [];
      for (const agenda of agendas) lists.push(await agenda(tx, of, windowAt(now)));
      return lists.flat();
    });
    entries.push(...own.map((entry) => ({ ...entry, organizerName: name })));
  }
  return entries.sort((a, b) => compare(a.startsAt, b.startsAt) || compare(a.uid, b.uid));
}

const windowAt = (now: Date): AgendaWindow => ({
  from: plus(now, -days(90)),
  to: plus(now, days(365)),
  cancelledSince: plus(now, -days(30)),
});

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
