import { isUuid } from "#kernel/ids.ts";
import { isSameSecret } from "#kernel/same-secret.ts";
import type { Vault } from "#kernel/vault.ts";

/**
 * The secret part of an invitation link. It is made of the invitation and the deployment's secret, so nothing is
 * stored that could be stolen, and it is dead as soon as the invitation is.
 */
export const invitationToken = (vault: Vault, invitationId: string): string =>
  `${invitationId}.${proofOf(vault, invitationId)}`;

/** The invitation that a token is for; null for a forged one. Asks nobody. */
export function readInvitation(vault: Vault, token: string): string | null {
  const [id = "", proof = "", ...more] = token.split(".");
  if (more.length > 0 || !isUuid(id)) return null;
  return isSameSecret(proof, proofOf(vault, id)) ? id : null;
}

/** A page's address with the invitation in its fragment, which browsers send to nobody: it reaches no log. */
export const invitedPage = (vault: Vault, page: string, invitationId: string): string =>
  `${page}#invitation=${invitationToken(vault, invitationId)}`;

const proofOf = (vault: Vault, invitationId: string): string => vault.fingerprint(`room ${invitationId}`);
