import type { Clock } from "../src/kernel/clock.ts";

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  advance(milliseconds: number): void;
}

export function createTestClock(start = "2026-03-02T09:00:00.000Z"): TestClock {
  let time = Date.parse(start);
  const clock = () => new Date(time);
  return Object.assign(clock, {
    advance(milliseconds: number) {
      time += milliseconds;
    },
  });
}
