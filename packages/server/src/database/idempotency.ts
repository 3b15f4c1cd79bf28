import { createHash } from "node:crypto";
import { sql } from "./statement.ts";
import type { Statements, Transaction } from "./tenancy.ts";

/** Whose key it is: the same text from another caller, or on another route, is another key. */
export interface KeyScope {
  organizationId: string;
  caller: string;
  route: string;
  key: string;
}

export interface StoredAnswer {
  fingerprint: string;
  status: number;
  /** Its headers and body as JSON, encrypted where they hold a secret. */
  answer: string;
}

/** The same as it is stored. */
interface NewAnswer extends StoredAnswer {
  /** Whose personal data it holds: it is deleted with them. */
  about: string | null;
}

/**
 * Claims the key until the transaction ends, and finds the answer that was given under it since `since`: "taken" when
 * another request holds it at this moment. An advisory lock rather than a row, because a row of a running
 * transaction could only be waited for, not seen.
 */
export async function claimKey(
  tx: Transaction,
  scope: KeyScope,
  since: Date,
): Promise<"taken" | StoredAnswer | null> {
  const { organizationId, caller, route, key } = scope;
  // A cryptographic digest, so that nobody can choose a key that collides with another caller's.
  const name = JSON.stringify([organizationId, caller, route, key]);
  const lock = createHash("sha256").update(name).digest().readBigInt64BE();
  const row = await tx.first<{ claimed: boolean } & (StoredAnswer | { status: null })>(sql`
    select claimed, fingerprint, status, answer
    from claim_idempotency_key(${lock}, ${organizationId}, ${caller}, ${route}, ${key}, ${since})`);
  if (!row?.claimed) return "taken";
  return row.status === null ? null : row;
}

/**
 * The answer that was given under this key since `since`, if any. Looked up by the key alone, as claim_idempotency_key
 * does: a plan that goes by the age would pass all answers of a day.
 */
export const findAnswer = (tx: Statements, scope: KeyScope, since: Date): Promise<StoredAnswer | null> =>
  tx.first<StoredAnswer>(sql`
    select fingerprint, status, answer from (
      select * from idempotency_keys
      where organization_id = ${scope.organizationId} and caller = ${scope.caller}
        and route = ${scope.route} and key = ${scope.key}
      limit 1
    ) stored
    where created_at > ${since}`);

/** Stores an answer with the commit; an expired one under the same key is replaced. */
export function storeAnswer(
  tx: Transaction,
  scope: KeyScope,
  { fingerprint, status, answer, about }: NewAnswer,
  now: Date,
): void {
  tx.last(sql`
    insert into idempotency_keys
      (organization_id, caller, route, key, fingerprint, status, answer, about, created_at)
    values (${scope.organizationId}, ${scope.caller}, ${scope.route}, ${scope.key},
      ${fingerprint}, ${status}, ${answer}, ${about}, ${now})
    on conflict (organization_id, caller, route, key) do update
      set fingerprint = excluded.fingerprint, status = excluded.status, answer = excluded.answer,
          about = excluded.about, created_at = excluded.created_at`);
}

/** Deletes the answers that were given before `before`. */
export async function purgeAnswers(tx: Transaction, before: Date): Promise<void> {
  await tx.all(sql`delete from idempotency_keys where created_at <= ${before}`);
}

/** Deletes the answers about these, an organization's and those that belong to none: their ids are nobody else's. */
export async function deleteAnswersAbout(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.all(sql`delete from idempotency_keys where about = any(${ids}::uuid[])`);
}
