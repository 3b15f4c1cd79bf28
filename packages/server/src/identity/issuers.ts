import { createRemoteJWKSet, decodeJwt, errors, type JWTPayload, jwtVerify } from "jose";
import { LRUCache } from "lru-cache";
import type { Database } from "#database/tenancy.ts";
import { atMost } from "#kernel/at-most.ts";
import { type Clock, seconds } from "#kernel/clock.ts";
import { parseEmail } from "#kernel/email.ts";
import { Refusal } from "#kernel/errors.ts";
import { findExternalIdentity, linkExternalIdentity } from "./external-identities-store.ts";

/** An OpenID Connect issuer that the operator trusts. */
export interface TrustedIssuer {
  /** The `iss` claim, exactly. */
  issuer: string;
  audience: string;
  /** Asymmetric signature algorithms such as RS256 or ES256. */
  algorithms: string[];
  jwksUri: string;
  /** The ids of the organizations whose members it may name. */
  organizationIds: string[];
}

/** Whom a token of an outside issuer names. */
interface OutsideCaller {
  personId: string;
  organizationIds: readonly string[];
  /** Milliseconds since 1970. */
  issuedAt: number;
}

export interface Issuers {
  /** The person whom a valid token of a trusted issuer names, or null. Answers 503 when its keys cannot be had. */
  verify(token: string): Promise<OutsideCaller | null>;
}

/**
 * A token with an unknown key makes us fetch the issuer's keys again, at most this often: its new key counts
 * soon, and made-up keys do not turn us against the issuer.
 */
const cooldownDuration = seconds(5);

/**
 * A subject is linked to the member who has its verified e-mail address the first time it is seen; after that
 * the address may change on either side.
 */
export function createIssuers(database: Database, clock: Clock, trusted: readonly TrustedIssuer[]): Issuers {
  const known = new Map(
    trusted.map((issuer) => {
      const keys = createRemoteJWKSet(new URL(issuer.jwksUri), { cooldownDuration });
      return [issuer.issuer, { issuer, keys }];
    }),
  );
  const verified = new LRUCache<string, OutsideCaller & { expiresAt: number }>(atMost(10_000));

  return {
    async verify(token) {
      const now = clock();
      const before = verified.get(token);
      if (before) return before.expiresAt > now.getTime() ? before : null;
      const entry = known.get(issuerOf(token));
      if (!entry) return null;
      const claims = await check(token, entry.issuer, entry.keys, now);
      const personId = claims && (await findPerson(database, entry.issuer, claims, now));
      if (!personId) return null;
      const { organizationIds } = entry.issuer;
      const { issuedAt, expiresAt } = claims;
      const caller = { personId, organizationIds, issuedAt, expiresAt };
      verified.set(token, caller);
      return caller;
    },
  };
}

function issuerOf(token: string): string {
  try {
    return decodeJwt(token).iss ?? "";
  } catch {
    return "";
  }
}

interface Claims {
  subject: string;
  /** The verified address; null where the issuer does not vouch for one. */
  email: string | null;
  issuedAt: number;
  expiresAt: number;
}

async function check(
  token: string,
  { issuer, audience, algorithms }: TrustedIssuer,
  keys: ReturnType<typeof createRemoteJWKSet>,
  now: Date,
): Promise<Claims | null> {
  try {
    const requiredClaims = ["sub", "iat", "exp"];
    const expected = { issuer, audience, algorithms, currentDate: now, requiredClaims };
    return readClaims((await jwtVerify(token, keys, expected)).payload);
  } catch (fault) {
    // A token that is wrong is the caller's fault; keys that cannot be fetched or read are not.
    if (fault instanceof errors.JOSEError && !keyFaults.has(fault.code)) return null;
    throw new Refusal("unavailable", { detail: "the token's issuer cannot be reached", cause: fault });
  }
}

/** What jose throws when an issuer does not answer, answers with an error, or with no key set. */
const keyFaults = new Set(["ERR_JWKS_TIMEOUT", "ERR_JWKS_INVALID", "ERR_JOSE_GENERIC"]);

function readClaims({ sub, iat, exp, email, email_verified }: JWTPayload): Claims | null {
  if (typeof sub !== "string" || sub === "" || sub.length > 255 || !iat || !exp) return null;
  const address = typeof email === "string" && email_verified === true ? parseEmail(email) : null;
  return { subject: sub, email: address, issuedAt: iat * 1000, expiresAt: exp * 1000 };
}

async function findPerson(
  database: Database,
  { issuer, organizationIds }: TrustedIssuer,
  { subject, email }: Claims,
  now: Date,
): Promise<string | null> {
  const linked = await database.asSystem((tx) => findExternalIdentity(tx, issuer, subject));
  if (linked) return linked.personId;
  if (!email) return null;
  const link = { issuer, subject, email, organizationIds, now };
  return (await database.asSystem((tx) => linkExternalIdentity(tx, link)))?.personId ?? null;
}
