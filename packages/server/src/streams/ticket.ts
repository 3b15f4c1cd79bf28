import { createHash } from "node:crypto";

/** A ticket as its holder sees it: `cvt_`, the organization, and the secret. */
export const writeTicket = (organizationId: string, secret: string): string =>
  `cvt_${organizationId}_${secret}`;

export function readTicket(text: string): { organizationId: string; secret: string } | null {
  const [, organizationId, secret] =
    /^cvt_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_([\w-]{43})$/.exec(text) ?? [];
  return organizationId && secret ? { organizationId, secret } : null;
}

/** The stored form of its secret: with 256 bits of entropy a plain digest cannot be searched. */
export const hashTicket = (secret: string): string => createHash("sha256").update(secret).digest("base64url");
