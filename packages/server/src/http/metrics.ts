import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { refuse } from "#kernel/errors.ts";
import { isLocal } from "./local.ts";

/** What counts requests, and shows all counts. */
export interface Measures {
  /** Told of each request that was answered. */
  answered(request: { method: string; route: string; status: number; seconds: number }): void;
  /** All metrics as text, and their media type. */
  read(): Promise<{ type: string; text: string }>;
}

interface Guard {
  /** Null where the operator set none. */
  token: string | null;
  isProduction: boolean;
}

/**
 * Counts the app's requests and shows the metrics at `/metrics`: with a token to whoever bears it, and without one to
 * this machine alone, or in production to nobody. To be called before the app is ready.
 */
export function measure(app: FastifyInstance, measures: Measures, guard: Guard): void {
  app.addHook("onResponse", (request, reply, done) => {
    const { method, routeOptions } = request;
    // A stream lasts as long as its reader likes: that says nothing of the server.
    if (String(reply.getHeader("content-type")).startsWith("text/event-stream")) return done();
    measures.answered({
      method: app.supportedMethods.includes(method) ? method : "other",
      route: routeOptions.url ?? "none",
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
    });
    done();
  });
  app.get("/metrics", { schema: { hide: true } }, async (request, reply) => {
    admit(request, guard);
    const { type, text } = await measures.read();
    reply.header("content-type", type).header("cache-control", "no-store");
    return text;
  });
}

function admit(request: FastifyRequest, { token, isProduction }: Guard): void {
  if (token === null) {
    // A proxy on this machine that adds no header of its own cannot be told from somebody who sits at it.
    if (isLocal(request) && !isProduction) return;
    throw refuse("not_found", "no such route");
  }
  const given = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  if (given === undefined || !timingSafeEqual(digest(given), digest(token))) throw refuse("unauthenticated");
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
