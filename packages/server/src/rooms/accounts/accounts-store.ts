import { sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import type { OutsideProvider, ProviderName } from "../provider-port.ts";
import type { ChoosingProduct } from "./schema.ts";

/** An organization's account with a provider, as it may be shown. */
export interface Account {
  organizationId: string;
  id: string;
  provider: OutsideProvider;
  identifiers: Record<string, string>;
  updatedBy: string;
  version: number;
  updatedAt: Date;
}

/** With its credentials, sealed. */
export type SealedAccount = Account & { credentials: string };

const shown = sql`
  organization_id as "organizationId", id, provider, identifiers, updated_by as "updatedBy", version,
  updated_at as "updatedAt"`;

export const listAccounts = (tx: Statements, organizationId: string): Promise<Account[]> =>
  tx.all(sql`select ${shown} from provider_accounts where organization_id = ${organizationId}`);

export const findAccount = (
  tx: Statements,
  organizationId: string,
  provider: OutsideProvider,
): Promise<SealedAccount | null> =>
  tx.first(sql`
    select ${shown}, credentials from provider_accounts
    where organization_id = ${organizationId} and provider = ${provider}`);

/** Whose account it is that a notification was sent to. In a system transaction. */
export const findNotifiedAccount = (
  tx: Statements,
  id: string,
  provider: OutsideProvider,
): Promise<SealedAccount | null> =>
  tx.first(
    sql`select ${shown}, credentials from provider_accounts where id = ${id} and provider = ${provider}`,
  );

/** Adds the organization's account, or gives the one that it has other credentials: its id stays. */
export async function saveAccount(
  tx: Transaction,
  account: Omit<SealedAccount, "version">,
): Promise<Account> {
  const { organizationId, id, provider, credentials, identifiers, updatedBy, updatedAt } = account;
  const saved = await tx.first<Account>(sql`
    insert into provider_accounts (organization_id, id, provider, credentials, identifiers, updated_by, version,
      created_at, updated_at)
    values (${organizationId}, ${id}, ${provider}, ${credentials}, ${JSON.stringify(identifiers)}, ${updatedBy}, 1,
      ${updatedAt}, ${updatedAt})
    on conflict on constraint provider_accounts_one do update set credentials = excluded.credentials,
      identifiers = excluded.identifiers, updated_by = excluded.updated_by,
      version = provider_accounts.version + 1, updated_at = excluded.updated_at
    returning ${shown}`);
  if (!saved) throw new Error("the account just written is not there");
  return saved;
}

export const deleteAccount = (
  tx: Transaction,
  organizationId: string,
  provider: OutsideProvider,
): Promise<Account | null> =>
  tx.first(sql`
    delete from provider_accounts where organization_id = ${organizationId} and provider = ${provider}
    returning ${shown}`);

/** Nobody else changes the organization's accounts and choices until the transaction ends. */
export const lockAccounts = (tx: Transaction, organizationId: string): Promise<unknown> =>
  tx.all(sql`select id from organizations where id = ${organizationId} for no key update`);

/** What the organization chose for each product; nothing for those that stay with us. */
export async function readChoices(
  tx: Statements,
  organizationId: string,
): Promise<Partial<Record<ChoosingProduct, ProviderName>>> {
  const rows = await tx.all<{ product: ChoosingProduct; provider: ProviderName }>(sql`
    select product, provider from provider_choices where organization_id = ${organizationId}`);
  return Object.fromEntries(rows.map(({ product, provider }) => [product, provider]));
}

export async function writeChoice(
  tx: Transaction,
  organizationId: string,
  product: ChoosingProduct,
  provider: ProviderName,
): Promise<void> {
  await tx.all(sql`
    insert into provider_choices (organization_id, product, provider)
    values (${organizationId}, ${product}, ${provider})
    on conflict (organization_id, product) do update set provider = excluded.provider`);
}

/**
 * Who does the media of a session: whoever its room is with already, else the organization's choice at this moment, else
 * ourselves.
 */
export async function providerOf(
  tx: Statements,
  organizationId: string,
  product: ChoosingProduct,
  sessionId: string,
): Promise<ProviderName> {
  const row = await tx.first<{ provider: ProviderName }>(sql`
    select coalesce(
      (select provider from rooms
       where organization_id = ${organizationId} and product = ${product} and session_id = ${sessionId}),
      (select provider from provider_choices where organization_id = ${organizationId} and product = ${product}),
      'built_in') as provider`);
  return row?.provider ?? "built_in";
}
