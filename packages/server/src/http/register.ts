import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { findAnswer } from "#database/idempotency.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import type { Caller } from "#kernel/actor.ts";
import { plus } from "#kernel/clock.ts";
import type { Refusal } from "#kernel/errors.ts";
import { admit, type Credentials, checkScope } from "./authenticate.ts";
import type { House } from "./house.ts";
import { once, type Reply, readKey, retention } from "./idempotency.ts";
import { inputCheck } from "./input.ts";
import { describeRoute } from "./openapi.ts";
import { originOf } from "./origin.ts";
import { renderRefusal } from "./problem.ts";
import { Answer, type Contract, type Input, type Repeatable, type Route, type RouteGroup } from "./route.ts";
import { registerStream } from "./stream-route.ts";
import { acceptUploads, type UploadedFile, withUpload } from "./upload.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who calls; null on public and bearer routes. */
    caller: Caller | null;
    /** What they showed to say so. */
    credentials: Credentials | null;
    /** The secret of one thing, on bearer routes. */
    bearer: string | null;
  }
  interface FastifyContextConfig {
    contract?: Contract;
  }
}

/** Adds a group's routes to the app; those that take a file in a scope of their own, where nothing else is taken. */
export async function registerGroup(app: FastifyInstance, house: House, group: RouteGroup): Promise<void> {
  const { contract, routes } = group;
  const add = { plain: register, stream: registerStream };
  for (const route of routes.filter((one) => !one.takesFile))
    add[route.isStream ? "stream" : "plain"](app, house, contract, route);
  const uploads = routes.filter((one) => one.takesFile);
  if (uploads.length === 0) return;
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    await acceptUploads(scope);
    for (const route of uploads) register(scope, house, contract, route);
  });
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
    onRequest: async (request, reply) => {
      request.caller = await admit(request, { house, contract, route });
      if (route.access === "member") await app.limitByPlan(request, reply);
    },
    handler: async (request, reply) => {
      const handle = async (file: UploadedFile | null) => {
        const input = checkInput(request, house.clock());
        return respond(house, contract, route, request, input, file);
      };
      if (!route.takesFile) return send(reply, await handle(null));
      const answer = await withUpload(request, route.takesFile.mostBytes, async ({ fields, file }) => {
        request.body = Object.fromEntries(fields);
        return handle(file);
      });
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
  file: UploadedFile | null,
): Promise<Reply> {
  const { caller } = request;
  const actor = caller?.actor ?? null;
  const isAnonymous = !caller && !request.bearer && request.headers.authorization === undefined;
  const isRead = route.wire.method === "GET";
  const key = isRead ? null : readKey(request.headers["idempotency-key"], isAnonymous);
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
    bearer: request.bearer,
    file,
    repeatable,
  };
  const prepared = await route.prepare?.(preparation, input as never);
  const contextOn = <Tx extends Statements>(tx: Tx) => {
    return { tx, now: house.clock(), origin: originOf(request), actor, person, bearer: request.bearer };
  };
  const run = async (context: ReturnType<typeof contextOn>) =>
    toReply(route, await route.run(context as never, input, prepared as never));
  const change = async (tx: Transaction): Promise<Reply> => {
    const context = contextOn(tx);
    if (repeatable === null) return run(context);
    const { secret = false, asksOnly = false } = route;
    const render = (refusal: Refusal) => renderRefusal(refusal, contract.errorShape, request.id);
    const about = route.about?.(input as never) ?? null;
    const execute = () => run(context);
    return once({ context, ...repeatable, secret, asksOnly, about, vault: house.vault, render, execute });
  };
  const organizationId = route.access === "member" && actor ? actor.organizationId : null;
  const { database } = house;
  try {
    if (isRead)
      return await run(contextOn(organizationId ? database.forTenant(organizationId) : database.forSystem()));
    return await (organizationId ? database.asTenant(organizationId, change) : database.asSystem(change));
  } finally {
    // Other processes hear of it in a moment; who asks this one again is answered by what they have changed.
    if (person && route.access !== "member" && !isRead) house.forget(person);
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
    // Of an upload it is known once the file was read.
    get fingerprint() {
      return house.vault.fingerprint(`${request.method} ${request.url}\n${request.sentBody}`);
    },
    isAnswered: async (tx) => (await findAnswer(tx, scope, plus(house.clock(), -retention))) !== null,
  };
}

const nilOrganization = "00000000-0000-0000-0000-000000000000";

/** Whose Idempotency-Key it is; on public routes the bearer of a link, else the address. */
function callerName(house: House, request: FastifyRequest): string {
  const { caller } = request;
  if (caller?.actor) return `${caller.actor.kind}:${caller.actor.id}`;
  if (caller?.person) return `person:${caller.person.id}`;
  return `anyone:${house.vault.fingerprint(request.bearer ?? request.headers.authorization ?? request.ip)}`;
}

function toReply(route: Route, result: unknown): Reply {
  const [status] = route.wire.success;
  if (result instanceof Answer) return { status, headers: result.headers, body: result.body };
  return { status, headers: {}, body: result };
}

function send(reply: FastifyReply, { status, headers, body }: Reply): FastifyReply {
  if (body instanceof Readable && reply.request.method === "HEAD") {
    // Nobody reads it, so nothing of it is made.
    body.destroy();
    return reply.code(status).headers(headers).send();
  }
  return reply.code(status).headers(headers).send(body);
}
