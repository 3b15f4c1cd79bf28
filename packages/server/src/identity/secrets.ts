import { createHash } from "node:crypto";
import { isSameSecret } from "#kernel/same-secret.ts";

/** The stored form of a random secret: with 256 bits of entropy a plain digest cannot be searched. */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

/** Whether `secret` is the one that `hash` was made of, in constant time. */
export const matchesSecret = (secret: string, hash: string): boolean =>
  isSameSecret(hashSecret(secret), hash);

/** An API key as its owner sees it: `cvk_`, the key's id, and the secret, which is shown once. */
export const writeApiKey = (id: string, secret: string): string => `cvk_${id}_${secret}`;

export const readApiKey = (text: string): Keyed | null => readKeyed(/^cvk_([a-z0-9]{24})_([\w-]{43})$/, text);

/** A sign-in as its cookie holds it: the sign-in's id and the secret. */
export const writeSignIn = (id: string, secret: string): string => `${id}_${secret}`;

export const readSignIn = (text: string): Keyed | null =>
  readKeyed(/^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_([\w-]{43})$/, text);

/** A secret with the id under which its hash is found. */
interface Keyed {
  id: string;
  secret: string;
}

function readKeyed(shape: RegExp, text: string): Keyed | null {
  const match = shape.exec(text);
  return match?.[1] && match[2] ? { id: match[1], secret: match[2] } : null;
}
