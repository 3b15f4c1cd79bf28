import assert from "node:assert/strict";

/** Milliseconds that a condition may take on a busy machine; far more than it ever should. */
const patience = 60_000;

/** Asks again and again until `check` no longer throws; in the end throws what it threw last. */
export async function eventually<T>(check: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      return await check();
    } catch (fault) {
      if (Date.now() > deadline || !(fault instanceof assert.AssertionError)) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
