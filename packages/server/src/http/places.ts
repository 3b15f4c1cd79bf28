import { refuse } from "#kernel/errors.ts";

interface PlaceLimits {
  /** The most of whoever takes them, in this process. */
  perTaker: number;
  perProcess: number;
  /** What takes a place, as who gets none reads it: "streams". */
  kind: string;
}

/** Counts what is open, in all and of each taker. */
interface Places {
  count(): number;
  /** Takes one of the taker's places, and answers what gives it back. Refuses with 429 or 503 when there is none. */
  take(taker: string): () => void;
  /** Gives away no more. */
  close(): void;
}

export function createPlaces({ perTaker, perProcess, kind }: PlaceLimits): Places {
  const taken = new Map<string, number>();
  let open = 0;
  let isClosed = false;
  return {
    count: () => open,
    take(taker) {
      const own = taken.get(taker) ?? 0;
      if (isClosed || open >= perProcess)
        throw refuse("unavailable", `no more ${kind} fit into this process`);
      if (own >= perTaker)
        throw refuse("too_many_requests", `${own} of your ${kind} are open already: close one first`);
      open += 1;
      taken.set(taker, own + 1);
      return () => {
        open -= 1;
        const left = (taken.get(taker) ?? 0) - 1;
        if (left > 0) taken.set(taker, left);
        else taken.delete(taker);
      };
    },
    close() {
      isClosed = true;
    },
  };
}
