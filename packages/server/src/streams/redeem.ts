import type { Database } from "#database/tenancy.ts";
import type { RedeemTicket } from "#http/authenticate.ts";
import type { Clock } from "#kernel/clock.ts";
import type { Vault } from "#kernel/vault.ts";
import { hashTicket, readTicket } from "./ticket.ts";
import { takeTicket } from "./tickets-store.ts";

/** Answers once for each ticket, over all processes, with the credential that it was given for. */
export const createRedeem =
  (database: Database, vault: Vault, clock: Clock): RedeemTicket =>
  async (text) => {
    const ticket = readTicket(text);
    if (!ticket) return null;
    const { organizationId, secret } = ticket;
    const sealed = await database.asTenant(organizationId, (tx) =>
      takeTicket(tx, organizationId, hashTicket(secret), clock()),
    );
    return sealed === null ? null : JSON.parse(vault.open(sealed));
  };
