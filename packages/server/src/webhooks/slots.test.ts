import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createSlots } from "./slots.ts";

/** Work that goes on until it is told to end. */
function work() {
  const { promise, resolve } = Promise.withResolvers<{ n: number }>();
  return { run: () => promise, end: () => resolve({ n: 1 }) };
}

describe("slots", () => {
  test("let so many in at once, and whoever waits a moment gets the slot of who leaves, in order", async () => {
    const slots = createSlots({ atOnce: 2 });
    const entered: number[] = [];
    const works = [0, 1, 2, 3].map(work);
    const taken = works.map((one, n) =>
      slots.take("a", () => {
        entered.push(n);
        return one.run();
      }),
    );
    assert.deepEqual(entered, [0, 1]);
    works[1]?.end();
    await taken[1];
    await new Promise(setImmediate);
    assert.deepEqual(entered, [0, 1, 2]);
    for (const one of works) one.end();
    await Promise.all(taken);
    assert.deepEqual(entered, [0, 1, 2, 3]);
  });

  test("are each name's own", async () => {
    const slots = createSlots({ atOnce: 1 });
    const held = work();
    const first = slots.take("a", held.run);
    assert.deepEqual(await slots.take("b", async () => ({ n: 2 })), { n: 2 });
    held.end();
    await first;
  });

  test("send away who would wait long, each for another time, and are free again afterwards", async () => {
    const slots = createSlots({ atOnce: 1 });
    const held = work();
    const first = slots.take("a", held.run);
    let entered = 0;
    const enter = async () => {
      entered += 1;
      return { n: 3 };
    };
    const pauses: number[] = [];
    for (let n = 0; n < 20; n += 1) {
      const answer = await slots.take("a", enter);
      assert.ok("comeBackIn" in answer);
      pauses.push(answer.comeBackIn);
    }
    assert.equal(entered, 0);
    assert.equal(new Set(pauses).size, 20);
    assert.ok(pauses.every((pause) => pause > 0 && pause <= 300_000));
    held.end();
    await first;
    assert.deepEqual(await slots.take("a", enter), { n: 3 });
  });

  test("never send anybody away for longer than five minutes", async () => {
    const slots = createSlots({ atOnce: 1 });
    const held = work();
    const first = slots.take("a", held.run);
    const away = await Promise.all(Array.from({ length: 1_000 }, () => slots.take("a", held.run)));
    for (const answer of away) assert.ok("comeBackIn" in answer && answer.comeBackIn <= 300_000);
    held.end();
    await first;
  });

  test("are given back by work that fails", async () => {
    const slots = createSlots({ atOnce: 1 });
    await assert.rejects(
      slots.take("a", () => Promise.reject(new Error("broken"))),
      /broken/,
    );
    assert.deepEqual(await slots.take("a", async () => ({ n: 4 })), { n: 4 });
  });

  test("are one for a name whose work got stuck, until some of it is done in time, or a while has passed", async () => {
    let now = 0;
    const slots = createSlots({ atOnce: 2, stuckAfter: 100, now: () => now });
    const stick = () =>
      slots.take("a", async () => {
        now += 100;
        return { n: 5 };
      });
    /** Whether two are let in at once. */
    const isWide = async () => {
      const works = [work(), work()];
      const taken = works.map(({ run }) => slots.take("a", run));
      // The second is let in at once, or waits for the first.
      works[1]?.end();
      const second = taken[1] ?? assert.fail();
      const isIn = await Promise.race([second.then((answer) => "n" in answer), taken[0]?.then(() => false)]);
      works[0]?.end();
      await Promise.all(taken);
      return isIn;
    };
    assert.equal(await isWide(), true);
    await stick();
    assert.equal(await isWide(), false);
    // The work of that was done in time.
    assert.equal(await isWide(), true);
    await stick();
    now += 600_000;
    assert.equal(await isWide(), true);
  });

  test("learn nothing of work that was left undone elsewhere", async () => {
    const [outer, inner] = [createSlots({ atOnce: 1 }), createSlots({ atOnce: 1 })];
    const held = work();
    const first = inner.take("b", held.run);
    const answer = await outer.take("a", () => inner.take("b", held.run));
    assert.ok("comeBackIn" in answer);
    held.end();
    await first;
    assert.deepEqual(await outer.take("a", () => inner.take("b", async () => ({ n: 6 }))), { n: 6 });
  });
});
