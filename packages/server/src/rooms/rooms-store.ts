import { type Sql, sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import type { Room } from "./book.ts";
import type { ProviderName } from "./provider-port.ts";
import type { RoomProduct, RoomSubject } from "./subject.ts";

/** A room's row: what its session is, its product says. */
export interface RoomRow extends Omit<Room, "subject"> {
  product: RoomProduct;
  sessionId: string;
  provider: ProviderName;
  reference: string | null;
  /** When the report on attendance was final. */
  reportedAt: Date | null;
}

const columns = sql`
  organization_id as "organizationId", id, product, session_id as "sessionId", provider, reference,
  began_at as "beganAt", ended_at as "endedAt", reported_at as "reportedAt"`;

const hasId = (organizationId: string, id: string): Sql =>
  sql`organization_id = ${organizationId} and id = ${id}`;

const isOf = (organizationId: string, product: RoomProduct, sessionId: string): Sql =>
  sql`organization_id = ${organizationId} and product = ${product} and session_id = ${sessionId}`;

export const findRoom = (tx: Statements, organizationId: string, id: string): Promise<RoomRow | null> =>
  tx.first(sql`select ${columns} from rooms where ${hasId(organizationId, id)}`);

/** The room with its row locked until the transaction ends: what happens in it happens one after another. */
export const lockRoom = (tx: Transaction, organizationId: string, id: string): Promise<RoomRow | null> =>
  tx.first(sql`select ${columns} from rooms where ${hasId(organizationId, id)} for no key update`);

export const findRoomOf = (
  tx: Statements,
  organizationId: string,
  product: RoomProduct,
  sessionId: string,
): Promise<RoomRow | null> =>
  tx.first(sql`select ${columns} from rooms where ${isOf(organizationId, product, sessionId)}`);

/** Makes the room of a session; one that is there already stays as it is. */
export async function insertRoom(
  tx: Transaction,
  { organizationId, product, sessionId, provider, reference }: RoomSubject,
  id: string,
  now: Date,
): Promise<void> {
  await tx.all(sql`
    insert into rooms (organization_id, id, product, session_id, provider, reference, created_at)
    values (${organizationId}, ${id}, ${product}, ${sessionId}, ${provider}, ${reference}, ${now})
    on conflict (organization_id, product, session_id) do nothing`);
}

/** Writes who does the media, as the product says now. */
export async function updateProvider(
  tx: Transaction,
  { organizationId, id }: Pick<RoomRow, "organizationId" | "id">,
  { provider, reference }: Pick<RoomRow, "provider" | "reference">,
): Promise<void> {
  await tx.all(sql`
    update rooms set provider = ${provider}, reference = ${reference} where ${hasId(organizationId, id)}`);
}

/** Writes how the provider calls a room that has no such name yet, and says what it is called then. */
export async function claimReference(
  tx: Transaction,
  { organizationId, id }: Pick<RoomRow, "organizationId" | "id">,
  reference: string,
): Promise<string> {
  const row = await tx.first<{ reference: string }>(sql`
    update rooms set reference = coalesce(reference, ${reference}) where ${hasId(organizationId, id)}
    returning reference`);
  return row?.reference ?? reference;
}

/** Writes what came of a locked room. */
export async function updateCourse(
  tx: Transaction,
  { organizationId, id, beganAt, endedAt, reportedAt }: RoomRow,
): Promise<void> {
  await tx.all(sql`
    update rooms set began_at = ${beganAt}, ended_at = ${endedAt}, reported_at = ${reportedAt}
    where ${hasId(organizationId, id)}`);
}

/** Opens a room anew, unless somebody else has. What was in it until its end, or until now, counts no more. */
export async function reopenRoom(
  tx: Transaction,
  { organizationId, id, beganAt, endedAt }: RoomRow,
  now: Date,
): Promise<void> {
  await tx.all(sql`
    update rooms set since = coalesce(ended_at, ${now}), began_at = null, ended_at = null, reported_at = null
    where ${hasId(organizationId, id)}
      and began_at is not distinct from ${beganAt} and ended_at is not distinct from ${endedAt}`);
}

/** Draws versions for events of a locked room, and says which came before them. */
export async function drawVersions(
  tx: Transaction,
  { organizationId, id }: Pick<RoomRow, "organizationId" | "id">,
  count: number,
): Promise<number> {
  const row = await tx.first<{ before: number }>(sql`
    update rooms set version = version + ${count}::integer where ${hasId(organizationId, id)}
    returning version - ${count}::integer as before`);
  if (!row) throw new Error("the locked room is not there");
  return row.before;
}

/** Which room a provider's notification is about, in whatever organization the transaction sees. */
export const findByReference = (
  tx: Statements,
  provider: ProviderName,
  reference: string,
): Promise<Pick<RoomRow, "organizationId" | "id"> | null> =>
  tx.first(sql`
    select organization_id as "organizationId", id from rooms
    where provider = ${provider} and reference = ${reference}`);
