import type { AccountContext } from "#database/context.ts";
import { hours } from "#kernel/clock.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { type Chosen, choose } from "../choose.ts";
import { findPerson, listMemberships, type Person } from "../people-store.ts";
import { ownsAccount } from "../policy.ts";
import type { Tokens } from "../tokens.ts";

/** How long an access token lasts, in milliseconds. */
const tokenLifetime = hours(1);

export interface IssuedToken {
  token: string;
  expiresAt: Date;
  organization: Chosen | null;
}

/** An access token for a person in an organization, or in none. */
export async function issueFor(
  tokens: Tokens,
  person: Pick<Person, "id" | "tokensValidAfter">,
  organization: Chosen | null,
  signInId: string | null,
): Promise<IssuedToken> {
  const ties = { signInId, validAfter: person.tokensValidAfter };
  const issued = await tokens.issue(person.id, organization?.id ?? null, tokenLifetime, ties);
  return { ...issued, organization };
}

/** A fresh access token for the caller, in the organization that they want or have chosen already. */
export async function issueToken(
  { tx, person, actor }: AccountContext,
  tokens: Tokens,
  wanted: string | undefined,
): Promise<IssuedToken> {
  // What an outside issuer vouches for ends with its own token, and never reaches beyond its organizations.
  if (!ownsAccount(person)) throw refuse("forbidden", "sign in here, rather than at another issuer");
  const found = await findPerson(tx, person.id);
  if (!found) throw notFound("person");
  const memberships = await listMemberships(tx, person.id, null);
  const organization = await choose(tx, found, memberships, wanted ?? actor?.organizationId ?? null);
  return issueFor(tokens, found, organization, person.signInId);
}
