import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { refuse } from "#kernel/errors.ts";
import type { ProviderName } from "../../provider-port.ts";
import type { ProviderAccounts } from "../accounts.ts";
import { lockAccounts, readChoices, writeChoice } from "../accounts-store.ts";
import { requireAdmin } from "../policy.ts";
import { type Choose, type ChoosingProduct, choosingProducts } from "../schema.ts";

/** Chooses who does the media of a product's rooms from now on. Choosing what is chosen is no change. */
export async function chooseProviders(
  context: Context,
  accounts: Pick<ProviderAccounts, "find">,
  choose: Choose,
): Promise<Record<ChoosingProduct, ProviderName>> {
  const { tx, actor } = context;
  const { organizationId } = actor;
  requireAdmin(actor);
  await lockAccounts(tx, organizationId);
  const choices = {
    live: "built_in",
    mentorship: "built_in",
    ...(await readChoices(tx, organizationId)),
  } as const;
  const chosen: Record<ChoosingProduct, ProviderName> = { ...choices };
  for (const product of choosingProducts) {
    const provider = choose[product];
    if (provider === undefined || provider === choices[product]) continue;
    if (provider !== "built_in" && !(await accounts.find(tx, organizationId, provider))) {
      throw refuse("conflict", `there is no account with ${provider}: save one first`);
    }
    await writeChoice(tx, organizationId, product, provider);
    chosen[product] = provider;
    const payload = { product, provider };
    append(context, { type: "provider.chosen", subjectId: organizationId, payload });
  }
  return chosen;
}
