import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { Pool } from "#database/pool.ts";
import type { Database } from "#database/tenancy.ts";
import type { Effect, EffectState, Outcome } from "#effects/effect.ts";
import type { Clock } from "#kernel/clock.ts";
import { createGauges } from "./gauges.ts";

interface Parts {
  database: Database;
  clock: Clock;
  pools: Readonly<Record<string, Pool>>;
  /** Streams that are open. */
  countStreams: () => number;
  /** Rooms that run in this process, and people in them. */
  countRooms: () => { rooms: number; people: number };
}

export interface Metrics {
  answered(request: { method: string; route: string; status: number; seconds: number }): void;
  /** Told what came of each attempt at an effect, and the state in which it left it. */
  attempted(effect: Pick<Effect, "channel">, outcome: Outcome, state: EffectState): void;
  /** All metrics in Prometheus' text format, and its media type. */
  read(): Promise<{ type: string; text: string }>;
}

/** Seconds: a quick answer, one that is still good, one that somebody waits for. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** What this process counts, and what it sees waiting in the database when it is asked. In a registry of its own. */
export function createMetrics(parts: Parts): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: "http_requests_total",
    help: "Requests answered",
    labelNames: ["method", "route", "status"],
    registers,
  });
  const durations = new Histogram({
    name: "http_request_duration_seconds",
    help: "Seconds from a request's arrival to the end of its answer",
    labelNames: ["method", "route", "status"],
    buckets,
    registers,
  });
  const attempts = new Counter({
    name: "convene_effect_attempts_total",
    help: "Attempts to send an e-mail, push or webhook",
    labelNames: ["channel", "result"],
    registers,
  });
  const settled = new Counter({
    name: "convene_effects_settled_total",
    help: "E-mails, pushes and webhooks that were delivered, failed for good or dropped",
    labelNames: ["channel", "state"],
    registers,
  });
  const look = createGauges(registers, parts);
  return {
    answered({ method, route, status, seconds }) {
      requests.inc({ method, route, status });
      durations.observe({ method, route, status }, seconds);
    },
    attempted({ channel }, { result }, state) {
      attempts.inc({ channel, result });
      if (state !== "waiting") settled.inc({ channel, state });
    },
    async read() {
      await look();
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}
