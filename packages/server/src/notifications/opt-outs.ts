import type { Database, Statements, Transaction } from "#database/tenancy.ts";
import { emailKey } from "#kernel/email.ts";
import { isUuid } from "#kernel/ids.ts";
import { isSameSecret } from "#kernel/same-secret.ts";
import type { Vault } from "#kernel/vault.ts";
import { deleteOptOut, findOptOuts, findOrganizationName, insertOptOut } from "./opt-outs-store.ts";

/** The path of the page behind an opt-out link. */
export const optOutPath = "/unsubscribe/:token";

/** Makes the link for one address in one organization: the same each time, and good for ever. */
export const optOutLinks =
  (vault: Vault, publicUrl: string) =>
  (organizationId: string, email: string): string => {
    const claim = Buffer.from(`${organizationId}${emailKey(email)}`).toString("base64url");
    return publicUrl + optOutPath.replace(":token", `${claim}.${sign(vault, claim)}`);
  };

/** What the page behind an opt-out link is about. */
export interface ReminderChoice {
  organization: string;
  email: string;
  /** Whether reminders are sent. */
  reminders: boolean;
}

interface Asked {
  database: Database;
  vault: Vault;
  token: string;
  now: Date;
}

/** What a link's token is about, once reminders are switched on or off where that is asked. Null for a token never given. */
export async function chooseByLink(
  { database, vault, token, now }: Asked,
  reminders: boolean | null,
): Promise<ReminderChoice | null> {
  const claimed = readToken(vault, token);
  if (!claimed) return null;
  const { organizationId, email } = claimed;
  return database.asTenant(organizationId, async (tx) => {
    const organization = await findOrganizationName(tx, organizationId);
    if (organization === null) return null;
    if (reminders !== null) await chooseReminders(tx, organizationId, email, reminders, now);
    return { organization, email, reminders: await wantsReminders(tx, organizationId, email) };
  });
}

/** Switches the reminders of an organization on or off for one address; as it is already, nothing changes. */
export const chooseReminders = (
  tx: Transaction,
  organizationId: string,
  email: string,
  reminders: boolean,
  now: Date,
): Promise<void> =>
  reminders
    ? deleteOptOut(tx, organizationId, emailKey(email))
    : insertOptOut(tx, organizationId, emailKey(email), now);

/** Whether an address gets the reminders of an organization. */
export async function wantsReminders(
  tx: Statements,
  organizationId: string,
  email: string,
): Promise<boolean> {
  const key = emailKey(email);
  return !(await findOptOuts(tx, organizationId, [key])).has(key);
}

const sign = (vault: Vault, claim: string): string => vault.fingerprint(`opt-out ${claim}`);

const uuidLength = 36;

/** The organization and the address that a token was signed for; null unless it was. */
function readToken(vault: Vault, token: string): { organizationId: string; email: string } | null {
  const [claim = "", signature = "", ...more] = token.split(".");
  if (more.length > 0 || !isSameSecret(signature, sign(vault, claim))) return null;
  const text = Buffer.from(claim, "base64url").toString("utf8");
  const organizationId = text.slice(0, uuidLength);
  return isUuid(organizationId) ? { organizationId, email: text.slice(uuidLength) } : null;
}
