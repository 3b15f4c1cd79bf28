import { sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import type { Room } from "../book.ts";

export type RoomKey = Pick<Room, "id" | "organizationId">;

/** A process that holds rooms. */
export interface Holder {
  id: string;
  /** Under which browsers reach it. */
  url: string;
}

/** A room whose process gives no sign of life any more. */
export interface Abandoned {
  room: RoomKey;
  holder: string;
  /** The last sign of life. */
  seenAt: Date;
  /** Connections of our own room that nobody has ended. */
  open: string[];
}

/** The rooms URL of the living process that holds a room; null when none does. */
export async function findHolder(
  tx: Statements,
  organizationId: string,
  roomId: string,
): Promise<string | null> {
  const row = await tx.first<{ url: string }>(sql`
    select url from room_leases
    where organization_id = ${organizationId} and room_id = ${roomId} and expires_at > clock_timestamp()`);
  return row?.url ?? null;
}

/** Whether the room is this holder's from now on: it was already, or nobody's. */
export async function insertLease(
  tx: Transaction,
  { room, holder, now, deadAfter }: { room: RoomKey; holder: Holder; now: Date; deadAfter: number },
): Promise<boolean> {
  const row = await tx.first(sql`
    insert into room_leases (organization_id, room_id, holder, url, seen_at, expires_at)
    values (${room.organizationId}, ${room.id}, ${holder.id}, ${holder.url}, ${now},
      clock_timestamp() + make_interval(secs => ${deadAfter / 1000}))
    on conflict (organization_id, room_id) do update
      set seen_at = excluded.seen_at, expires_at = excluded.expires_at
      where room_leases.holder = excluded.holder
    returning room_id`);
  return row !== null;
}

/** Gives a sign of life for all rooms of a process, and answers which they are. As the system: it is one statement. */
export async function renewLeases(
  tx: Transaction,
  { holder, now, deadAfter }: { holder: Holder; now: Date; deadAfter: number },
): Promise<string[]> {
  const rows = await tx.all<{ room_id: string }>(sql`
    update room_leases
    set seen_at = ${now}, expires_at = clock_timestamp() + make_interval(secs => ${deadAfter / 1000})
    where holder = ${holder.id}
    returning room_id`);
  return rows.map((row) => row.room_id);
}

/** Rooms that nobody gives a sign of life for, at most 50, or this one if it is such. As the system. */
export async function findAbandoned(tx: Transaction, room: RoomKey | null): Promise<Abandoned[]> {
  const rows = await tx.all<{
    organization_id: string;
    room_id: string;
    holder: string;
    seen_at: Date;
    open: string[];
  }>(sql`
    select lease.organization_id, lease.room_id, lease.holder, lease.seen_at,
      array(
        select connection.id from room_connections connection
        join rooms room on room.organization_id = connection.organization_id and room.id = connection.room_id
        where connection.organization_id = lease.organization_id and connection.room_id = lease.room_id
          and room.provider = 'built_in' and connection.left_at is null
      ) as open
    from room_leases lease
    where lease.expires_at <= clock_timestamp()
      and (${room?.organizationId ?? null}::uuid is null
        or (lease.organization_id = ${room?.organizationId ?? null} and lease.room_id = ${room?.id ?? null}))
    limit 50
    for update of lease`);
  return rows.map((row) => ({
    room: { id: row.room_id, organizationId: row.organization_id },
    holder: row.holder,
    seenAt: row.seen_at,
    open: row.open,
  }));
}

/** Gives a room up, for whoever holds it. */
export async function deleteLease(tx: Transaction, room: RoomKey, holder: string): Promise<void> {
  await tx.all(sql`
    delete from room_leases
    where organization_id = ${room.organizationId} and room_id = ${room.id} and holder = ${holder}`);
}

/** The same for one whose holder is gone, unless it gave a sign of life after all. */
export async function deleteAbandoned(tx: Transaction, { room, holder, seenAt }: Abandoned): Promise<void> {
  await tx.all(sql`
    delete from room_leases
    where organization_id = ${room.organizationId} and room_id = ${room.id} and holder = ${holder}
      and seen_at = ${seenAt} and expires_at <= clock_timestamp()`);
}
