import { LRUCache } from "lru-cache";
import { minutes } from "#kernel/clock.ts";
import { refuse } from "#kernel/errors.ts";

/** Wrong passwords for one account within `window` after which more are not even tried. */
const most = 10;
const window = minutes(15);

/**
 * Slows down guessing at one account from many addresses. Counted in this process alone: several processes
 * multiply the number of guesses by their own number, which stays far from useful.
 */
export interface Attempts {
  /**
   * Runs a check of a password for `account`. An attempt counts from its beginning, so that parallel ones
   * cannot slip through; a right password clears the count. Refuses with `too_many_requests`.
   */
  guard(account: string, now: Date, check: () => Promise<boolean>): Promise<boolean>;
}

export function createAttempts(): Attempts {
  const counts = new LRUCache<string, { failed: number; until: number }>({ max: 100_000 });
  return {
    async guard(account, now, check) {
      const known = counts.get(account);
      const count =
        known && known.until > now.getTime() ? known : { failed: 0, until: now.getTime() + window };
      if (count.failed >= most)
        throw refuse("too_many_requests", "too many wrong passwords; wait 15 minutes");
      count.failed += 1;
      counts.set(account, count);
      const isRight = await check().catch((fault) => {
        // It was not tried: the server is too busy.
        count.failed -= 1;
        throw fault;
      });
      if (isRight) counts.delete(account);
      return isRight;
    },
  };
}
