import type { AccountContext } from "#database/context.ts";
import { refuse } from "#kernel/errors.ts";
import { deleteSignIn } from "../sign-ins-store.ts";

/** Ends the sign-in that the caller's cookie or token belongs to, with every token that came from it. */
export async function signOut({ tx, person }: AccountContext): Promise<void> {
  if (!person.signInId)
    throw refuse("conflict", "this token came from no sign-in; sign out everywhere voids it");
  await deleteSignIn(tx, person.id, person.signInId);
}
