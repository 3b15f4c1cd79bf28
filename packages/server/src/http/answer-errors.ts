import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isBadValue, isUnavailable } from "#database/failures.ts";
import { Refusal, refuse } from "#kernel/errors.ts";
import { renderRefusal, unknownFault } from "./problem.ts";
import { isVisit } from "./web.ts";

/** Makes the app answer everything that goes wrong with a refusal of the catalogue. */
export function answerErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => {
    const known = methods.filter((method) => app.findRoute({ method, url: request.url }));
    if (known.length === 0 && app.sendLostPage && isVisit(request)) return app.sendLostPage(reply);
    if (known.length === 0) return sendRefusal(request, reply, refuse("not_found", "no such route"));
    // A path for many files knows the method; the file is what is not there.
    if (known.includes(request.method)) return sendRefusal(request, reply, refuse("not_found"));
    const allow = known.join(", ");
    reply.header("allow", allow);
    return sendRefusal(request, reply, refuse("method_not_allowed", `the path knows ${allow}`));
  });
  app.setErrorHandler((fault, request, reply) => {
    const refusal = toRefusal(fault, request);
    if (refusal.status >= 500) request.log.error({ err: fault }, "request failed");
    else if (refusal.cause)
      request.log.warn({ err: refusal.cause }, "a schema let through what PostgreSQL refused");
    else if (refusal.internal) request.log.info({ internal: refusal.internal }, "request refused");
    return sendRefusal(request, reply, refusal);
  });
}

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

/** Answers a URL that no route can be found for, because its percent-encoding is no UTF-8. */
export function answerBadUrl(_fault: Error, request: FastifyRequest, reply: FastifyReply): void {
  sendRefusal(request, reply, refuse("invalid_request", "the URL's percent-encoding is not valid UTF-8"));
}

function sendRefusal(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  const contract = request.routeOptions.config?.contract;
  const shape = contract?.errorShape ?? (request.url.startsWith("/v1/") ? "live" : "problem");
  const { status, contentType, body } = renderRefusal(refusal, shape, request.id);
  reply.header("x-request-id", request.id);
  if (status === 401) reply.header("www-authenticate", "Bearer");
  const retryAfter = refusal.retryAfter ?? (status === 503 ? 1 : undefined);
  if (retryAfter !== undefined) reply.header("retry-after", String(retryAfter));
  return reply.code(status).type(contentType).send(body);
}

/** Everything that can go wrong, as a refusal; what nobody foresaw becomes a 500 without particulars. */
export function toRefusal(fault: unknown, request: FastifyRequest): Refusal {
  if (fault instanceof Refusal) return fault;
  const contract = request.routeOptions.config.contract;
  const { code, statusCode } = fault as { code?: string; statusCode?: number };
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return refuse("body_too_large", "the limit is 1 MiB");
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return refuse("unsupported_media_type");
  // Fastify's own faults come before those of connections: a caller who hangs up is no database that is gone.
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return refuse(contract?.badInput ?? "invalid_request", "the request did not arrive as its headers say");
  }
  if (isUnavailable(fault)) return new Refusal("unavailable", { cause: fault });
  if (isBadValue(fault)) return new Refusal(contract?.badInput ?? "invalid_request", { cause: fault });
  return unknownFault();
}
