import { formatInstant } from "#kernel/instant.ts";
import { type OutsideProvider, outsideProviders } from "../provider-port.ts";
import type { Deployment } from "./accounts.ts";
import type { Account } from "./accounts-store.ts";

/** One provider, with the organization's own account where it has one. */
export const presentAccount = (
  provider: OutsideProvider,
  own: Account | undefined,
  deployment: Deployment,
  publicUrl: string,
) => ({
  provider,
  account: own ? "organization" : accountOf(deployment, provider),
  identifiers: own?.identifiers ?? null,
  notificationUrl: own ? `${publicUrl}/api/room-notifications/${provider}/${own.id}` : null,
  updatedBy: own?.updatedBy ?? null,
  updatedAt: own ? formatInstant(own.updatedAt) : null,
});

export const presentAccounts = (own: readonly Account[], deployment: Deployment, publicUrl: string) =>
  outsideProviders.map((provider) =>
    presentAccount(
      provider,
      own.find((account) => account.provider === provider),
      deployment,
      publicUrl,
    ),
  );

function accountOf(deployment: Deployment, provider: OutsideProvider): string {
  const connection = deployment[provider];
  if (!connection) return "none";
  return connection.isSandbox ? "sandbox" : "deployment";
}
