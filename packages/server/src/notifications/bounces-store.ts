import { sql } from "#database/statement.ts";
import type { Transaction } from "#database/tenancy.ts";
import type { EffectState } from "#effects/effect.ts";

/** An e-mail that a bounce is about. */
export interface BouncedEffect {
  organizationId: string;
  id: string;
  state: EffectState;
  outcome: string | null;
}

/**
 * The e-mail with its row locked; null where there is none, and where its recipient was erased: what a mail server says
 * of it may name them. Whoever reports a bounce does not know whose it was.
 */
export const lockEmail = (tx: Transaction, id: string): Promise<BouncedEffect | null> =>
  tx.first<BouncedEffect>(sql`
    select organization_id as "organizationId", id, state, outcome from effects
    where channel = 'email' and id = ${id} and address is not null for no key update`);

/** Keeps what was said of an e-mail that may still arrive. */
export async function noteDelay(
  tx: Transaction,
  { organizationId, id }: BouncedEffect,
  detail: string,
): Promise<void> {
  await tx.all(sql`
    update effects set outcome = ${detail}
    where organization_id = ${organizationId} and id = ${id} and state = 'delivered'`);
}
