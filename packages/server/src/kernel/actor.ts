import { atLeast, type Role } from "./roles.ts";

/** What an API key may be allowed to do: one pair for each product. */
export const scopes = [
  "depositions:read",
  "depositions:write",
  "live:read",
  "live:write",
  "mentorship:read",
  "mentorship:write",
  "screening:read",
  "screening:write",
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

/** An authenticated caller before any organization is chosen; `actor` is null for a person who is in none. */
export interface Caller {
  /** Null when an API key calls. */
  person: { id: string; platformAdmin: boolean; signInId: string | null } | null;
  actor: Actor | null;
}

/** Where a request came from: kept with every event, for the audit trail. */
export interface Origin {
  requestId: string;
  ip: string;
  userAgent: string | null;
}
