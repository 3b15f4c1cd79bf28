import type { Authenticate, Credentials } from "#http/authenticate.ts";
import type { Account, Actor, Caller } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import type { Role } from "#kernel/roles.ts";
import type { Directory } from "./directory.ts";
import type { Issuers } from "./issuers.ts";
import { matchesSecret, readApiKey, readSignIn } from "./secrets.ts";
import type { SignInStanding, Standing } from "./standing-store.ts";
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
    if (bearer?.startsWith("cvk_")) return authenticateKey(parts, bearer, credentials);
    if (bearer) return authenticateToken(parts, bearer, credentials);
    return cookie ? authenticateCookie(parts, cookie, credentials) : null;
  };
}

async function authenticateKey(
  { directory, clock, onKeyUse }: Parts,
  text: string,
  { organizationId: wanted }: Credentials,
): Promise<Caller | null> {
  const given = readApiKey(text);
  const key = given && (await directory.key(given.id));
  if (!key || !matchesSecret(given.secret, key.secretHash)) return null;
  const now = clock();
  if (key.revokedAt || (key.expiresAt && key.expiresAt <= now)) return null;
  const organization = await directory.organization(key.organizationId);
  if (!organization) return null;
  onKeyUse(key.id, now);
  if (wanted && wanted !== organization.id) return { person: null, actor: null, refusal: notAMember() };
  const { id: organizationId, plan, selfService } = organization;
  const { id, scopes } = key;
  const actor: Actor = { kind: "key", id, organizationId, role: "Manager", scopes, plan, selfService };
  return { person: null, actor, refusal: null };
}

async function authenticateToken(
  parts: Parts,
  token: string,
  { organizationId: wanted }: Credentials,
): Promise<Caller | null> {
  const { directory, tokens, issuers, clock } = parts;
  const claims = await tokens.verify(token);
  if (!claims) {
    const outside = await issuers.verify(token);
    const person = outside && (await directory.person(outside.personId));
    if (!person || isVoid(person, outside.issuedAt)) return null;
    return callerFor(parts, confined(person, outside.organizationIds), {
      signInId: null,
      confinedTo: outside.organizationIds,
      wanted,
    });
  }
  const { signInId } = claims;
  if (signInId && !isOpen(await directory.signIn(signInId), clock())) return null;
  const person = await directory.person(claims.personId);
  if (!person || isVoid(person, claims.issuedAt)) return null;
  return callerFor(parts, person, { signInId, confinedTo: null, wanted: wanted ?? claims.organizationId });
}

async function authenticateCookie(
  parts: Parts,
  text: string,
  { organizationId: wanted }: Credentials,
): Promise<Caller | null> {
  const given = readSignIn(text);
  const signIn = given && (await parts.directory.signIn(given.id));
  if (!signIn || !matchesSecret(given.secret, signIn.secretHash) || !isOpen(signIn, parts.clock()))
    return null;
  const person = await parts.directory.person(signIn.personId);
  if (!person) return null;
  const { id: signInId, currentOrganizationId } = signIn;
  return callerFor(parts, person, {
    signInId,
    confinedTo: null,
    wanted: wanted ?? stillIn(person, currentOrganizationId),
  });
}

const isOpen = (signIn: SignInStanding | null, now: Date): boolean =>
  signIn !== null && signIn.expiresAt > now;

/** Signing out everywhere voids what was issued until then. */
const isVoid = (person: Standing, issuedAt: number): boolean => issuedAt <= person.tokensValidAfter.getTime();

/** An outside issuer speaks for the organizations that the operator named, and for nothing above or beside them. */
const confined = (person: Standing, organizationIds: readonly string[]): Standing => ({
  ...person,
  platformAdmin: false,
  memberships: person.memberships.filter((member) => organizationIds.includes(member.organizationId)),
});

/** The organization that a sign-in remembers is forgotten when its person left it; one that is asked for is not. */
const stillIn = (person: Standing, organizationId: string | null): string | null =>
  person.platformAdmin || person.memberships.some((member) => member.organizationId === organizationId)
    ? organizationId
    : null;

interface Choice {
  signInId: Account["signInId"];
  confinedTo: Account["confinedTo"];
  wanted: string | null;
}

/** A person in the organization that they want, or in their only one when they name none. */
async function callerFor(
  { directory }: Parts,
  { id, platformAdmin, memberships }: Standing,
  { signInId, confinedTo, wanted }: Choice,
): Promise<Caller> {
  const person: Account = { id, platformAdmin, signInId, confinedTo };
  const only = memberships.length === 1 ? memberships[0]?.organizationId : undefined;
  const organizationId = wanted ?? only;
  if (!organizationId) return { person, actor: null, refusal: null };
  const role: Role | undefined = platformAdmin
    ? "PlatformAdmin"
    : memberships.find((member) => member.organizationId === organizationId)?.role;
  const organization = role && (await directory.organization(organizationId));
  if (!organization) {
    // Whoever may enter any organization is told that there is none; nobody else learns which ones there are.
    const refusal = platformAdmin ? notFound("organization") : notAMember();
    return { person, actor: null, refusal };
  }
  const { plan, selfService } = organization;
  const actor: Actor = { kind: "person", id, organizationId, role, scopes: null, plan, selfService };
  return { person, actor, refusal: null };
}

const notAMember = () => refuse("not_a_member");
