import { memberRoute, type Route, type RouteGroup } from "#http/route.ts";
import type { Vault } from "#kernel/vault.ts";
import { roomsContract } from "../contract.ts";
import { type OutsideProvider, outsideProviders } from "../provider-port.ts";
import type { ProviderAccounts } from "./accounts.ts";
import { listAccounts, readChoices } from "./accounts-store.ts";
import { chooseProviders } from "./operations/choose-providers.ts";
import { removeAccount } from "./operations/remove-account.ts";
import { saveAccount, tryAccount } from "./operations/save-account.ts";
import { requireAdmin } from "./policy.ts";
import { presentAccount, presentAccounts } from "./presenter.ts";
import { saveWire, wire } from "./wire.ts";

export interface AccountParts {
  accounts: ProviderAccounts;
  vault: Vault;
  publicUrl: string;
}

/** The organization's accounts with providers of video, and which of them its rooms use. */
export function accountRoutes(parts: AccountParts): RouteGroup {
  const { accounts, publicUrl } = parts;
  const { deployment } = accounts;
  return {
    contract: roomsContract,
    routes: [
      memberRoute(wire.list, {}, async ({ tx, actor }) => {
        requireAdmin(actor);
        const choices = await readChoices(tx, actor.organizationId);
        return {
          data: presentAccounts(await listAccounts(tx, actor.organizationId), deployment, publicUrl),
          choices: { live: choices.live ?? "built_in", mentorship: choices.mentorship ?? "built_in" },
        };
      }),
      ...outsideProviders.map((provider) => saveRoute(provider, parts)),
      memberRoute(wire.choose, {}, async (context, { body }) => ({
        data: await chooseProviders(context, accounts, body),
      })),
      memberRoute(wire.remove, {}, async (context, { params: { provider } }) => {
        await removeAccount(context, deployment, provider);
        return { data: presentAccount(provider, undefined, deployment, publicUrl) };
      }),
    ],
  };
}

const saveRoute = (provider: OutsideProvider, { accounts, vault, publicUrl }: AccountParts): Route =>
  memberRoute(
    saveWire(provider),
    {
      async prepare({ actor }, { body }) {
        // Whoever may not save them is not to try credentials on us either; the refusal is the operation's.
        if (actor) requireAdmin(actor);
        await tryAccount(accounts.connect[provider](body as never));
      },
    },
    async (context, { body }) => {
      const saved = await saveAccount(context, vault, provider, body as Record<string, string>);
      return { data: presentAccount(provider, saved, accounts.deployment, publicUrl) };
    },
  );
