import { setTimeout as pause } from "node:timers/promises";
import { Gauge, type Registry } from "prom-client";
import type { Pool } from "#database/pool.ts";
import type { Database } from "#database/tenancy.ts";
import { channels } from "#effects/effect.ts";
import type { Clock } from "#kernel/clock.ts";
import { type Backlog, readBacklog } from "./store.ts";

interface Parts {
  database: Database;
  clock: Clock;
  pools: Readonly<Record<string, Pool>>;
  countStreams: () => number;
  countRooms: () => { rooms: number; people: number };
}

/** Milliseconds for which a look at the database holds, however often metrics are read. */
const freshFor = 5_000;

/** Milliseconds that a reader waits for the database: a scrape must not hang with it. */
const patience = 3_000;

/** Makes the gauges, and answers what brings them up to date. */
export function createGauges(registers: Registry[], parts: Parts): () => Promise<void> {
  const local = localGauges(registers, parts);
  const answers = new Gauge({
    name: "convene_database_answers",
    help: "1 while the database answers",
    registers,
  });
  const show = backlogGauges(registers, parts.clock);
  const lookAtDatabase = remember(freshFor, () => parts.database.asSystem(readBacklog));
  return async () => {
    local();
    const backlog = await Promise.race([
      lookAtDatabase().catch(() => null),
      pause(patience, null, { ref: false }),
    ]);
    answers.set(backlog ? 1 : 0);
    show(backlog);
  };
}

/** One look at a time, and its result for a while; a failure is not remembered. */
function remember<T>(milliseconds: number, look: () => Promise<T>): () => Promise<T> {
  let last: { at: number; result: Promise<T> } | undefined;
  return () => {
    if (last && performance.now() - last.at < milliseconds) return last.result;
    const result = look();
    const current = { at: performance.now(), result };
    result.catch(() => {
      if (last === current) last = undefined;
    });
    last = current;
    return result;
  };
}

/** What this process knows of itself. */
function localGauges(registers: Registry[], { pools, countStreams, countRooms }: Parts): () => void {
  const connections = new Gauge({
    name: "convene_database_connections",
    help: "Connections to the database of this process",
    labelNames: ["pool", "state"],
    registers,
  });
  const waiting = new Gauge({
    name: "convene_database_waiting",
    help: "Transactions of this process that wait for a connection",
    labelNames: ["pool"],
    registers,
  });
  const streams = new Gauge({
    name: "convene_streams_open",
    help: "Event streams that are open in this process",
    registers,
  });
  const rooms = new Gauge({
    name: "convene_rooms_open",
    help: "Rooms that run in this process",
    registers,
  });
  const people = new Gauge({
    name: "convene_room_people",
    help: "People in the rooms of this process, those who are away for a moment among them",
    registers,
  });
  return () => {
    for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries(pools)) {
      connections.set({ pool, state: "idle" }, idleCount);
      connections.set({ pool, state: "used" }, totalCount - idleCount);
      waiting.set({ pool }, waitingCount);
    }
    streams.set(countStreams());
    const inRooms = countRooms();
    rooms.set(inRooms.rooms);
    people.set(inRooms.people);
  };
}

/** What waits in the database, the same for every process. Without an answer of the database nothing is claimed. */
function backlogGauges(registers: Registry[], clock: Clock): (backlog: Backlog | null) => void {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers });
  const unplaced = gauge("convene_relay_waiting_events", "Committed events that nothing follows from yet");
  const unplacedAge = gauge("convene_relay_oldest_seconds", "Age of the oldest of them");
  const jobs = gauge(
    "convene_jobs",
    "Jobs that are due, are tried again after a failure, or failed for good",
    ["task", "state"],
  );
  const dueAge = gauge("convene_jobs_oldest_due_seconds", "How long the oldest job that is due has been", [
    "task",
  ]);
  const effects = gauge("convene_effects_waiting", "E-mails, pushes and webhooks to be sent, or sent again", [
    "channel",
  ]);
  const effectAge = gauge("convene_effects_oldest_seconds", "Age of the oldest of them", ["channel"]);
  const ageOf = (at: Date | null) => (at ? Math.max(0, (clock().getTime() - at.getTime()) / 1000) : 0);
  return (backlog) => {
    for (const one of [unplaced, unplacedAge]) one.remove();
    for (const one of [jobs, dueAge, effects, effectAge]) one.reset();
    if (!backlog) return;
    unplaced.set(backlog.relay.waiting);
    unplacedAge.set(ageOf(backlog.relay.oldestAt));
    for (const { task, state, count, oldestSeconds } of backlog.jobs) {
      jobs.set({ task, state }, count);
      if (oldestSeconds !== null) dueAge.set({ task }, oldestSeconds);
    }
    for (const channel of channels) {
      const found = backlog.effects.find((one) => one.channel === channel);
      effects.set({ channel }, found?.waiting ?? 0);
      effectAge.set({ channel }, ageOf(found?.oldestAt ?? null));
    }
  };
}
