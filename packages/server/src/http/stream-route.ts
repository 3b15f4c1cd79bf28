import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Actor, Caller } from "#kernel/actor.ts";
import { refuse } from "#kernel/errors.ts";
import { actorOf, admit, checkScope, readTicket } from "./authenticate.ts";
import { closed, describeStream, type EventStream, openStream } from "./event-stream.ts";
import type { House } from "./house.ts";
import { inputCheck } from "./input.ts";
import { describeRoute } from "./openapi.ts";
import { originOf } from "./origin.ts";
import type { Contract, Input, Route } from "./route.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Changes of callers that a stream's process had heard of when it asked who this one is. */
    heardBefore: number;
  }
}

/** Adds a stream to the app: it is let in as any other route is, and then stays open. */
export function registerStream(app: FastifyInstance, house: House, contract: Contract, route: Route): void {
  const checkInput = inputCheck(route, contract);
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
      try {
        await readTicket(request, house, true);
        await keepOpen(house, route, request, reply, { input, caller, actor, topic });
      } finally {
        // Not before: who hangs up and comes back at once would have work done without end.
        closed(reply).then(leave);
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
  input: Input<never>;
  caller: Caller;
  actor: Actor;
  topic: string;
}

/** Resolves when the reader has caught up, and the stream stays open, or when it is gone. */
async function keepOpen(
  house: House,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  { input, caller, actor, topic }: Opened,
): Promise<void> {
  const { streams, hub, authenticate } = house;
  const { organizationId } = actor;
  const credentials = request.credentials && { ...request.credentials, organizationId };
  const isStillSo = async () => {
    const again = credentials && (await authenticate(credentials));
    if (!again) throw refuse("unauthenticated");
    const actorAgain = actorOf(again);
    checkScope(route, actorAgain);
    return (await topicFor(house, route, request, input, actorAgain)) === topic;
  };
  let stream: EventStream | undefined;
  const open = () => {
    stream = openStream(reply, streams.limits);
    closed(reply).then(streams.watch({ stream, caller, isStillSo }, request.heardBefore));
    return stream;
  };
  try {
    const leave = await hub.join({ organizationId, topic }, lastEventIdOf(request), open);
    closed(reply).then(leave);
  } catch (fault) {
    if (!stream) throw fault;
    request.log.warn({ err: fault }, "a reader could not be brought up to date");
    stream.end();
  }
}

/** The header is a browser's own, and newer than what stands in the URL from which it began. */
function lastEventIdOf({ headers, query }: FastifyRequest): string | null {
  const { lastEventId } = query as { lastEventId?: string };
  return String(headers["last-event-id"] ?? "") || lastEventId || null;
}
