import { createRemoteJWKSet, decodeJwt, errors, type JWTPayload, jwtVerify } from "jose";
import { LRUCache } from "lru-cache";
import type { Database } from "#database/tenancy.ts";
import type { Clock } from "#kernel/clock.ts";
import { Refusal } from "#kernel/errors.ts";
import { findExternalIdentity, linkExternalIdentity } from "./store.ts";

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

export interface Issuers {
  /** The person whom a valid token of a trusted issuer names, or null. Answers 503 when its keys cannot be had. */
  verify(token: string): Promise<{ personId: string; organizationIds: readonly string[] } | null>;
}

/**
 * A subject is linked to the member who has its verified e-mail address the first time it is seen; after that
 * the address may change on either side.
 */
export function createIssuers(database: Database, clock: Clock, trusted: readonly TrustedIssuer[]): Issuers {
  const known = new Map(
    trusted.map((issuer) => [issuer.issuer, { issuer, keys: createRemoteJWKSet(new URL(issuer.jwksUri)) }]),
  );
  const verified = new LRUCache<string, { personId: string; organizationIds: string[]; expiresAt: number }>({
    max: 10_000,
  });

  return {
    async verify(token) {
      const now = clock();
      const before = verified.get(token);
      if (before) return before.expiresAt > now.getTime() ? before : null;
      const entry = known.get(issuerOf(token));
      if (!entry) return null;
      const claims = await check(token, entry.issuer, entry.keys, now);
      const personId = claims && (await findPerson(database, entry.issuer, claims, now));
      if (!personId || !claims.exp) return null;
      const result = {
        personId,
        organizationIds: entry.issuer.organizationIds,
        expiresAt: claims.exp * 1000,
      };
      verified.set(token, result);
      return result;
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

async function check(
  token: string,
  { issuer, audience, algorithms }: TrustedIssuer,
  keys: ReturnType<typeof createRemoteJWKSet>,
  now: Date,
): Promise<JWTPayload | null> {
  try {
    const requiredClaims = ["sub", "exp"];
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms,
      currentDate: now,
      requiredClaims,
    });
    return payload;
  } catch (fault) {
    // A token that is wrong is the caller's fault; keys that cannot be fetched are not.
    if (
      fault instanceof errors.JOSEError &&
      !(fault instanceof errors.JWKSTimeout) &&
      fault.code !== "ERR_JOSE_GENERIC"
    ) {
      return null;
    }
    throw new Refusal("unavailable", { detail: "the token's issuer cannot be reached", cause: fault });
  }
}

async function findPerson(
  database: Database,
  { issuer, organizationIds }: TrustedIssuer,
  { sub = "", email, email_verified }: JWTPayload,
  now: Date,
): Promise<string | null> {
  const linked = await database.asSystem((tx) => findExternalIdentity(tx, issuer, sub));
  if (linked) return linked.personId;
  if (typeof email !== "string" || email_verified !== true) return null;
  const link = { issuer, subject: sub, email, organizationIds, now };
  return (await database.asSystem((tx) => linkExternalIdentity(tx, link)))?.personId ?? null;
}
