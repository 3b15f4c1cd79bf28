import type { Caller } from "#kernel/actor.ts";
import { refuse } from "#kernel/errors.ts";

interface PlaceLimits {
  /** The most streams of one person or API key, in this process. */
  perCaller: number;
  perProcess: number;
}

/** How many streams there are, in all and of each caller. */
export function createPlaces({ perCaller, perProcess }: PlaceLimits) {
  const taken = new Map<string, number>();
  let open = 0;
  let isClosed = false;
  return {
    count: () => open,
    close() {
      isClosed = true;
    },
    /** Takes one of the caller's places, and answers what gives it back. Refuses with 429 or 503 when there is none. */
    enter(caller: Caller): () => void {
      const name = nameOf(caller);
      const own = taken.get(name) ?? 0;
      if (isClosed || open >= perProcess)
        throw refuse("unavailable", "no more streams fit into this process");
      if (own >= perCaller)
        throw refuse("too_many_requests", `you have ${own} streams open: close one first`);
      open += 1;
      taken.set(name, own + 1);
      return () => {
        open -= 1;
        const left = (taken.get(name) ?? 0) - 1;
        if (left > 0) taken.set(name, left);
        else taken.delete(name);
      };
    },
  };
}

/** A caller as announcements of identity call them. */
export const nameOf = ({ actor, person }: Caller): string =>
  actor ? `${actor.kind}:${actor.id}` : `person:${person?.id}`;
