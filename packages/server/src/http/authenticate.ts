import type { FastifyRequest } from "fastify";
import type { Actor, Caller } from "#kernel/actor.ts";
import { hasScope } from "#kernel/actor.ts";
import { refuse } from "#kernel/errors.ts";
import type { Route } from "./route.ts";

/** What a request carries to say who sends it. */
export interface Credentials {
  /** An access token or an API key, from the Authorization header. */
  bearer: string | null;
  /** The sign-in cookie's secret. */
  cookie: string | null;
  /** The X-Organization-Id header. */
  organizationId: string | null;
}

/** Finds the caller, or null when there is no valid credential. Implemented by identity. */
export type Authenticate = (credentials: Credentials) => Promise<Caller | null>;

export const cookieName = "convene_sign_in";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** The caller of a route that asks for one. Refuses with 401, or 403 when a cookie comes from another site. */
export async function identify(
  request: FastifyRequest,
  authenticate: Authenticate,
  origins: ReadonlySet<string>,
): Promise<Caller> {
  const credentials = readCredentials(request);
  if (!credentials.bearer && !credentials.cookie) throw refuse("unauthenticated");
  if (!credentials.bearer && !safeMethods.has(request.method) && !origins.has(request.headers.origin ?? "")) {
    throw refuse("foreign_origin");
  }
  const caller = await authenticate(credentials);
  if (!caller) throw refuse("unauthenticated");
  return caller;
}

function readCredentials(request: FastifyRequest): Credentials {
  const { authorization } = request.headers;
  const organizationId = request.headers["x-organization-id"];
  const bearer = authorization === undefined ? null : (/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? "");
  // A malformed Authorization header must not fall back to the cookie: the caller meant something else.
  if (bearer === "") throw refuse("unauthenticated");
  return {
    bearer,
    cookie: bearer ? null : (request.cookies[cookieName] ?? null),
    organizationId: typeof organizationId === "string" ? organizationId : null,
  };
}

/** The actor of a member route: refuses a caller in no organization, and a key without the route's scope. */
export function actorOf(caller: Caller): Actor {
  const { actor } = caller;
  if (!actor) throw refuse("no_organization_context", "choose one with the X-Organization-Id header");
  return actor;
}

/** Refuses a key that lacks the route's scope, and any key on a route that is for people only. */
export function checkScope(route: Route, actor: Actor): void {
  if (actor.kind === "person") return;
  if (!route.scope) throw refuse("forbidden", "an API key cannot do this; sign in as a person");
  if (!hasScope(actor, route.scope)) throw refuse("insufficient_scope", `it needs the scope ${route.scope}`);
}
