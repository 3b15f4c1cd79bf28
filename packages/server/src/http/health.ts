import { Type } from "typebox";
import { type Offer, publicRoute, type RouteGroup } from "./route.ts";

const State = Type.Object({ status: Type.Literal("ok") });

const wire = {
  ready: {
    method: "GET",
    path: "/readyz",
    operationId: "getReadiness",
    summary: "Whether this process can serve: it reaches the database and is not stopping",
    success: [200, State],
  },
} as const;

const routes: RouteGroup = {
  contract: {
    tag: "health",
    badInput: "invalid_request",
    malformedBody: "malformed_json",
    errorShape: "problem",
  },
  // The transaction that every route runs in is the proof.
  routes: [publicRoute(wire.ready, {}, async () => ({ status: "ok" }))],
};

export const health: Offer = { routes, models: [] };
