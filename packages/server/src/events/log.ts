import { sql } from "#database/statement.ts";
import type { Statements } from "#database/tenancy.ts";
import type { StoredEvent } from "./subscriber.ts";

/** An event with its place in the order in which all became visible. */
export interface PlacedEvent extends StoredEvent {
  position: number;
}

const columns = sql`
  organization_id as "organizationId", id, type, subject_id as "subjectId", version, payload,
  occurred_at as "occurredAt", position`;

// PostgreSQL's bigint comes as text; a number holds all that will ever be counted.
const placed = (rows: (StoredEvent & { position: string })[]): PlacedEvent[] =>
  rows.map((row) => ({ ...row, position: Number(row.position) }));

/** The last position that was given. */
export async function lastPosition(tx: Statements): Promise<number> {
  const row = await tx.first<{ last: string }>(sql`select last from event_positions`);
  return Number(row?.last ?? 0);
}

/** The next events of all organizations after a position, at most `limit`. */
export const readEvents = async (tx: Statements, after: number, limit: number): Promise<PlacedEvent[]> =>
  placed(
    await tx.all(
      sql`select ${columns} from events where position > ${after} order by position limit ${limit}`,
    ),
  );

/** The position of an organization's event; null where there is no such event, or it has none yet. */
export async function findPosition(
  tx: Statements,
  organizationId: string,
  id: string,
): Promise<number | null> {
  const row = await tx.first<{ position: string | null }>(sql`
    select position from events where organization_id = ${organizationId} and id = ${id}`);
  return row?.position ? Number(row.position) : null;
}

/** The next events of an organization after one position and up to another, at most `limit`. */
export const readEventsOf = async (
  tx: Statements,
  organizationId: string,
  { after, until, limit }: { after: number; until: number; limit: number },
): Promise<PlacedEvent[]> =>
  placed(
    await tx.all(sql`
      select ${columns} from events
      where organization_id = ${organizationId} and position > ${after} and position <= ${until}
      order by position limit ${limit}`),
  );
