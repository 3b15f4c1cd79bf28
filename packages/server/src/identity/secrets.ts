import { createHash, randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { newSecret } from "#kernel/ids.ts";
import { createTurnstile } from "./turnstile.ts";

/** The stored form of a random secret: with 256 bits of entropy a plain digest cannot be searched. */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

/** Whether `secret` is the one that `hash` was made of, in constant time. */
export function matchesSecret(secret: string, hash: string): boolean {
  const given = Buffer.from(hashSecret(secret));
  const stored = Buffer.from(hash);
  return given.length === stored.length && timingSafeEqual(given, stored);
}

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** OWASP's scrypt parameters (N = 2^17, r = 8, p = 1): 128 MiB and about 0.3 s for a guess. */
const cost = { N: 2 ** 17, r: 8, p: 1 };
const keyLength = 32;

/** The stored form of a password: `scrypt$N$r$p$salt$key`, so that the cost can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await stretch(password, salt, cost);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

/**
 * Whether the password is right. A null hash (no such person, or one without a password) takes as long as a
 * wrong password, so that the time tells nobody which addresses are known.
 */
export async function checkPassword(password: string, hash: string | null): Promise<boolean> {
  const [, N, r, p, salt, key] = (hash ?? decoy).split("$");
  const parameters = { N: Number(N), r: Number(r), p: Number(p) };
  const expected = Buffer.from(key ?? "", "base64url");
  const given = await stretch(password, Buffer.from(salt ?? "", "base64url"), parameters);
  return timingSafeEqual(given, expected) && hash !== null;
}

/** What no password makes: random bytes in the place of salt and key. */
const decoy = ["scrypt", cost.N, cost.r, cost.p, newSecret(16), newSecret(keyLength)].join("$");

/**
 * At most two at once, which is 256 MiB and half of Node's thread pool (files and name look-ups need it too);
 * who would wait for longer than some 5 seconds is told to come again.
 */
const turns = createTurnstile({ atOnce: 2, waiting: 30 });

const stretch = (password: string, salt: Buffer, parameters: typeof cost): Promise<Buffer> =>
  turns(() =>
    derive(password.normalize("NFKC"), salt, keyLength, { ...parameters, maxmem: 256 * 1024 * 1024 }),
  );

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
