import { LRUCache } from "lru-cache";
import type { Database, Statements } from "#database/tenancy.ts";
import { atMost } from "#kernel/at-most.ts";
import { refuse } from "#kernel/errors.ts";
import { isUuid } from "#kernel/ids.ts";
import type { Vault } from "#kernel/vault.ts";
import type { CallTokens, CallTokensOfOrganizations } from "../call-tokens.ts";
import type { OutsideProvider, RoomProvider } from "../provider-port.ts";
import type { VideoProvider, VideoProviders } from "../video-provider.ts";
import { findAccount, findNotifiedAccount, type SealedAccount } from "./accounts-store.ts";
import type { CredentialsOf } from "./schema.ts";

/** An account with a provider, ready to be used. */
export interface Connection {
  rooms: RoomProvider;
  /** Where the provider schedules meetings by itself, as Zoom does. */
  meetings?: VideoProvider;
  /** Where its own clients join with a token alone, as Agora's do. */
  callTokens?: CallTokens;
  /** It only pretends. */
  isSandbox?: boolean;
}

/** Makes the adapter of an account; it may hold what it learns, such as a token, for as long as it is used. */
export type Connect = {
  [Name in OutsideProvider]: (credentials: CredentialsOf[Name]) => Connection;
};

/** The one place that knows whose account an organization's rooms use. */
export interface ProviderAccounts {
  /** The organization's own account with a provider, else the operator's; null where neither has one. */
  find(tx: Statements, organizationId: string, name: OutsideProvider): Promise<Connection | null>;
  /** The same in a transaction of its own. Refuses (`no_provider_account`) where neither has one. */
  provide(organizationId: string, name: OutsideProvider): Promise<RoomProvider>;
  /** Who schedules an organization's meetings at Zoom. */
  meetings: VideoProviders;
  /** Who signs an organization's tokens for Agora. */
  callTokens: CallTokensOfOrganizations;
  /**
   * Who reads a notification: the operator's account, or an organization's, and then whose it is. Null where there is
   * no such account.
   */
  findNotified(
    name: OutsideProvider,
    accountId: string | null,
  ): Promise<{ rooms: RoomProvider; organizationId: string | null } | null>;
  /** The operator's own accounts. */
  deployment: Deployment;
  connect: Connect;
}

export type Deployment = Partial<Record<OutsideProvider, Connection>>;

interface Parts {
  database: Database;
  vault: Vault;
  deployment: Deployment;
  connect: Connect;
}

export function createProviderAccounts({ database, vault, deployment, connect }: Parts): ProviderAccounts {
  const open = keepOpen(vault, connect);
  const find: ProviderAccounts["find"] = async (tx, organizationId, name) => {
    const account = await findAccount(tx, organizationId, name);
    return account ? open(account) : (deployment[name] ?? null);
  };
  return {
    find,
    async provide(organizationId, name) {
      const found = await database.asTenant(organizationId, (tx) => find(tx, organizationId, name));
      if (!found) throw refuse("no_provider_account", `nobody has set up ${name} here`);
      return found.rooms;
    },
    meetings: {
      async find(organizationId) {
        const found = await database.asTenant(organizationId, (tx) => find(tx, organizationId, "zoom"));
        return found?.meetings ?? null;
      },
    },
    callTokens: {
      async find(tx, organizationId) {
        const tokens = (await find(tx, organizationId, "agora"))?.callTokens;
        if (!tokens) throw new Error("there is always an Agora app, given or generated");
        return tokens;
      },
    },
    async findNotified(name, accountId) {
      if (accountId === null) {
        const rooms = deployment[name]?.rooms;
        return rooms ? { rooms, organizationId: null } : null;
      }
      if (!isUuid(accountId)) return null;
      const account = await database.asSystem((tx) => findNotifiedAccount(tx, accountId, name));
      return account && { rooms: open(account).rooms, organizationId: account.organizationId };
    },
    deployment,
    connect,
  };
}

/** Accounts whose adapters are kept; the one that was used longest ago goes first. */
const mostOpen = 1_000;

/** Keeps an account's adapter until its credentials change, so that what it holds is not asked for again. */
function keepOpen(vault: Vault, connect: Connect): (account: SealedAccount) => Connection {
  const kept = new LRUCache<string, { version: number; connection: Connection }>(atMost(mostOpen));
  return ({ id, version, provider, credentials }) => {
    const known = kept.get(id);
    if (known?.version === version) return known.connection;
    const connection = connect[provider](JSON.parse(vault.open(credentials)) as never);
    kept.set(id, { version, connection });
    return connection;
  };
}
