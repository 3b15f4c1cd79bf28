import { sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import type { BookedParticipant } from "./book.ts";
import type { RoomRow } from "./rooms-store.ts";
import type { RoomRole } from "./subject.ts";

export interface ParticipantRow extends BookedParticipant {
  admittedAt: Date | null;
  removedAt: Date | null;
}

type Place = Pick<RoomRow, "organizationId" | "id">;

const columns = sql`
  p.id, p.key, p.name, p.role, p.role <> 'viewer' or p.may_speak as speaks, p.agreed,
  p.admitted_at as "admittedAt", p.removed_at as "removedAt"`;

/** Writes who somebody is who is coming, once for each key, and says how they stand. */
export async function bookParticipant(
  tx: Transaction,
  { organizationId, id: roomId }: Place,
  person: { id: string; key: string; name: string; role: RoomRole; now: Date },
): Promise<ParticipantRow> {
  const row = await tx.first<ParticipantRow>(sql`
    insert into room_participants as p (organization_id, room_id, id, key, name, role, created_at)
    values (${organizationId}, ${roomId}, ${person.id}, ${person.key}, ${person.name}, ${person.role}, ${person.now})
    on conflict (organization_id, room_id, key) do update set name = excluded.name, role = excluded.role
    returning ${columns}`);
  if (!row) throw new Error("a participant was not written");
  return row;
}

/** Which of these are participants of the room. */
export const findParticipants = (
  tx: Statements,
  { organizationId, id: roomId }: Place,
  ids: readonly string[],
): Promise<ParticipantRow[]> =>
  tx.all(sql`
    select ${columns} from room_participants p
    where p.organization_id = ${organizationId} and p.room_id = ${roomId} and p.id = any(${ids}::uuid[])`);

export const findParticipantByKey = (
  tx: Statements,
  { organizationId, id: roomId }: Place,
  key: string,
): Promise<ParticipantRow | null> =>
  tx.first(sql`
    select ${columns} from room_participants p
    where p.organization_id = ${organizationId} and p.room_id = ${roomId} and p.key = ${key}`);

export const listParticipants = (
  tx: Statements,
  { organizationId, id: roomId }: Place,
): Promise<ParticipantRow[]> =>
  tx.all(sql`
    select ${columns} from room_participants p
    where p.organization_id = ${organizationId} and p.room_id = ${roomId} order by p.created_at, p.id`);

/** Which of these keys are of participants who were put out of the room. */
export async function findRemovedKeys(
  tx: Statements,
  { organizationId, id: roomId }: Place,
  keys: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.all<{ key: string }>(sql`
    select key from room_participants
    where organization_id = ${organizationId} and room_id = ${roomId} and key = any(${keys}::text[])
      and removed_at is not null`);
  return new Set(rows.map(({ key }) => key));
}

export async function updateRole(
  tx: Transaction,
  { organizationId, id: roomId }: Place,
  participantId: string,
  role: RoomRole,
): Promise<void> {
  await tx.all(sql`
    update room_participants set role = ${role}
    where organization_id = ${organizationId} and room_id = ${roomId} and id = ${participantId}`);
}

/** Compare-and-set: false when they were admitted already, or were removed. */
export const markAdmitted = (tx: Transaction, place: Place, participantId: string, by: string, now: Date) =>
  isOne(
    tx,
    sql`
    update room_participants set admitted_at = ${now}, admitted_by = ${by}
    where organization_id = ${place.organizationId} and room_id = ${place.id} and id = ${participantId}
      and admitted_at is null and removed_at is null
    returning id`,
  );

/** Compare-and-set: false when they were removed already. By a participant, or (null) by the API. */
export const markRemoved = (
  tx: Transaction,
  place: Place,
  participantId: string,
  by: string | null,
  now: Date,
) =>
  isOne(
    tx,
    sql`
    update room_participants set removed_at = ${now}, removed_by = ${by}
    where organization_id = ${place.organizationId} and room_id = ${place.id} and id = ${participantId}
      and removed_at is null
    returning id`,
  );

export const setMaySpeak = (tx: Transaction, place: Place, participantId: string, isAllowed: boolean) =>
  isOne(
    tx,
    sql`
    update room_participants set may_speak = ${isAllowed}
    where organization_id = ${place.organizationId} and room_id = ${place.id} and id = ${participantId}
    returning id`,
  );

export const setAgreed = (
  tx: Transaction,
  place: Place,
  participantId: string,
  hasAgreed: boolean,
  now: Date,
) =>
  isOne(
    tx,
    sql`
    update room_participants set agreed = ${hasAgreed}, agreed_at = ${now}
    where organization_id = ${place.organizationId} and room_id = ${place.id} and id = ${participantId}
    returning id`,
  );

const isOne = async (tx: Statements, statement: ReturnType<typeof sql>): Promise<boolean> =>
  (await tx.first(statement)) !== null;
