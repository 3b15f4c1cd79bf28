import { isDeepStrictEqual } from "node:util";
import type { Caller } from "#kernel/actor.ts";
import type { EventStream, StreamTimes } from "./event-stream.ts";
import { createPlaces } from "./places.ts";
import { createRota } from "./rota.ts";
import { createChecks, groupOf, type Watched } from "./stream-checks.ts";

/** Hands what happens to those who read of it. Implemented by realtime. */
export interface Hub {
  /**
   * Opens a reader when there is a place for it, brings it up to date from the event that it saw last, and answers
   * what takes it away again.
   */
  join(
    place: { organizationId: string; topic: string },
    lastEventId: string | null,
    open: () => Pick<EventStream, "receive" | "ready" | "isGone">,
  ): Promise<() => void>;
}

export interface StreamLimits extends StreamTimes {
  /** The most streams of one person or API key, in this process. */
  perCaller: number;
  perProcess: number;
  /** Milliseconds from one `ping` to the next. */
  pingEvery: number;
}

/** What the operator does not set. */
export const streamTimes = { mostUnsent: 256 * 1024, stalledAfter: 60_000, pingEvery: 25_000 };

/** The open streams of this process. */
export interface Streams {
  limits: StreamLimits;
  /** Takes one of the caller's places, and answers what gives it back. Refuses with 429 or 503 when there is none. */
  enter(caller: Caller): () => void;
  /** Watches over a stream until what it answers is called. `heardBefore` is `heard()` of before it was let in. */
  watch(watched: Watched, heardBefore: number): () => void;
  /** How many changes of callers were heard of so far. */
  heard(): number;
  /** Something changed about a caller: `person:…`, `key:…`, `sign_in:…` or `organization:…`, as identity says it. */
  changed(announcement: string): void;
  /** Says whether changes are heard of. */
  hearing(isHearing: boolean): void;
  count(): number;
  /** Ends them all, so that their readers connect elsewhere, and lets no more in. */
  close(): void;
}

/** Milliseconds between looks at those of which nobody is sure. */
const lookEvery = 5_000;

/**
 * Keeps count of streams and ends them when their callers may no longer read them: each is asked about when a change
 * of its caller is heard of, as often as it is pinged, and every few seconds while changes cannot be heard.
 */
export function createStreams(limits: StreamLimits): Streams {
  const watched = new Map<string, Set<Watched>>();
  const places = createPlaces({ ...limits, perTaker: limits.perCaller, kind: "streams" });
  const checks = createChecks();
  let isHearing = false;
  let heard = 0;
  const all = () => new Set([...watched.values()].flatMap((streams) => [...streams]));
  const looking = setInterval(() => (isHearing ? checks.askUnsure() : checks.ask(all())), lookEvery);
  const every = limits.pingEvery;
  const pings = createRota<EventStream>({
    every,
    onTurn(those) {
      for (const stream of those) stream.ping();
    },
  });
  const turns = createRota<Watched>({ every, onTurn: checks.ask });

  return {
    limits,
    enter: (caller) => places.take(nameOf(caller)),
    count: places.count,
    watch(each, heardBefore) {
      shareCredentials(each, watched.get(each.callerName));
      for (const key of keysOf(each)) watched.set(key, (watched.get(key) ?? new Set()).add(each));
      pings.add(each.stream);
      turns.add(each, groupOf(each));
      if (heard !== heardBefore) checks.ask([each]);
      return () => {
        pings.remove(each.stream);
        turns.remove(each);
        checks.forget(each);
        for (const key of keysOf(each)) {
          const streams = watched.get(key);
          streams?.delete(each);
          if (streams?.size === 0) watched.delete(key);
        }
      };
    },
    heard: () => heard,
    changed(announcement) {
      heard += 1;
      checks.ask(watched.get(announcement) ?? []);
    },
    hearing(nowHearing) {
      heard += 1;
      isHearing = nowHearing;
      checks.ask(all());
    },
    close() {
      places.close();
      clearInterval(looking);
      for (const rota of [pings, turns]) rota.stop();
      for (const { stream } of all()) stream.end();
    },
  };
}

/** A page opens several streams with one long token, which is kept once. */
function shareCredentials(each: Watched, others: Iterable<Watched> = []): void {
  const [other] = others;
  if (other && isDeepStrictEqual(other.credentials, each.credentials)) each.credentials = other.credentials;
}

/** All that a caller's access hangs on, as announcements of identity call it. */
function keysOf({ callerName, organizationId, signInId }: Watched): string[] {
  const keys = [callerName, `organization:${organizationId}`];
  if (signInId) keys.push(`sign_in:${signInId}`);
  return keys;
}

/** A caller as announcements of identity call them. */
export const nameOf = ({ actor, person }: Caller): string =>
  actor ? `${actor.kind}:${actor.id}` : `person:${person?.id}`;
