import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Actor } from "#kernel/actor.ts";
import { minutes } from "#kernel/clock.ts";
import { Refusal } from "#kernel/errors.ts";
import { plans } from "#kernel/plans.ts";

declare module "fastify" {
  interface FastifyInstance {
    limitByPlan: PlanLimit;
  }
}

/**
 * Counts a request against what its caller's organization may send in a minute, and says in headers how much is left.
 * Refuses one more with `too_many_requests`. A plan without such a limit costs nothing and says nothing.
 */
type PlanLimit = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** What tells of a limit by the minute: how many there may be, how many are left, and for how many seconds. */
export const limitHeaderNames = ["x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"] as const;

/**
 * Counts in this process alone, so that no request waits for another one's answer: several processes multiply what a
 * plan allows by their own number.
 */
export function createPlanLimit(app: FastifyInstance): PlanLimit {
  const count = app.createRateLimit({
    timeWindow: minutes(1),
    keyGenerator: (request) => actorOf(request)?.organizationId ?? "",
    max: (request) => mostOf(request) ?? 0,
  });
  return async (request, reply) => {
    if (mostOf(request) === null) return;
    const counted = await count(request);
    if (counted.isAllowed) return;
    const { max, remaining, ttlInSeconds, isExceeded } = counted;
    reply.headers({
      "x-ratelimit-limit": max,
      "x-ratelimit-remaining": remaining,
      "x-ratelimit-reset": ttlInSeconds,
    });
    if (!isExceeded) return;
    const detail = `this organization's plan allows ${max} requests a minute`;
    throw new Refusal("too_many_requests", { detail, retryAfter: ttlInSeconds });
  };
}

const actorOf = ({ caller }: FastifyRequest): Actor | null => caller?.actor ?? null;

const mostOf = (request: FastifyRequest): number | null => {
  const actor = actorOf(request);
  return actor && plans[actor.plan].requestsPerMinute;
};
