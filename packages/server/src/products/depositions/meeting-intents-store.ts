import { sql } from "#database/statement.ts";
import type { Transaction } from "#database/tenancy.ts";
import type { Meeting } from "#rooms/video-provider.ts";

/** A meeting that is being made, or removed, at the provider. */
export interface MeetingIntent {
  id: string;
  sessionId: number;
  idempotencyKey: string | null;
  fingerprint: string | null;
  state: "asking" | "made" | "unwanted" | "used";
  attempt: number;
  heldUntil: Date;
  askedAt: Date;
  isInDoubt: boolean;
  meeting: Meeting | null;
}

/** By which whoever works on an intent changes it, and nobody who was slower. */
export interface IntentHold {
  organizationId: string;
  id: string;
  attempt: number;
}

const columns = sql`
  id, deposition_id as "sessionId", idempotency_key as "idempotencyKey", fingerprint, state, attempt,
  held_until as "heldUntil", asked_at as "askedAt", in_doubt as "isInDoubt", meeting`;

/** The intent under this key, else the one for this session, locked. */
export const lockIntentFor = (
  tx: Transaction,
  organizationId: string,
  { idempotencyKey, sessionId }: { idempotencyKey: string | null; sessionId: number | null },
): Promise<MeetingIntent | null> =>
  tx.first<MeetingIntent>(sql`
    select ${columns} from meeting_intents
    where organization_id = ${organizationId}
      and (idempotency_key = ${idempotencyKey} or deposition_id = ${sessionId})
    order by (idempotency_key is not distinct from ${idempotencyKey}) desc limit 1 for update`);

export const lockIntent = (
  tx: Transaction,
  organizationId: string,
  id: string,
): Promise<MeetingIntent | null> =>
  tx.first<MeetingIntent>(sql`
    select ${columns} from meeting_intents where organization_id = ${organizationId} and id = ${id} for update`);

/** False when there is one under the same key, or for the same session, since a moment ago. */
export async function insertIntent(
  tx: Transaction,
  organizationId: string,
  intent: MeetingIntent,
): Promise<boolean> {
  const i = intent;
  const row = await tx.first(sql`
    insert into meeting_intents (organization_id, id, deposition_id, idempotency_key, fingerprint, state, attempt,
      held_until, asked_at, in_doubt)
    values (${organizationId}, ${i.id}, ${i.sessionId}, ${i.idempotencyKey}, ${i.fingerprint}, ${i.state},
      ${i.attempt}, ${i.heldUntil}, ${i.askedAt}, ${i.isInDoubt})
    on conflict do nothing returning id`);
  return row !== null;
}

/** Writes an intent, if it is still held as it was: false when somebody took it over, or it is gone. */
export async function updateIntent(
  tx: Transaction,
  { organizationId, id, attempt }: IntentHold,
  after: MeetingIntent,
): Promise<boolean> {
  const row = await tx.first(sql`
    update meeting_intents set idempotency_key = ${after.idempotencyKey}, fingerprint = ${after.fingerprint},
      state = ${after.state}, attempt = ${after.attempt}, held_until = ${after.heldUntil},
      asked_at = ${after.askedAt}, in_doubt = ${after.isInDoubt},
      meeting = ${after.meeting && JSON.stringify(after.meeting)}::jsonb
    where organization_id = ${organizationId} and id = ${id} and attempt = ${attempt} returning id`);
  return row !== null;
}

export async function deleteIntent(
  tx: Transaction,
  { organizationId, id, attempt }: IntentHold,
): Promise<void> {
  await tx.all(sql`
    delete from meeting_intents
    where organization_id = ${organizationId} and id = ${id} and attempt = ${attempt}`);
}
