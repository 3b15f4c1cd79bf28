import { hours, plus } from "#kernel/clock.ts";
import { isSameSecret } from "#kernel/same-secret.ts";
import type { Vault } from "#kernel/vault.ts";

/** How long a link is good, in milliseconds. */
const lifetime = hours(1);

/** Links that open what they name for whoever has them, for an hour; they say nothing of whom they were made for. */
export interface RecordingLinks {
  /** The page on which all of a room's recordings can be played and fetched. */
  page(room: Place, expiresAt: Date): string;
  /** One file of a recording, its manifest included. */
  file(room: Place, number: number, name: string, expiresAt: Date): string;
  /** Until when a link is good that is made now. */
  expiry(now: Date): Date;
  /** When the link with this path ends; null where it was altered, or has ended. */
  check(path: string, query: Readonly<Record<string, string>>, now: Date): Date | null;
}

interface Place {
  organizationId: string;
  id: string;
}

/** The paths under which recordings lie. */
export const pagePath = ({ organizationId, id }: Place): string => `/recordings/${organizationId}/${id}`;
export const filePath = (room: Place, number: number | string, name: string): string =>
  `${pagePath(room)}/${number}/${name}`;

/** Signed (HMAC-SHA-256) over path and end, under a key of the deployment. */
export function createRecordingLinks(vault: Vault, publicUrl: string): RecordingLinks {
  const signatureOf = (path: string, expires: string) =>
    vault.fingerprint(`recording link ${expires} ${path}`);
  const link = (path: string, expiresAt: Date) => {
    const expires = String(Math.floor(expiresAt.getTime() / 1000));
    return `${publicUrl}${path}?expires=${expires}&signature=${signatureOf(path, expires)}`;
  };
  return {
    page: (room, expiresAt) => link(pagePath(room), expiresAt),
    file: (room, number, name, expiresAt) => link(filePath(room, number, name), expiresAt),
    expiry: (now) => plus(now, lifetime),
    check(path, { expires = "", signature = "" }, now) {
      if (!isSameSecret(signature, signatureOf(path, expires))) return null;
      const endsAt = new Date(Number(expires) * 1000);
      return endsAt > now ? endsAt : null;
    },
  };
}
