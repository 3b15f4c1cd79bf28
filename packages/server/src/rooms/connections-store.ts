import { sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import { findRoomOf, type RoomRow } from "./rooms-store.ts";
import type { RoomProduct } from "./subject.ts";

export interface Connection {
  id: string;
  participantId: string | null;
  joinedAt: Date | null;
  leftAt: Date | null;
}

type Place = Pick<RoomRow, "organizationId" | "id">;

/** What was known of a connection before something was noted, and what is known since. */
export interface Noted {
  before: Pick<Connection, "joinedAt" | "leftAt">;
  after: Connection;
}

/**
 * Notes when somebody joined or left. Of several times that are told of one connection the earliest joining and the
 * latest leaving count, so that it does not matter in which order, or how often, they are told. The room is locked.
 */
export async function noteConnection(
  tx: Transaction,
  { organizationId, id: roomId }: Place,
  { id, participantId, joinedAt, leftAt }: Connection,
): Promise<Noted> {
  const before = await tx.first<Noted["before"]>(sql`
    select joined_at as "joinedAt", left_at as "leftAt" from room_connections
    where organization_id = ${organizationId} and room_id = ${roomId} and id = ${id}`);
  const after = await tx.first<Connection>(sql`
    insert into room_connections as c (organization_id, room_id, id, participant_id, joined_at, left_at)
    values (${organizationId}, ${roomId}, ${id}, ${participantId}, ${joinedAt}, ${leftAt})
    on conflict (organization_id, room_id, id) do update set
      participant_id = coalesce(c.participant_id, excluded.participant_id),
      joined_at = least(c.joined_at, excluded.joined_at), left_at = greatest(c.left_at, excluded.left_at)
    returning c.id, c.participant_id as "participantId", c.joined_at as "joinedAt", c.left_at as "leftAt"`);
  if (!after) throw new Error("a connection was not written");
  return { before: before ?? { joinedAt: null, leftAt: null }, after };
}

/** Of what is known of a connection `c`: that somebody came, and since the room was opened (anew). */
const counts = sql`
  c.joined_at > coalesce((
    select r.since from rooms r where r.organization_id = c.organization_id and r.id = c.room_id), '-infinity')`;

/** Everybody's comings and goings, in the order in which they came. What only a leaving is known of is left out. */
export const listConnections = (
  tx: Statements,
  { organizationId, id: roomId }: Place,
): Promise<(Connection & { participantId: string; joinedAt: Date })[]> =>
  tx.all(sql`
    select c.id, c.participant_id as "participantId", c.joined_at as "joinedAt", c.left_at as "leftAt"
    from room_connections c
    where c.organization_id = ${organizationId} and c.room_id = ${roomId} and ${counts}
    order by c.joined_at, c.id`);

/** All that is known of connections whose ids begin so, what only a leaving is known of included. */
export const findConnections = (
  tx: Statements,
  { organizationId, id: roomId }: Place,
  beginning: string,
): Promise<Connection[]> =>
  tx.all(sql`
    select id, participant_id as "participantId", joined_at as "joinedAt", left_at as "leftAt"
    from room_connections
    where organization_id = ${organizationId} and room_id = ${roomId} and starts_with(id, ${beginning})`);

/** Who was in a room so far, and whether somebody is. */
export interface Occupancy {
  /** Keys of participants. */
  attended: string[];
  isOccupied: boolean;
  /** When the last one left; null where nobody has. */
  lastLeftAt: Date | null;
}

export async function readOccupancy(
  tx: Statements,
  { organizationId, id: roomId }: Place,
): Promise<Occupancy> {
  const row = await tx.first<Occupancy>(sql`
    select coalesce(array_agg(distinct p.key), '{}') as attended,
      coalesce(bool_or(c.left_at is null), false) as "isOccupied", max(c.left_at) as "lastLeftAt"
    from room_connections c
    join room_participants p
      on p.organization_id = c.organization_id and p.room_id = c.room_id and p.id = c.participant_id
    where c.organization_id = ${organizationId} and c.room_id = ${roomId} and ${counts}`);
  return row ?? { attended: [], isOccupied: false, lastLeftAt: null };
}

/** The same of a session's room; nobody where it has none. */
export async function readOccupancyOf(
  tx: Transaction,
  organizationId: string,
  product: RoomProduct,
  sessionId: string,
): Promise<Occupancy> {
  const room = await findRoomOf(tx, organizationId, product, sessionId);
  return room ? readOccupancy(tx, room) : { attended: [], isOccupied: false, lastLeftAt: null };
}

/** Whether somebody is in the room: the quick question. */
export async function isOccupied(tx: Statements, { organizationId, id: roomId }: Place): Promise<boolean> {
  const row = await tx.first(sql`
    select from room_connections c
    where c.organization_id = ${organizationId} and c.room_id = ${roomId}
      and ${counts} and c.left_at is null limit 1`);
  return row !== null;
}
