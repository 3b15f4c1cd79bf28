import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Actor, Caller } from "#kernel/actor.ts";
import { refuse } from "#kernel/errors.ts";
import { actorOf, admit, checkScope, readTicket } from "./authenticate.ts";
import { describeStream, type EventStream, openStream } from "./event-stream.ts";
import type { House } from "./house.ts";
import { inputCheck } from "./input.ts";
import { describeRoute } from "./openapi.ts";
import { originOf } from "./origin.ts";
import type { Contract, Input, Route } from "./route.ts";
import type { Judge } from "./stream-checks.ts";
import { createJudge } from "./stream-judge.ts";
import { nameOf } from "./streams.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Changes of callers that a stream's process had heard of when it asked who this one is. */
    heardBefore: number;
  }
}

/** Adds a stream to the app: it is let in as any other route is, and then stays open. */
export function registerStream(app: FastifyInstance, house: House, contract: Contract, route: Route): void {
  const checkInput = inputCheck(route, contract);
  const judge = createJudge(house, route);
  const { streams } = house;
  app.route({
    method: "GET",
    url: route.wire.path,
    schema: describeRoute(route, contract),
    config: { contract, rateLimit: false },
    validatorCompiler: () => () => true,
    onRequest: async (request, reply) => {
      request.heardBefore = streams.heard();
      request.caller = await admit(request, { house, route, contract });
      await app.limitByPlan(request, reply);
    },
    handler: async (request, reply) => {
      const input = checkInput(request, house.clock());
      const { caller } = request;
      if (!caller) throw refuse("unauthenticated");
      const actor = actorOf(caller);
      checkScope(route, actor);
      const topic = await topicFor(house, route, request, input, actor);
      if (request.method === "HEAD") return describeStream(reply);
      const leave = streams.enter(caller);
      let stream: EventStream | null = null;
      try {
        await readTicket(request, house, true);
        stream = await keepOpen(house, judge, request, reply, { caller, actor, topic });
      } finally {
        // Not before: who hangs up and comes back at once would have work done without end.
        if (stream) stream.onGone(leave);
        else leave();
      }
    },
  });
}

/** The topic that the actor may read; refused by the product where they may not. */
function topicFor(
  house: House,
  route: Route,
  request: FastifyRequest,
  input: Input<never>,
  actor: Actor,
): Promise<string> {
  return house.database.asTenant(actor.organizationId, (tx) => {
    const context = { tx, now: house.clock(), origin: originOf(request), actor };
    return route.run(context as never, input, undefined as never) as Promise<string>;
  });
}

interface Opened {
  caller: Caller;
  actor: Actor;
  topic: string;
}

/**
 * Resolves when the reader has caught up, and the stream stays open, or when it is gone. What outlasts it must not
 * refer to request or reply: a stream is open for hours, and there are thousands of them.
 */
async function keepOpen(
  { streams, hub }: House,
  judge: Judge,
  request: FastifyRequest,
  reply: FastifyReply,
  { caller, actor: { organizationId }, topic }: Opened,
): Promise<EventStream | null> {
  const lastEventId = lastEventIdOf(request);
  const { heardBefore } = request;
  const params = request.params as object;
  const credentials = { bearer: null, cookie: null, ...request.credentials, organizationId };
  const [callerName, signInId] = [nameOf(caller), caller.person?.signInId ?? null];
  let stream = null as EventStream | null;
  const open = () => {
    stream = openStream(reply, streams.limits);
    const watched = { stream, judge, organizationId, callerName, signInId, credentials, params, topic };
    stream.onGone(streams.watch(watched, heardBefore));
    return stream;
  };
  try {
    const leave = await hub.join({ organizationId, topic }, lastEventId, open);
    stream?.onGone(leave);
  } catch (fault) {
    if (!stream) throw fault;
    request.log.warn({ err: fault }, "a reader could not be brought up to date");
    stream.end();
  }
  return stream;
}

/** The header is a browser's own, and newer than what stands in the URL from which it began. */
function lastEventIdOf({ headers, query }: FastifyRequest): string | null {
  const { lastEventId } = query as { lastEventId?: string };
  return String(headers["last-event-id"] ?? "") || lastEventId || null;
}
