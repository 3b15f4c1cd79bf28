import type { Authenticate, Credentials } from "#http/authenticate.ts";
import type { Actor, Caller } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { refuse } from "#kernel/errors.ts";
import type { Role } from "#kernel/roles.ts";
import type { Directory } from "./directory.ts";
import type { Issuers } from "./issuers.ts";
import { hashSecret, matchesSecret, readApiKey } from "./secrets.ts";
import type { Standing } from "./store.ts";
import type { Tokens } from "./tokens.ts";

interface Parts {
  directory: Directory;
  tokens: Tokens;
  issuers: Issuers;
  clock: Clock;
  /** Told each time a key is used. */
  onKeyUse: (keyId: string, usedAt: Date) => void;
}

/** Turns whatever credential a request carries into its one caller. */
export function createAuthenticator(parts: Parts): Authenticate {
  return async (credentials) => {
    const { bearer, cookie } = credentials;
    if (bearer?.startsWith("cvk_")) return authenticateKey(parts, bearer, credentials.organizationId);
    if (bearer) return authenticateToken(parts, bearer, credentials);
    return cookie ? authenticateCookie(parts, cookie, credentials) : null;
  };
}

async function authenticateKey(
  { directory, clock, onKeyUse }: Parts,
  text: string,
  wanted: string | null,
): Promise<Caller | null> {
  const given = readApiKey(text);
  const key = given && (await directory.key(given.id));
  if (!key || !matchesSecret(given.secret, key.secretHash)) return null;
  const now = clock();
  if (key.revokedAt || (key.expiresAt && key.expiresAt <= now)) return null;
  if (wanted && wanted.toLowerCase() !== key.organizationId) throw refuse("not_a_member");
  const organization = await directory.organization(key.organizationId);
  if (!organization) return null;
  onKeyUse(key.id, now);
  const { plan, selfService } = organization;
  const actor: Actor = {
    kind: "key",
    id: key.id,
    organizationId: organization.id,
    role: "Manager",
    scopes: key.scopes,
    plan,
    selfService,
  };
  return { person: null, actor };
}

async function authenticateToken(
  parts: Parts,
  token: string,
  credentials: Credentials,
): Promise<Caller | null> {
  const { directory, tokens, issuers } = parts;
  const claims = await tokens.verify(token);
  if (claims) {
    const person = await directory.person(claims.personId);
    if (!person || claims.issuedAt <= person.tokensValidAfter.getTime()) return null;
    return callerFor(parts, person, null, credentials.organizationId ?? claims.organizationId);
  }
  const outside = await issuers.verify(token);
  const person = outside && (await directory.person(outside.personId));
  if (!person) return null;
  const wanted = credentials.organizationId?.toLowerCase();
  // An outside issuer speaks for the organizations that the operator named, and for no other.
  if (wanted && !outside.organizationIds.includes(wanted)) throw refuse("not_a_member");
  const own = person.memberships.find((member) => outside.organizationIds.includes(member.organizationId));
  const ordinary = { ...person, platformAdmin: false };
  return callerFor(parts, ordinary, null, wanted ?? own?.organizationId ?? null);
}

async function authenticateCookie(
  parts: Parts,
  secret: string,
  credentials: Credentials,
): Promise<Caller | null> {
  const signIn = await parts.directory.signIn(hashSecret(secret));
  if (!signIn || signIn.expiresAt <= parts.clock()) return null;
  const person = await parts.directory.person(signIn.personId);
  if (!person) return null;
  return callerFor(parts, person, signIn.id, credentials.organizationId ?? signIn.currentOrganizationId);
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A person in the organization that they want, or in their only one when they name none. */
async function callerFor(
  { directory }: Parts,
  person: Standing,
  signInId: string | null,
  wanted: string | null,
): Promise<Caller> {
  const { id, platformAdmin, memberships } = person;
  const caller = { id, platformAdmin, signInId };
  if (wanted !== null && !uuid.test(wanted))
    throw refuse("invalid_request", "X-Organization-Id must be a UUID");
  const only = memberships.length === 1 ? memberships[0]?.organizationId : undefined;
  const organizationId = wanted?.toLowerCase() ?? only;
  if (!organizationId) return { person: caller, actor: null };
  const role: Role | undefined = platformAdmin
    ? "PlatformAdmin"
    : memberships.find((member) => member.organizationId === organizationId)?.role;
  const organization = role && (await directory.organization(organizationId));
  if (!organization) throw refuse("not_a_member");
  const { plan, selfService } = organization;
  const actor: Actor = { kind: "person", id, organizationId, role, scopes: null, plan, selfService };
  return { person: caller, actor };
}
