import { raw, sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import type { PushTarget } from "./push-port.ts";

/** A device as its owner sees it: what is needed to reach it stays sealed. */
export interface Device {
  id: string;
  type: PushTarget["type"];
  name: string | null;
  service: string;
  createdAt: Date;
  registeredAt: Date;
}

export interface NewDevice {
  /** Its id, should it be new to its owner. */
  id: string;
  personId: string;
  signInId: string | null;
  confinedTo: readonly string[] | null;
  type: PushTarget["type"];
  name: string | null;
  fingerprint: string;
  service: string;
  /** The target as JSON, sealed. */
  target: string;
  now: Date;
}

const columns = raw(
  `d.id, d.type, d.name, d.service, d.created_at as "createdAt", d.registered_at as "registeredAt"`,
);

/**
 * Registers a device, or registers it again. What was another person's is this one's from now on, under an id of
 * its own, so that nothing that was meant for the former owner reaches it.
 */
export async function upsertDevice(tx: Transaction, device: NewDevice): Promise<Device> {
  const { id, personId, signInId, confinedTo, type, name, fingerprint, service, target, now } = device;
  const [row] = await tx.all<Device>(sql`
    insert into devices as d (id, person_id, sign_in_id, confined_to, type, name, fingerprint, service, target,
      created_at, registered_at)
    values (${id}, ${personId}, ${signInId}, ${confinedTo}, ${type}, ${name}, ${fingerprint}, ${service}, ${target},
      ${now}, ${now})
    on conflict (fingerprint) do update set
      id = case when d.person_id = excluded.person_id then d.id else excluded.id end,
      name = case when d.person_id = excluded.person_id then coalesce(excluded.name, d.name) else excluded.name end,
      created_at = case when d.person_id = excluded.person_id then d.created_at else excluded.created_at end,
      person_id = excluded.person_id, sign_in_id = excluded.sign_in_id, confined_to = excluded.confined_to,
      service = excluded.service, target = excluded.target, registered_at = excluded.registered_at
    returning ${columns}`);
  if (!row) throw new Error("an insert that returns nothing");
  return row;
}

/** Lets nobody else register devices of this person until the transaction ends. */
export async function lockOwner(tx: Transaction, personId: string): Promise<void> {
  await tx.all(sql`select id from people where id = ${personId} for no key update`);
}

/** Deletes all but the devices that were registered last. */
export async function deleteOldest(tx: Transaction, personId: string, most: number): Promise<void> {
  await tx.all(sql`
    delete from devices where id in (
      select id from devices where person_id = ${personId}
      order by registered_at desc, id desc offset ${most})`);
}

/** A person's devices, the one that was registered last first; for an outside issuer those that it vouched for. */
export const listDevices = (
  tx: Statements,
  personId: string,
  confinedTo: readonly string[] | null,
): Promise<Device[]> =>
  tx.all<Device>(sql`
    select ${columns} from devices d
    where d.person_id = ${personId} and (${confinedTo}::uuid[] is null or d.confined_to <@ ${confinedTo}::uuid[])
    order by d.registered_at desc, d.id desc`);

/** Deletes one of those that `listDevices` shows, and says which it was. */
export const deleteDevice = (
  tx: Transaction,
  personId: string,
  confinedTo: readonly string[] | null,
  id: string,
): Promise<Device | null> =>
  tx.first<Device>(sql`
    delete from devices d
    where d.id = ${id} and d.person_id = ${personId}
      and (${confinedTo}::uuid[] is null or d.confined_to <@ ${confinedTo}::uuid[])
    returning ${columns}`);

/** Where an organization may reach a device, as it was sealed; null when there is none such, or it is signed out. */
export async function findTarget(
  tx: Statements,
  organizationId: string,
  id: string,
  now: Date,
): Promise<string | null> {
  const row = await tx.first<{ target: string }>(sql`
    select d.target from devices d left join sign_ins s on s.id = d.sign_in_id
    where d.id = ${id} and (s.id is null or s.expires_at > ${now})
      and (d.confined_to is null or ${organizationId}::uuid = any(d.confined_to))`);
  return row?.target ?? null;
}

/** The devices by which an organization may reach these people, by person. */
export async function findDevicesOf(
  tx: Statements,
  organizationId: string,
  personIds: readonly string[],
  now: Date,
): Promise<Map<string, Device[]>> {
  const rows = await tx.all<Device & { personId: string }>(sql`
    select ${columns}, d.person_id as "personId"
    from devices d left join sign_ins s on s.id = d.sign_in_id
    where d.person_id = any(${personIds}::text[]) and (s.id is null or s.expires_at > ${now})
      and (d.confined_to is null or ${organizationId}::uuid = any(d.confined_to))
    order by d.registered_at desc, d.id desc`);
  return Map.groupBy(rows, (row) => row.personId);
}

/** A device that its service calls dead, and when it was last tried. */
interface DeadDevice {
  id: string;
  sentAt: Date;
}

/** Deletes devices that are dead, but for those that were registered again since they were tried. */
export async function deleteDead(tx: Transaction, devices: readonly DeadDevice[]): Promise<void> {
  if (devices.length === 0) return;
  await tx.all(sql`
    delete from devices d
    using unnest(${devices.map(({ id }) => id)}::uuid[], ${devices.map(({ sentAt }) => sentAt)}::timestamptz[])
      as dead (id, sent_at)
    where d.id = dead.id and d.registered_at <= dead.sent_at`);
}
