import { exportJWK, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT } from "jose";
import { LRUCache } from "lru-cache";
import type { Database } from "#database/tenancy.ts";
import { atMost } from "#kernel/at-most.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import type { Vault } from "#kernel/vault.ts";
import { addSigningKey, loadSigningKeys } from "./signing-keys-store.ts";

/** What an access token says. The role is not in it: it is always the current one. */
interface Claims {
  personId: string;
  organizationId: string | null;
  /** The sign-in that it belongs to and ends with, if any. */
  signInId: string | null;
  /** When it was issued, in milliseconds since 1970. */
  issuedAt: number;
  /** When it ends, in milliseconds since 1970. */
  expiresAt: number;
}

interface Ties {
  /** The sign-in that the token ends with. */
  signInId?: string | null;
  /** The instant up to which the person's tokens are void: a new one is dated later, whatever this clock says. */
  validAfter?: Date;
}

export interface Tokens {
  /** Signs an access token that lasts `lifetime` milliseconds. */
  issue(
    personId: string,
    organizationId: string | null,
    lifetime: number,
    ties?: Ties,
  ): Promise<{ token: string; expiresAt: Date }>;
  /** The claims of a valid token of ours, or null. Costs a signature check once for each token. */
  verify(token: string): Promise<Claims | null>;
  /** The public keys (RFC 7517), for whoever wants to check our tokens. */
  jwks(): { keys: JWK[] };
}

const algorithm = "ES256";
const audience = "convene";

/** A private key. Throws with what to do about it when another secret sealed it. */
function unseal(vault: Vault, privateJwe: string): string {
  try {
    return vault.open(privateJwe);
  } catch (cause) {
    const message =
      "the database's signing key was sealed under another SECRET: give every server of this database the same one (DATA_DIR/secrets.json has the generated one)";
    throw new Error(message, { cause });
  }
}

/** Loads the deployment's signing keys, making the first one where there is none. */
export async function createTokens(
  database: Database,
  vault: Vault,
  clock: Clock,
  issuer: string,
): Promise<Tokens> {
  const keys = await database.asSystem(async (tx) => {
    const existing = await loadSigningKeys(tx);
    if (existing.length > 0) return existing;
    await addSigningKey(tx, await newSigningKey(vault), clock());
    return loadSigningKeys(tx);
  });
  const newest = keys[0];
  if (!newest) throw new Error("there is no signing key");
  const privateKey = await importJWK(JSON.parse(unseal(vault, newest.privateJwe)), algorithm);
  const publicKeys = new Map(
    await Promise.all(keys.map(async (key) => [key.id, await importJWK(key.publicJwk, algorithm)] as const)),
  );
  const verified = new LRUCache<string, Claims>(atMost(20_000));

  return {
    async issue(personId, organizationId, lifetime, { signInId, validAfter } = {}) {
      const now = clock().getTime();
      const issuedAt = Math.max(now, (validAfter?.getTime() ?? 0) + 1);
      const expiresAt = new Date(Math.floor((now + lifetime) / 1000) * 1000);
      const token = await new SignJWT({ org: organizationId ?? undefined, sid: signInId ?? undefined })
        .setProtectedHeader({ alg: algorithm, kid: newest.id, typ: "at+jwt" })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(personId)
        .setJti(newId())
        // With its fraction, so that a token issued right after signing out everywhere is told from one before.
        .setIssuedAt(issuedAt / 1000)
        .setExpirationTime(expiresAt.getTime() / 1000)
        .sign(privateKey);
      return { token, expiresAt };
    },

    async verify(token) {
      const known = verified.get(token);
      if (known) return known.expiresAt > clock().getTime() ? known : null;
      const claims = await check(token, (kid) => publicKeys.get(kid), issuer, clock());
      if (claims) verified.set(token, claims);
      return claims;
    },

    jwks: () => ({
      keys: keys.map((key) => ({ ...key.publicJwk, kid: key.id, alg: algorithm, use: "sig" })),
    }),
  };
}

type VerificationKey = Awaited<ReturnType<typeof importJWK>>;

async function check(
  token: string,
  keyFor: (kid: string) => VerificationKey | undefined,
  issuer: string,
  now: Date,
): Promise<Claims | null> {
  try {
    const { payload } = await jwtVerify(
      token,
      ({ kid }) => {
        const key = keyFor(kid ?? "");
        if (!key) throw new Error("unknown key");
        return key;
      },
      {
        issuer,
        audience,
        algorithms: [algorithm],
        typ: "at+jwt",
        currentDate: now,
        requiredClaims: ["sub", "iat", "exp"],
      },
    );
    const { sub, iat, exp, org, sid } = payload;
    if (!sub || !iat || !exp) return null;
    return {
      personId: sub,
      organizationId: typeof org === "string" ? org : null,
      signInId: typeof sid === "string" ? sid : null,
      issuedAt: Math.round(iat * 1000),
      expiresAt: exp * 1000,
    };
  } catch {
    return null;
  }
}

async function newSigningKey(vault: Vault): Promise<{ id: string; publicJwk: JWK; privateJwe: string }> {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const privateJwe = vault.seal(JSON.stringify(await exportJWK(privateKey)));
  return { id: newId(), publicJwk: await exportJWK(publicKey), privateJwe };
}
