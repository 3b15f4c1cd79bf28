import { jwtVerify, SignJWT } from "jose";
import { seconds } from "#kernel/clock.ts";
import { isUuid } from "#kernel/ids.ts";
import type { Vault } from "#kernel/vault.ts";
import type { TicketRow } from "./tickets-store.ts";

/** For how long a ticket can be used, in milliseconds. */
export const ticketLifetime = seconds(60);

const audience = "convene:room";
const algorithm = "HS256";

/** A key of its own, which whoever does not have the deployment's secret cannot make. */
const keyOf = (vault: Vault): Uint8Array => new TextEncoder().encode(vault.fingerprint("room tickets"));

/** The ticket as its holder shows it: signed, so that a forged one is told without a query. */
export const signTicket = (vault: Vault, ticket: TicketRow): Promise<string> =>
  new SignJWT({ org: ticket.organizationId, room: ticket.roomId })
    .setProtectedHeader({ alg: algorithm })
    .setAudience(audience)
    .setJti(ticket.id)
    .setSubject(ticket.participantId)
    .setExpirationTime(ticket.expiresAt)
    .sign(keyOf(vault));

/** What a ticket of ours says; null for one that is forged or too old. Asks nobody. */
export async function readTicket(
  vault: Vault,
  text: string,
  now: Date,
): Promise<Omit<TicketRow, "expiresAt"> | null> {
  try {
    const { payload } = await jwtVerify(text, keyOf(vault), {
      ...{ algorithms: [algorithm], audience, currentDate: now },
      requiredClaims: ["exp", "jti", "sub"],
    });
    const { org: organizationId, room: roomId, jti: id = "", sub: participantId = "" } = payload;
    if (typeof organizationId !== "string" || typeof roomId !== "string") return null;
    if (![organizationId, roomId, id, participantId].every(isUuid)) return null;
    return { organizationId, id, roomId, participantId };
  } catch {
    return null;
  }
}
