import type { Refusal } from "./errors.ts";
import { atLeast, type Role } from "./roles.ts";

/** What an API key may be allowed to do: one pair for each product and for webhooks, and to read all that happens. */
export const scopes = [
  "depositions:read",
  "depositions:write",
  "live:read",
  "live:write",
  "mentorship:read",
  "mentorship:write",
  "screening:read",
  "screening:write",
  "events:read",
  "events:write",
  "webhooks:read",
  "webhooks:write",
] as const;
export type Scope = (typeof scopes)[number];

/**
 * Who is calling, whatever the credential was: a person (access token, cookie) or an organization's API key.
 * A key acts with the role Manager, within its scopes; `id` is the person's or the key's CUID2.
 */
export interface Actor {
  kind: "person" | "key";
  id: string;
  organizationId: string;
  role: Role;
  /** The key's scopes; null for a person, who has all. */
  scopes: readonly Scope[] | null;
  plan: PlanName;
  /** The organization may schedule depositions without our staff. */
  selfService: boolean;
}

/** Plans in ascending order; `kernel/plans.ts` says what each allows. */
export type PlanName = "starter" | "team" | "enterprise";

export const isPerson = (actor: Actor): boolean => actor.kind === "person";
export const isAtLeast = (actor: Actor, minimum: Role): boolean => atLeast(actor.role, minimum);
export const hasScope = (actor: Actor, scope: Scope): boolean =>
  actor.scopes === null || actor.scopes.includes(scope);

/** A person who calls, before any organization is chosen. */
export interface Account {
  id: string;
  platformAdmin: boolean;
  /** The sign-in that the cookie or access token belongs to, if any. */
  signInId: string | null;
  /** The organizations that an outside issuer may speak for; null where the credential is our own. */
  confinedTo: readonly string[] | null;
}

/** An authenticated caller. */
export interface Caller {
  /** Null when an API key calls. */
  person: Account | null;
  /** Null when no organization is chosen, or not one that the caller is in. */
  actor: Actor | null;
  /** What a route that needs an organization answers where there is no actor. */
  refusal: Refusal | null;
}

/** Where a request came from: kept with every event, for the audit trail. */
export interface Origin {
  requestId: string;
  /** Null for what the operator did on the server's command line. */
  ip: string | null;
  userAgent: string | null;
}
