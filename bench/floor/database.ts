import { randomBytes } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type pg from "pg";
import type { PoolClient, QueryResultRow } from "pg";

/** A statement that PostgreSQL parses and plans once for each connection. */
export interface Statement {
  name: string;
  text: string;
}

type Runner = Pick<pg.Pool | PoolClient, "query">;

export async function all(on: Runner, statement: Statement, values: unknown[]): Promise<QueryResultRow[]> {
  return (await on.query({ ...statement, values })).rows;
}

/** The first row. Throws where there is none: the floor is only asked for what is there. */
export async function one(on: Runner, statement: Statement, values: unknown[]): Promise<QueryResultRow> {
  const [row] = await all(on, statement, values);
  if (!row) throw new Error(`${statement.name} found nothing`);
  return row;
}

export async function transact<T>(pool: pg.Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (fault) {
    await client.query("rollback");
    throw fault;
  } finally {
    client.release();
  }
}

/** Who asks, as the caller says: the floor believes everybody. */
export function asked(request: FastifyRequest): { organizationId: string; personId: string } {
  const { "x-organization": organizationId, "x-person": personId } = request.headers;
  return { organizationId: String(organizationId), personId: String(personId) };
}

export interface FloorEvent {
  type: string;
  subjectId: string;
  version: number;
  payload: object;
}

export const insertEvent: Statement = {
  name: "insert_event",
  text: `insert into events (organization_id, id, type, subject_id, version, payload, occurred_at, actor_kind, actor_id,
    request_id, ip, user_agent) values ($1, $2, $3, $4, $5, $6, $7, 'person', $8, $9, '127.0.0.1', null)`,
};

/** What is said of a change to the world, in the transaction of the change. */
export async function append(
  on: Runner,
  { organizationId, personId }: { organizationId: string; personId: string },
  event: FloorEvent,
  now: Date,
): Promise<void> {
  const { type, subjectId, version, payload } = event;
  const values = [
    organizationId,
    newId(now),
    type,
    subjectId,
    version,
    JSON.stringify(payload),
    now,
    personId,
  ];
  await all(on, insertEvent, [...values, newId(now)]);
}

export const insertKey: Statement = {
  name: "insert_key",
  text: `insert into idempotency_keys (organization_id, caller, route, key, fingerprint, status, answer, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
};

/** A UUID of version 7 (RFC 9562). */
export function newId(now: Date): string {
  const bytes = randomBytes(10);
  bytes[0] = ((bytes[0] ?? 0) & 0x0f) | 0x70;
  bytes[2] = ((bytes[2] ?? 0) & 0x3f) | 0x80;
  const time = now.getTime().toString(16).padStart(12, "0");
  const random = bytes.toString("hex");
  return `${time.slice(0, 8)}-${time.slice(8)}-${random.slice(0, 4)}-${random.slice(4, 8)}-${random.slice(8)}`;
}
