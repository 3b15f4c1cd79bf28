import type { Database } from "#database/tenancy.ts";
import type { RedeemTicket } from "#http/authenticate.ts";
import type { Clock } from "#kernel/clock.ts";
import type { Vault } from "#kernel/vault.ts";
import { hashTicket, readTicket } from "./ticket.ts";
import { findTicket, takeTicket } from "./tickets-store.ts";

/** Answers with the credential that a ticket was given for; where it is spent, once for each, over all processes. */
export const createRedeem =
  (database: Database, vault: Vault, clock: Clock): RedeemTicket =>
  async (text, isSpent) => {
    const ticket = readTicket(text);
    if (!ticket) return null;
    const { organizationId, secret } = ticket;
    const sealed = await database.asTenant(organizationId, (tx) =>
      (isSpent ? takeTicket : findTicket)(tx, organizationId, hashTicket(secret), clock()),
    );
    return sealed === null ? null : JSON.parse(vault.open(sealed));
  };
