import type { FastifyRequest } from "fastify";
import type { Origin } from "#kernel/actor.ts";

/** Where a request came from. */
export const originOf = (request: FastifyRequest): Origin => ({
  requestId: request.id,
  ip: request.ip,
  userAgent: request.headers["user-agent"]?.slice(0, 300) ?? null,
});
