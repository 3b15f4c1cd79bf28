import type { AccountContext } from "#database/context.ts";
import { refuse } from "#kernel/errors.ts";
import { voidTokens } from "../people-store.ts";
import { appendPersonal } from "../personal-event.ts";
import { ownsAccount } from "../policy.ts";
import { deleteSignIns } from "../sign-ins-store.ts";

/** Ends all of the caller's sign-ins and voids every access token that was issued to them until now. */
export async function signOutEverywhere(context: AccountContext): Promise<void> {
  const { tx, person, now } = context;
  if (!ownsAccount(person)) throw refuse("forbidden", "sign in here, rather than at another issuer");
  await voidTokens(tx, person.id, now);
  await deleteSignIns(tx, person.id, null);
  await appendPersonal(context, person.id, {
    type: "person.signed_out_everywhere",
    payload: { personId: person.id },
  });
}
