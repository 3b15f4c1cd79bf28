import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import type { OutsideProvider } from "../../provider-port.ts";
import type { Deployment } from "../accounts.ts";
import { type Account, deleteAccount, lockAccounts, readChoices } from "../accounts-store.ts";
import { requireAdmin } from "../policy.ts";

/** Forgets the organization's own account, unless its rooms would be left without a provider. */
export async function removeAccount(
  context: Context,
  deployment: Deployment,
  provider: OutsideProvider,
): Promise<Account> {
  const { tx, actor } = context;
  requireAdmin(actor);
  await lockAccounts(tx, actor.organizationId);
  const removed = await deleteAccount(tx, actor.organizationId, provider);
  if (!removed) throw notFound("account");
  const chosen = Object.values(await readChoices(tx, actor.organizationId));
  if (chosen.includes(provider) && !deployment[provider]) {
    throw refuse("conflict", "rooms are to use this provider: choose another for them first");
  }
  const { id, version } = removed;
  const payload = { accountId: id, provider };
  append(context, { type: "provider.account_removed", subjectId: id, version: version + 1, payload });
  return removed;
}
