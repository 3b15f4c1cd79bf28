import type { Clock } from "../src/kernel/clock.ts";

/** A clock that a test moves. */
export interface TestClock extends Clock {
  advance(milliseconds: number): void;
}

/** One that stands still until it is moved. */
export function createTestClock(start = "2026-03-02T09:00:00.000Z"): TestClock {
  let time = Date.parse(start);
  const clock = () => new Date(time);
  return Object.assign(clock, {
    advance(milliseconds: number) {
      time += milliseconds;
    },
  });
}

/** One that goes on like the real one, where what it shows is compared with how long something really takes. */
export function createRunningClock(): TestClock {
  let ahead = 0;
  const clock = () => new Date(Date.now() + ahead);
  return Object.assign(clock, {
    advance(milliseconds: number) {
      ahead += milliseconds;
    },
  });
}
