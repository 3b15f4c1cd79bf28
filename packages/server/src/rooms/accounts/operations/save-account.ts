import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { badInput, Refusal } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import type { Vault } from "#kernel/vault.ts";
import type { OutsideProvider } from "../../provider-port.ts";
import type { Connection } from "../accounts.ts";
import { type Account, saveAccount as insertOrReplace, lockAccounts } from "../accounts-store.ts";
import { requireAdmin } from "../policy.ts";
import { identifying } from "../schema.ts";

/** Asks the provider whether it takes the credentials, before the transaction. */
export async function tryAccount({ rooms }: Connection): Promise<void> {
  await rooms.check?.().catch((fault) => {
    if (!(fault instanceof Refusal) || fault.code !== "provider_refused") throw fault;
    throw badInput("invalid_request", [
      { pointer: "", detail: "the provider does not take these credentials" },
    ]);
  });
}

/** Saves an account whose credentials the provider takes; it replaces the one before. */
export async function saveAccount(
  context: Context,
  vault: Vault,
  provider: OutsideProvider,
  credentials: Record<string, string>,
): Promise<Account> {
  const { tx, actor, now } = context;
  requireAdmin(actor);
  const { organizationId, id: updatedBy } = actor;
  await lockAccounts(tx, organizationId);
  const shown: readonly string[] = identifying[provider];
  const saved = await insertOrReplace(tx, {
    ...{ organizationId, id: newId(), provider, updatedBy, updatedAt: now },
    identifiers: Object.fromEntries(Object.entries(credentials).filter(([name]) => shown.includes(name))),
    credentials: vault.seal(JSON.stringify(credentials)),
  });
  const { id, version } = saved;
  append(context, {
    type: "provider.account_saved",
    subjectId: id,
    version,
    payload: { accountId: id, provider },
  });
  return saved;
}
