import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { PublicContext } from "#database/context.ts";
import type { Transaction } from "#database/tenancy.ts";
import type { Caller, Origin } from "#kernel/actor.ts";
import { badInput } from "#kernel/errors.ts";
import { findUnstorable } from "#kernel/text.ts";
import { actorOf, checkScope, identify } from "./authenticate.ts";
import type { House } from "./house.ts";
import { once, type Reply, readKey } from "./idempotency.ts";
import { describeRoute } from "./openapi.ts";
import { renderRefusal } from "./problem.ts";
import { Answer, type Contract, type Input, type Route, type RouteGroup } from "./route.ts";
import { type Check, compileCheck, parseQuery } from "./validation.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who calls; null on public routes. */
    caller: Caller | null;
  }
  interface FastifyContextConfig {
    contract?: Contract;
  }
}

/** Adds a group's routes to the app. */
export function registerGroup(app: FastifyInstance, house: House, group: RouteGroup): void {
  for (const route of group.routes) register(app, house, group.contract, route);
}

function register(app: FastifyInstance, house: House, contract: Contract, route: Route): void {
  const { wire } = route;
  const origins = new Set([new URL(house.publicUrl).origin, ...house.corsOrigins]);
  const checkInput = inputCheck(route, contract);
  app.route({
    method: wire.method,
    url: wire.path,
    schema: describeRoute(route, contract),
    config: {
      contract,
      rateLimit: route.perMinute ? { max: route.perMinute, timeWindow: "1 minute" } : false,
    },
    // Input is checked below, before the handler: Fastify's own check would stop at the first bad part.
    validatorCompiler: () => () => true,
    onRequest: async (request) => {
      if (route.access === "public") return;
      request.caller = await identify(request, house.authenticate, origins);
      if (route.access === "member") actorOf(request.caller);
    },
    handler: async (request, reply) => {
      const input = checkInput(request);
      const answer = await respond(house, contract, route, request, input);
      return send(reply, answer);
    },
  });
}

/** Checks parameters, query and body together and names every bad member of all three. */
function inputCheck(route: Route, contract: Contract): (request: FastifyRequest) => Input<never> {
  const { params, query, body } = route.wire;
  const none: Check = () => [];
  const checkParams = params ? compileCheck(params, ":") : none;
  const checkQuery = query ? compileCheck(query, "?") : none;
  const checkBody = body ? compileCheck(body, "") : none;
  return (request) => {
    const input = {
      params: request.params,
      query: parseQuery(request.query as Record<string, unknown>, query?.properties ?? {}),
      body: request.body,
    };
    const unstorable = findUnstorable(input);
    if (unstorable) throw badInput(contract.badInput, [unstorable]);
    const errors = [...checkParams(input.params), ...checkQuery(input.query), ...checkBody(input.body)];
    if (errors.length > 0) throw badInput(contract.badInput, errors);
    return input as Input<never>;
  };
}

async function respond(
  house: House,
  contract: Contract,
  route: Route,
  request: FastifyRequest,
  input: Input<never>,
): Promise<Reply> {
  const { caller } = request;
  const actor = caller?.actor ?? null;
  if (actor && route.access === "member") checkScope(route, actor);
  const work = async (tx: Transaction): Promise<Reply> => {
    const context = { tx, now: house.clock(), origin: originOf(request), actor, person: caller?.person };
    const execute = async () => toReply(route, await route.run(context as never, input));
    const key = route.wire.method === "GET" ? null : readKey(request.headers["idempotency-key"]);
    return key === null ? execute() : onceFor(house, contract, route, request, context, key, execute);
  };
  if (route.access === "member" && actor) return house.database.asTenant(actor.organizationId, work);
  return house.database.asSystem(work);
}

function onceFor(
  house: House,
  contract: Contract,
  route: Route,
  request: FastifyRequest,
  context: PublicContext,
  key: string,
  execute: () => Promise<Reply>,
): Promise<Reply> {
  const isTenant = route.access === "member";
  return once({
    context,
    scope: {
      organizationId: (isTenant && request.caller?.actor?.organizationId) || nilOrganization,
      caller: callerName(house, request),
      route: `${route.wire.method} ${route.wire.path}`,
      key,
    },
    request: `${request.method} ${request.url}\n${JSON.stringify(request.body) ?? ""}`,
    secret: route.secret ?? false,
    vault: house.vault,
    render: (refusal) => renderRefusal(refusal, contract.errorShape, request.id),
    execute,
  });
}

const nilOrganization = "00000000-0000-0000-0000-000000000000";

/** Whose Idempotency-Key it is; on public routes the bearer of a link, else the address. */
function callerName(house: House, request: FastifyRequest): string {
  const { caller } = request;
  if (caller?.actor) return `${caller.actor.kind}:${caller.actor.id}`;
  if (caller?.person) return `person:${caller.person.id}`;
  return `anyone:${house.vault.fingerprint(request.headers.authorization ?? request.ip)}`;
}

const originOf = (request: FastifyRequest): Origin => ({
  requestId: request.id,
  ip: request.ip,
  userAgent: request.headers["user-agent"]?.slice(0, 300) ?? null,
});

function toReply(route: Route, result: unknown): Reply {
  const [status] = route.wire.success;
  if (result instanceof Answer) return { status, headers: result.headers, body: result.body };
  return { status, headers: {}, body: result };
}

function send(reply: FastifyReply, { status, headers, body }: Reply): FastifyReply {
  return reply.code(status).headers(headers).send(body);
}
