import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { newSecret } from "#kernel/ids.ts";
import { createTurnstile } from "./turnstile.ts";

export interface Passwords {
  /** The stored form of a password: `scrypt$N$r$p$salt$key`, so that the cost can be raised later. */
  hash(password: string): Promise<string>;
  /**
   * Whether the password is right. A null hash (no such person, or one without a password) takes as long as a
   * wrong password, so that the time tells nobody which addresses are known.
   */
  check(password: string, hash: string | null): Promise<boolean>;
}

/** Of scrypt (RFC 7914, 2): N is a power of two, and one guess takes 128 * N * r bytes. */
export interface PasswordCost {
  N: number;
  r: number;
  p: number;
}

/** OWASP's scrypt parameters (N = 2^17, r = 8, p = 1): 128 MiB and about 0.3 s for a guess. */
const owasp: PasswordCost = { N: 2 ** 17, r: 8, p: 1 };
const keyLength = 32;

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/**
 * Makes and checks the stored forms of passwords. At most two at once, which is 256 MiB and half of Node's thread pool
 * (files and name look-ups need it too); who would wait for longer than some 5 seconds is told to come again. Another
 * cost is for tests.
 */
export function createPasswords(cost: PasswordCost = owasp): Passwords {
  const turns = createTurnstile({ atOnce: 2, waiting: 30 });
  const stretch = (password: string, salt: Buffer, parameters: PasswordCost): Promise<Buffer> =>
    turns(() =>
      derive(password.normalize("NFKC"), salt, keyLength, { ...parameters, maxmem: 256 * 1024 * 1024 }),
    );
  const written = (salt: string, key: string) => ["scrypt", cost.N, cost.r, cost.p, salt, key].join("$");
  /** What no password makes: random bytes in the place of salt and key. */
  const decoy = written(newSecret(16), newSecret(keyLength));
  return {
    async hash(password) {
      const salt = randomBytes(16);
      const key = await stretch(password, salt, cost);
      return written(salt.toString("base64url"), key.toString("base64url"));
    },
    async check(password, hash) {
      const [, N, r, p, salt, key] = (hash ?? decoy).split("$");
      const expected = Buffer.from(key ?? "", "base64url");
      const parameters = { N: Number(N), r: Number(r), p: Number(p) };
      const given = await stretch(password, Buffer.from(salt ?? "", "base64url"), parameters);
      return timingSafeEqual(given, expected) && hash !== null;
    },
  };
}
