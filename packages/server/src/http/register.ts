import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { findAnswer } from "#database/idempotency.ts";
import type { Transaction } from "#database/tenancy.ts";
import type { Caller } from "#kernel/actor.ts";
import { plus } from "#kernel/clock.ts";
import type { Refusal } from "#kernel/errors.ts";
import { admit, type Credentials, checkScope, readBearer } from "./authenticate.ts";
import type { House } from "./house.ts";
import { once, type Reply, readKey, retention } from "./idempotency.ts";
import { inputCheck } from "./input.ts";
import { describeRoute } from "./openapi.ts";
import { originOf } from "./origin.ts";
import { renderRefusal } from "./problem.ts";
import { Answer, type Contract, type Input, type Repeatable, type Route, type RouteGroup } from "./route.ts";
import { registerStream } from "./stream-route.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who calls; null on public and bearer routes. */
    caller: Caller | null;
    /** What they showed to say so. */
    credentials: Credentials | null;
  }
  interface FastifyContextConfig {
    contract?: Contract;
  }
}

/** Adds a group's routes to the app. */
export function registerGroup(app: FastifyInstance, house: House, group: RouteGroup): void {
  const add = { plain: register, stream: registerStream };
  for (const route of group.routes)
    add[route.isStream ? "stream" : "plain"](app, house, group.contract, route);
}

function register(app: FastifyInstance, house: House, contract: Contract, route: Route): void {
  const { wire } = route;
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
      request.caller = await admit(request, { house, contract, route });
    },
    handler: async (request, reply) => {
      const input = checkInput(request, house.clock());
      const answer = await respond(house, contract, route, request, input);
      return send(reply, answer);
    },
  });
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
  const isAnonymous = !caller && request.headers.authorization === undefined;
  const key = route.wire.method === "GET" ? null : readKey(request.headers["idempotency-key"], isAnonymous);
  if (actor && route.access === "member") checkScope(route, actor);
  const person = caller?.person ?? null;
  const repeatable = key === null ? null : repeatableUnder(key, house, route, request);
  const preparation = {
    database: house.database,
    now: house.clock(),
    actor,
    person,
    address: request.ip,
    credentials: request.credentials,
    repeatable,
  };
  const prepared = await route.prepare?.(preparation, input as never);
  const work = async (tx: Transaction): Promise<Reply> => {
    const bearer = route.access === "bearer" ? readBearer(request) : undefined;
    const context = {
      tx,
      now: house.clock(),
      origin: originOf(request),
      actor,
      person,
      bearer,
    };
    const execute = async () => toReply(route, await route.run(context as never, input, prepared as never));
    if (repeatable === null) return execute();
    const { secret = false } = route;
    const render = (refusal: Refusal) => renderRefusal(refusal, contract.errorShape, request.id);
    return once({ context, ...repeatable, secret, vault: house.vault, render, execute });
  };
  try {
    if (route.access === "member" && actor) return await house.database.asTenant(actor.organizationId, work);
    return await house.database.asSystem(work);
  } finally {
    await route.afterwards?.(preparation, prepared as never).catch((fault: unknown) => {
      request.log.error({ err: fault }, "what was prepared could not be let go of");
    });
  }
}

/** The request as one that counts once for its key, its caller and its route. */
function repeatableUnder(key: string, house: House, route: Route, request: FastifyRequest): Repeatable {
  const isTenant = route.access === "member";
  const scope = {
    organizationId: (isTenant && request.caller?.actor?.organizationId) || nilOrganization,
    caller: callerName(house, request),
    route: `${route.wire.method} ${route.wire.path}`,
    key,
  };
  return {
    scope,
    fingerprint: house.vault.fingerprint(`${request.method} ${request.url}\n${request.sentBody}`),
    isAnswered: async (tx) => (await findAnswer(tx, scope, plus(house.clock(), -retention))) !== null,
  };
}

const nilOrganization = "00000000-0000-0000-0000-000000000000";

/** Whose Idempotency-Key it is; on public routes the bearer of a link, else the address. */
function callerName(house: House, request: FastifyRequest): string {
  const { caller } = request;
  if (caller?.actor) return `${caller.actor.kind}:${caller.actor.id}`;
  if (caller?.person) return `person:${caller.person.id}`;
  return `anyone:${house.vault.fingerprint(request.headers.authorization ?? request.ip)}`;
}

function toReply(route: Route, result: unknown): Reply {
  const [status] = route.wire.success;
  if (result instanceof Answer) return { status, headers: result.headers, body: result.body };
  return { status, headers: {}, body: result };
}

function send(reply: FastifyReply, { status, headers, body }: Reply): FastifyReply {
  return reply.code(status).headers(headers).send(body);
}
