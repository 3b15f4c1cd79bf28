import { sql } from "#database/statement.ts";
import type { Transaction } from "#database/tenancy.ts";
import type { Solution } from "./proof-of-work.ts";

/** Writes a solution down as used; false when it was used before. Of two at once, the second waits for the first. */
export async function spendSolution(tx: Transaction, { digest, expiresAt }: Solution): Promise<boolean> {
  const rows = await tx.all(sql`
    insert into spent_solutions (digest, expires_at) values (${digest}, ${expiresAt})
    on conflict do nothing returning digest`);
  return rows.length > 0;
}

/** Forgets solutions that were over by then. */
export async function purgeSolutions(tx: Transaction, before: Date): Promise<void> {
  await tx.all(sql`delete from spent_solutions where expires_at <= ${before}`);
}
