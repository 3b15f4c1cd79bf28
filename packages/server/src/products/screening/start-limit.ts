import { LRUCache } from "lru-cache";
import type { PlanName } from "#kernel/actor.ts";
import { minutes } from "#kernel/clock.ts";
import { Refusal } from "#kernel/errors.ts";
import { plans } from "#kernel/plans.ts";

/**
 * Slows down who starts sessions without end. Counted in this process alone: several processes multiply what the
 * plan allows by their own number, which is still far from what a script wants.
 */
export interface StartLimit {
  /**
   * Counts a start from an address in the minute that began with its first. Refuses one more than the plan of the
   * workflow's organization allows, with `too_many_requests` and the seconds until the minute is over.
   */
  count(organization: { id: string; plan: PlanName }, address: string, now: Date): void;
}

export function createStartLimit(): StartLimit {
  const counts = new LRUCache<string, { started: number; until: number }>({ max: 100_000 });
  return {
    count({ id, plan }, address, now) {
      const most = plans[plan].prospectStartsPerMinute;
      if (most === null) return;
      const key = `${id} ${address}`;
      const known = counts.get(key);
      const at = now.getTime();
      const count = known && known.until > at ? known : { started: 0, until: at + minutes(1) };
      if (count.started >= most) {
        const detail = `this workflow takes ${most} starts a minute from one address`;
        const retryAfter = Math.ceil((count.until - at) / 1000);
        throw new Refusal("too_many_requests", { detail, retryAfter });
      }
      count.started += 1;
      counts.set(key, count);
    },
  };
}
