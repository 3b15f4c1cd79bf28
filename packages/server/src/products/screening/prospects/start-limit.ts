import { LRUCache } from "lru-cache";
import type { PlanName } from "#kernel/actor.ts";
import { atMost } from "#kernel/at-most.ts";
import { minutes } from "#kernel/clock.ts";
import { Refusal } from "#kernel/errors.ts";
import { networkOf } from "#kernel/network.ts";
import { plans } from "#kernel/plans.ts";

/** Who wants to start a session, and on what. */
interface Start {
  organization: { id: string; plan: PlanName };
  templateId: string;
  address: string;
  /** Whether a proof of work came with it. */
  isProven: boolean;
}

/**
 * Slows down who starts sessions without end. Counted in this process alone: several processes multiply what the
 * plan allows by their own number, which is still far from what a script wants.
 */
export interface StartLimit {
  /**
   * Counts a start in the minute that began with the first of its address, and in that of its template. Refuses one
   * more than the plan of the workflow's organization allows, with `too_many_requests` and the seconds until the
   * minute is over. What is refused is not counted.
   */
  count(start: Start, now: Date): void;
}

export function createStartLimit(): StartLimit {
  const counts = new LRUCache<string, Count>(atMost(100_000));
  return {
    count(start, now) {
      const at = now.getTime();
      const limited = boundsOf(start).map((bound) => {
        const known = counts.get(bound.name);
        return {
          ...bound,
          count: known && known.until > at ? known : { started: 0, until: at + minutes(1) },
        };
      });
      const full = limited.find(({ count, most }) => count.started >= most);
      if (full) {
        const retryAfter = Math.ceil((full.count.until - at) / 1000);
        throw new Refusal("too_many_requests", { detail: full.detail, retryAfter });
      }
      for (const { name, count } of limited) counts.set(name, { ...count, started: count.started + 1 });
    },
  };
}

interface Count {
  started: number;
  /** Milliseconds since the epoch. */
  until: number;
}

interface Bound {
  name: string;
  most: number;
  /** What whoever goes over it is told. */
  detail: string;
}

/** Of those without a proof of work, which browsers without scripts cannot make, there may be this part as many … */
const unprovenPart = 10;
/** … but as many as a household at least. */
const unprovenLeast = 5;

function boundsOf({ organization: { id, plan }, templateId, address, isProven }: Start): Bound[] {
  const { prospectStartsPerMinute: each, templateStartsPerMinute: inAll } = plans[plan];
  const bounds: Bound[] = [];
  const add = (kind: string, of: string, most: number, from: string) =>
    bounds.push({
      name: JSON.stringify([kind, id, of]),
      most,
      detail: `this workflow takes ${most} starts a minute ${from}`,
    });
  if (each !== null) {
    const unproven = Math.max(unprovenLeast, Math.floor(each / unprovenPart));
    const network = networkOf(address);
    if (!isProven) add("unproven", network, unproven, "from one address without a proof of work");
    add("address", network, each, "from one address");
  }
  if (inAll !== null) add("template", templateId, inAll, "in all");
  return bounds;
}
