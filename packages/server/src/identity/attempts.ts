import { LRUCache } from "lru-cache";
import { atMost } from "#kernel/at-most.ts";
import { minutes } from "#kernel/clock.ts";
import { Refusal } from "#kernel/errors.ts";
import { networkOf } from "#kernel/network.ts";

/** Wrong passwords within so many milliseconds after which more are not even tried. */
const limits = {
  account: { most: 10, window: minutes(15) },
  address: { most: 20, window: minutes(1) },
};

/** Whose password is tried, and from where. */
interface Attempt {
  account: string;
  address: string;
  now: Date;
}

/**
 * Slows down guessing: at one account from many addresses, and at many accounts from one address. Right passwords
 * are not slowed down. Counted in this process alone: several processes multiply the number of guesses by their
 * own number, which stays far from useful.
 */
export interface Attempts {
  /**
   * Runs a check of a password. More attempts at one account than it has left wait for those under way, so that
   * parallel ones cannot slip through; a right password clears the account's count, never the address's. Refuses
   * with `too_many_requests`.
   */
  guard(attempt: Attempt, check: () => Promise<boolean>): Promise<boolean>;
  /** Clears an account's count: its password is a new one, which its owner chose. */
  forget(account: string): void;
}

interface Count {
  failed: number;
  /** Milliseconds since 1970 at which it is forgotten. */
  until: number;
  underWay: Set<Promise<boolean>>;
}

export function createAttempts(): Attempts {
  const accounts = new LRUCache<string, Count>(atMost(100_000));
  const addresses = new LRUCache<string, Count>(atMost(100_000));
  return {
    async guard({ account, address, now }, check) {
      const ofAddress = countOf(addresses, networkOf(address), now, limits.address.window);
      refuseAbove(ofAddress, limits.address.most, now);
      const ofAccount = countOf(accounts, account, now, limits.account.window);
      while (ofAccount.failed + ofAccount.underWay.size >= limits.account.most) {
        refuseAbove(ofAccount, limits.account.most, now);
        await Promise.allSettled([Promise.race(ofAccount.underWay)]);
      }
      const checking = check();
      ofAccount.underWay.add(checking);
      try {
        const isRight = await checking;
        ofAccount.failed = isRight ? 0 : ofAccount.failed + 1;
        if (!isRight) ofAddress.failed += 1;
        return isRight;
      } finally {
        ofAccount.underWay.delete(checking);
      }
    },
    forget(account) {
      const count = accounts.get(account);
      if (count) count.failed = 0;
    },
  };
}

function countOf(counts: LRUCache<string, Count>, key: string, now: Date, window: number): Count {
  const known = counts.get(key);
  if (known && known.until > now.getTime()) return known;
  const count = { failed: 0, until: now.getTime() + window, underWay: new Set<Promise<boolean>>() };
  counts.set(key, count);
  return count;
}

function refuseAbove({ failed, until }: Count, most: number, now: Date): void {
  if (failed < most) return;
  const retryAfter = Math.ceil((until - now.getTime()) / 1000);
  throw new Refusal("too_many_requests", { detail: "too many wrong passwords", retryAfter });
}
