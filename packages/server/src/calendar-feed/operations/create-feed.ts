import type { AccountContext } from "#database/context.ts";
import { appendPersonal, hashSecret } from "#identity/index.ts";
import { refuse } from "#kernel/errors.ts";
import { newSecret } from "#kernel/ids.ts";
import { mayHaveFeed } from "../policy.ts";
import { type Feed, replaceFeed } from "../store.ts";

/** Makes the caller's feed; the one before it is void. The token is known to this answer alone. */
export async function createFeed(context: AccountContext): Promise<{ feed: Feed; token: string }> {
  const { tx, person, now } = context;
  if (!mayHaveFeed(person)) throw refuse("forbidden", "sign in here, rather than at another issuer");
  const token = newSecret();
  const personId = person.id;
  await replaceFeed(tx, { personId, tokenHash: hashSecret(token) }, now);
  await appendPersonal(context, personId, { type: "person.calendar_feed_created", payload: { personId } });
  return { feed: { personId, createdAt: now, lastReadAt: null }, token };
}
