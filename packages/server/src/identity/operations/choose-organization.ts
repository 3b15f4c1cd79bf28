import type { AccountContext } from "#database/context.ts";
import { refuse } from "#kernel/errors.ts";
import { chooseOrganization as saveChoice } from "../sign-ins-store.ts";
import type { Tokens } from "../tokens.ts";
import { type IssuedToken, issueToken } from "./issue-token.ts";

/** Makes an organization the one of the caller's sign-in, and gives them a token for it. */
export async function chooseOrganization(
  context: AccountContext,
  tokens: Tokens,
  organizationId: string,
): Promise<IssuedToken> {
  const { tx, person } = context;
  const issued = await issueToken(context, tokens, organizationId);
  if (!person.signInId) throw refuse("conflict", "this token came from no sign-in; send X-Organization-Id");
  await saveChoice(tx, person.id, person.signInId, organizationId);
  return issued;
}
