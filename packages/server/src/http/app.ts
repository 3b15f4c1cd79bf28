import { randomUUID } from "node:crypto";
import cookie from "@fastify/cookie";
import cors from "@fastify/cors";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import { refuse } from "#kernel/errors.ts";
import { answerBadUrl, answerErrors } from "./answer-errors.ts";
import { answerNoHttp } from "./answer-no-http.ts";
import { health } from "./health.ts";
import type { House } from "./house.ts";
import { acceptJson } from "./json-body.ts";
import { loggerOptions } from "./logging.ts";
import { documentOptions, LiveError, Problem } from "./openapi.ts";
import { createPlanLimit, limitHeaderNames } from "./plan-limit.ts";
import { protectiveHeaders } from "./protective-headers.ts";
import { registerGroup } from "./register.ts";
import { registerHooks } from "./register-hooks.ts";
import { registerPages } from "./register-pages.ts";
import type { Offer } from "./route.ts";
import { buildSerializer } from "./serializers.ts";
import { registerSockets, upgradesFor } from "./sockets.ts";
import { closeUnused } from "./unused-connections.ts";
import { serveWeb } from "./web.ts";

/** The largest body, in bytes; a larger one answers 413. */
const bodyLimit = 1024 * 1024;

/**
 * Milliseconds. A request that is not here whole by then is cut off, so that slow senders cannot hold connections; a
 * phone far from its mast has time for the largest file, and a request's head has Node's minute. A connection on which
 * nothing moves is closed, so an answer that lasts must send something more often than that.
 */
const timeouts = { requestTimeout: 240_000, connectionTimeout: 120_000, keepAliveTimeout: 72_000 };

/** More than Node's limit for a request's head: a parameter of any length reaches its route's own check. */
const maxParamLength = 64 * 1024;

/** The HTTP server with every route, ready to listen. */
export async function createApp(
  house: House,
  offers: readonly Offer[],
  version: string,
): Promise<FastifyInstance> {
  const sockets = offers.flatMap((offer) => offer.sockets ?? []);
  const app = Fastify({
    logger: loggerOptions(house),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    // One proxy's word only: what stands further left in X-Forwarded-For was sent by whoever called it.
    trustProxy: house.trustProxy ? (_address, hop) => hop < 1 : false,
    bodyLimit,
    ...timeouts,
    http: { shouldUpgradeCallback: upgradesFor(sockets) },
    routerOptions: { maxParamLength },
    frameworkErrors: answerBadUrl,
    clientErrorHandler: answerNoHttp,
    schemaController: { compilersFactory: { buildSerializer } },
    forceCloseConnections: "idle",
    exposeHeadRoutes: true,
  });
  for (const name of ["caller", "credentials", "bearer"]) app.decorateRequest(name, null);
  app.decorateRequest("heardBefore", 0);
  app.addHook("preClose", async () => house.streams.close());
  closeUnused(app);
  acceptJson(app);
  for (const model of [Problem, LiveError, ...offers.flatMap((offer) => offer.models)]) app.addSchema(model);
  answerErrors(app);
  await addPlugins(app, house, version);
  app.decorate("limitByPlan", createPlanLimit(app));
  app.addHook("onResponse", logResponse);
  app.decorate("uploads", new Map());
  for (const { routes } of [health, ...offers]) await registerGroup(app, house, routes);
  await registerPages(
    app,
    house,
    offers.flatMap(({ pages = [] }) => pages),
  );
  await registerSockets(app, house, sockets);
  await registerHooks(
    app,
    house,
    offers.flatMap(({ hooks = [] }) => hooks),
  );
  if (house.web) await serveWeb(app, house.web);
  app.get("/healthz", { schema: { hide: true } }, () => ({ status: "ok" }));
  app.get("/openapi.json", { schema: { hide: true } }, () => app.swagger());
  return app;
}

async function addPlugins(app: FastifyInstance, house: House, version: string): Promise<void> {
  const protections = protectiveHeaders(house.publicUrl.startsWith("https:"));
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(protections).header("x-request-id", request.id);
    done();
  });
  await app.register(cookie);
  await app.register(rateLimit, { global: false, errorResponseBuilder: () => refuse("too_many_requests") });
  if (house.corsOrigins.length > 0) {
    await app.register(cors, {
      origin: [...house.corsOrigins],
      credentials: true,
      methods: ["GET", "HEAD", "POST", "PATCH", "PUT", "DELETE"],
      exposedHeaders: ["x-request-id", "idempotency-replayed", "retry-after", ...limitHeaderNames],
    });
  }
  await app.register(swagger, documentOptions(version));
  // Over plain http there is nothing to upgrade to: a browser would find none of the page's scripts.
  const isPlain = house.publicUrl.startsWith("http:");
  await app.register(swaggerUi, {
    routePrefix: "/docs",
    uiConfig: { layout: "BaseLayout" },
    theme: { title: "Convene" },
    staticCSP: true,
    transformStaticCSP: (policy) => (isPlain ? policy.replace(/\s*upgrade-insecure-requests;?/, "") : policy),
  });
}

function logResponse(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const { method, routeOptions } = request;
  const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
  // The route's pattern rather than the URL: paths hold titles as slugs, queries hold addresses.
  request.log.info({ method, route: routeOptions.url, status: reply.statusCode, milliseconds }, "answered");
  done();
}
