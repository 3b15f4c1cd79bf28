import type { FastifyRequest } from "fastify";
import type { Actor, Caller } from "#kernel/actor.ts";
import { hasScope } from "#kernel/actor.ts";
import { badInput, notFound, refuse } from "#kernel/errors.ts";
import { isUuid } from "#kernel/ids.ts";
import type { House } from "./house.ts";
import type { Contract, Route } from "./route.ts";

/** What a request carries to say who sends it. */
export interface Credentials {
  /** An access token or an API key, from the Authorization header. */
  bearer: string | null;
  /** The sign-in cookie's secret. */
  cookie: string | null;
  /** The organization that the request asks for, a lower-case UUID: X-Organization-Id, or its path. */
  organizationId: string | null;
}

/** Finds the caller, or null when there is no valid credential. Implemented by identity. */
export type Authenticate = (credentials: Credentials) => Promise<Caller | null>;

export const cookieName = "convene_sign_in";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * What a single-use ticket stands for, or null when there is no such ticket any more. It can be looked at until it
 * is spent. Implemented by streams.
 */
export type RedeemTicket = (ticket: string, isSpent: boolean) => Promise<Credentials | null>;

interface Gate {
  house: Pick<House, "authenticate" | "redeemTicket" | "publicUrl" | "corsOrigins">;
  route: Route;
  contract: Contract;
}

/**
 * The caller whom a route lets in, or null where it asks for none. Refuses with 401 without a valid credential,
 * with 403 when a cookie comes from another site or a key stands where a person must, and without the
 * organization that a route needs with 400, 403 or 404.
 */
export async function admit(request: FastifyRequest, gate: Gate): Promise<Caller | null> {
  const { access, organizationInPath } = gate.route;
  if (access === "public") return null;
  if (access === "bearer") {
    request.bearer = readBearer(request) ?? readKept(request, gate);
    if (!request.bearer) throw refuse("unauthenticated");
    return null;
  }
  const caller = await identify(request, gate);
  if (access === "guest") return caller;
  if (!caller) throw refuse("unauthenticated");
  if (organizationInPath) checkPath(request, gate.contract, caller);
  else checkHeader(request);
  if (access === "member") actorOf(caller);
  if (access === "account" && !caller.person) throw forPeople();
  return caller;
}

/**
 * The secret that a browser keeps for the thing in the path, `<:id>.<secret>`, in one of the cookies that the route
 * takes; null where there is none. Refuses unsafe methods from another site.
 */
function readKept(request: FastifyRequest, { house, route: { keptIn } }: Gate): string | null {
  if (keptIn === undefined) return null;
  const begin = `${pathId(request).toLowerCase()}.`;
  const kept = Object.entries(request.cookies).find(
    ([name, value]) => name.startsWith(keptIn) && value?.startsWith(begin),
  );
  if (!kept) return null;
  if (!safeMethods.has(request.method) && !isOwnOrigin(request, house)) throw refuse("foreign_origin");
  return kept[1]?.slice(begin.length) || null;
}

async function identify(request: FastifyRequest, { house, route }: Gate): Promise<Caller | null> {
  const credentials =
    (route.isStream ? await readTicket(request, house, false) : null) ?? readCredentials(request, route);
  request.credentials = credentials;
  const { bearer, cookie } = credentials;
  if (!bearer && !cookie) return null;
  if (!bearer && !safeMethods.has(request.method) && !isOwnOrigin(request, house)) {
    throw refuse("foreign_origin");
  }
  const caller = await house.authenticate(credentials);
  // A browser keeps sending a cookie that is over: a route for guests takes it for none.
  if (!caller && bearer) throw refuse("unauthenticated");
  return caller;
}

/** Whether a page of ours sent it, or one of an origin from which a cookie is believed on unsafe methods. */
export const isOwnOrigin = (
  { headers: { origin = "" } }: FastifyRequest,
  { publicUrl, corsOrigins }: Gate["house"],
): boolean => origin === new URL(publicUrl).origin || corsOrigins.includes(origin);

/**
 * What the ticket in a stream's URL stands for; null without one. An Authorization header comes before it. Refuses
 * with 401 one that is no longer good; of several requests that spend the same one, all but the first.
 */
export async function readTicket(
  { headers, query }: FastifyRequest,
  { redeemTicket }: Pick<House, "redeemTicket">,
  isSpent: boolean,
): Promise<Credentials | null> {
  const { ticket } = query as { ticket?: unknown };
  if (ticket === undefined || headers.authorization !== undefined) return null;
  const credentials = typeof ticket === "string" ? await redeemTicket(ticket, isSpent) : null;
  if (!credentials) throw refuse("unauthenticated", "the ticket was used, is too old, or was never made");
  return credentials;
}

function checkPath(request: FastifyRequest, { badInput: code }: Contract, caller: Caller): void {
  if (!isUuid(pathId(request))) throw badInput(code, [{ pointer: ":id", detail: "must be a UUID" }]);
  if (!caller.actor) throw notFound("organization");
}

function checkHeader({ headers }: FastifyRequest): void {
  const id = headers["x-organization-id"];
  if (id !== undefined && !isUuid(String(id)))
    throw refuse("invalid_request", "X-Organization-Id must be a UUID");
}

const pathId = ({ params }: FastifyRequest): string => (params as { id: string }).id;

/** What the Authorization header bears; null without the header. Refuses a malformed one. */
function readBearer({ headers: { authorization } }: FastifyRequest): string | null {
  if (authorization === undefined) return null;
  const bearer = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  // It must not fall back to the cookie: the caller meant something else.
  if (!bearer) throw refuse("unauthenticated");
  return bearer;
}

function readCredentials(request: FastifyRequest, route: Route): Credentials {
  const bearer = readBearer(request);
  const wanted = route.organizationInPath ? pathId(request) : request.headers["x-organization-id"];
  return {
    bearer,
    cookie: bearer ? null : (request.cookies[cookieName] ?? null),
    // What is no UUID is refused once the caller is known: 401 comes before 400.
    organizationId: typeof wanted === "string" && isUuid(wanted) ? wanted.toLowerCase() : null,
  };
}

/** The actor of a member route: refuses a caller in no organization. */
export function actorOf({ actor, refusal }: Caller): Actor {
  if (actor) return actor;
  throw refusal ?? refuse("no_organization_context", "choose one with the X-Organization-Id header");
}

const forPeople = () => refuse("forbidden", "an API key cannot do this; sign in as a person");

/** Refuses a key that lacks the route's scope, or each of them, and any key on a route without one: that is for people only. */
export function checkScope(route: Route, actor: Actor): void {
  if (actor.kind === "person") return;
  if (!route.scope) throw forPeople();
  const scopes = [route.scope].flat();
  if (scopes.some((scope) => hasScope(actor, scope))) return;
  throw refuse("insufficient_scope", `it needs the scope ${scopes.join(" or ")}`);
}
