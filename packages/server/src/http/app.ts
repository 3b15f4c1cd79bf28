import cookie from "@fastify/cookie";
import cors from "@fastify/cors";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import type { TSchema } from "typebox";
import { isBadValue, isUnavailable } from "#database/failures.ts";
import { Refusal, refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import type { House } from "./house.ts";
import { loggerOptions } from "./logging.ts";
import { documentOptions, LiveError, Problem } from "./openapi.ts";
import { renderRefusal, unknownFault } from "./problem.ts";
import { registerGroup } from "./register.ts";
import type { RouteGroup } from "./route.ts";

/** The largest body, in bytes; a larger one answers 413. */
const bodyLimit = 1024 * 1024;

/** The HTTP server with every route, ready to listen. `models` are the named schemas that routes refer to. */
export async function createApp(
  house: House,
  groups: readonly RouteGroup[],
  models: readonly TSchema[],
  version: string,
): Promise<FastifyInstance> {
  const app = Fastify({
    logger: loggerOptions(house.logLevel),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
    genReqId: newId,
    requestIdHeader: false,
    trustProxy: house.trustProxy,
    bodyLimit,
    routerOptions: { maxParamLength: 500 },
    forceCloseConnections: "idle",
    exposeHeadRoutes: true,
  });
  app.decorateRequest("caller", null);
  acceptEmptyJson(app);
  for (const model of [Problem, LiveError, ...models]) app.addSchema(model);
  answerErrors(app);
  await addPlugins(app, house, version);
  app.addHook("onResponse", logResponse);
  for (const group of groups) registerGroup(app, house, group);
  app.get("/openapi.json", { schema: { hide: true } }, () => app.swagger());
  return app;
}

/** Many clients send the JSON content type with no body at all, a DELETE above all; that is a body left out. */
function acceptEmptyJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.removeContentTypeParser("text/plain");
  app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) =>
    body === "" ? done(null, undefined) : parse(request, String(body), done),
  );
}

async function addPlugins(app: FastifyInstance, house: House, version: string): Promise<void> {
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  await app.register(helmet, { contentSecurityPolicy: false, hsts: house.publicUrl.startsWith("https:") });
  await app.register(cookie);
  await app.register(rateLimit, { global: false, errorResponseBuilder: () => refuse("too_many_requests") });
  if (house.corsOrigins.length > 0) {
    await app.register(cors, { origin: [...house.corsOrigins], credentials: true });
  }
  await app.register(swagger, documentOptions(version));
  await app.register(swaggerUi, { routePrefix: "/docs", staticCSP: true });
}

function answerErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) =>
    sendRefusal(request, reply, refuse("not_found", "no such route")),
  );
  app.setErrorHandler((fault, request, reply) => {
    const refusal = toRefusal(fault, request);
    if (refusal.status >= 500) request.log.error({ err: fault }, "request failed");
    else if (refusal.internal) request.log.info({ internal: refusal.internal }, "request refused");
    return sendRefusal(request, reply, refusal);
  });
}

function sendRefusal(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  const contract = request.routeOptions.config.contract;
  const shape = contract?.errorShape ?? (request.url.startsWith("/v1/") ? "live" : "problem");
  const { status, contentType, body } = renderRefusal(refusal, shape, request.id);
  if (status === 401) reply.header("www-authenticate", "Bearer");
  if (status === 503) reply.header("retry-after", "1");
  return reply.code(status).type(contentType).send(body);
}

/** Everything that can go wrong, as a refusal; what nobody foresaw becomes a 500 without particulars. */
function toRefusal(fault: unknown, request: FastifyRequest): Refusal {
  if (fault instanceof Refusal) return fault;
  if (isUnavailable(fault)) return new Refusal("unavailable", { cause: fault });
  const contract = request.routeOptions.config.contract;
  if (isBadValue(fault)) return new Refusal(contract?.badInput ?? "invalid_request", { cause: fault });
  const { code, statusCode } = fault as { code?: string; statusCode?: number };
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return refuse("body_too_large", "the limit is 1 MiB");
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return refuse("unsupported_media_type");
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return refuse(contract?.malformedBody ?? "malformed_json");
  }
  return unknownFault();
}

async function logResponse(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { method, routeOptions } = request;
  const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
  // The route's pattern rather than the URL: paths hold titles as slugs, queries hold addresses.
  request.log.info({ method, route: routeOptions.url, status: reply.statusCode, milliseconds }, "answered");
}
