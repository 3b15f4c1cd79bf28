import assert from "node:assert/strict";

/** Milliseconds that a condition may take on a busy machine; far more than it ever should. */
const patience = 60_000;

/** Asks again and again until `check` no longer throws; in the end throws what it threw last. */
export async function eventually<T>(check: () => Promise<T>): Promise<T> {
  const begun = Date.now();
  for (;;) {
    try {
      return await check();
    } catch (fault) {
      const waited = Date.now() - begun;
      if (waited > patience || !(fault instanceof assert.AssertionError)) throw fault;
      // The longer it takes anyway, the less often: each look takes time from what is waited for.
      await new Promise((resolve) => setTimeout(resolve, Math.min(Math.max(waited / 10, 5), 100)));
    }
  }
}
