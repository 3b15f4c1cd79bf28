import type { AccountContext, Reading } from "#database/context.ts";
import { refuse } from "#kernel/errors.ts";
import { mayHaveFeed } from "../policy.ts";
import { type Feed, findFeed } from "../store.ts";

/** The caller's feed, if they have one. */
export async function getFeed({ tx, person }: Reading<AccountContext>): Promise<Feed | null> {
  if (!mayHaveFeed(person)) throw refuse("forbidden", "sign in here, rather than at another issuer");
  return findFeed(tx, person.id);
}
