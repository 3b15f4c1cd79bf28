import type { AccountContext } from "#database/context.ts";
import { appendPersonal } from "#identity/index.ts";
import { refuse } from "#kernel/errors.ts";
import { mayHaveFeed } from "../policy.ts";
import { deleteFeed } from "../store.ts";

/** Voids the URL of the caller's feed. Without one nothing happens. */
export async function revokeFeed(context: AccountContext): Promise<void> {
  const { tx, person } = context;
  if (!mayHaveFeed(person)) throw refuse("forbidden", "sign in here, rather than at another issuer");
  if (!(await deleteFeed(tx, person.id))) return;
  const payload = { personId: person.id };
  await appendPersonal(context, person.id, { type: "person.calendar_feed_revoked", payload });
}
