import type { Context } from "#database/context.ts";
import type { Credentials } from "#http/authenticate.ts";
import { plus, seconds } from "#kernel/clock.ts";
import { newSecret } from "#kernel/ids.ts";
import type { Vault } from "#kernel/vault.ts";
import { hashTicket, writeTicket } from "../ticket.ts";
import { insertTicket } from "../tickets-store.ts";

/** How long a ticket is good, in milliseconds: the way from one request to the next. */
const lifetime = seconds(60);

/** A ticket that stands once for the caller's credential, in the organization of this request. */
export async function issueTicket(
  { tx, actor: { organizationId }, now }: Context,
  vault: Vault,
  credentials: Credentials,
): Promise<{ ticket: string; expiresAt: Date }> {
  const secret = newSecret();
  const expiresAt = plus(now, lifetime);
  await insertTicket(tx, organizationId, {
    secretHash: hashTicket(secret),
    credentials: vault.seal(JSON.stringify({ ...credentials, organizationId })),
    expiresAt,
  });
  return { ticket: writeTicket(organizationId, secret), expiresAt };
}
