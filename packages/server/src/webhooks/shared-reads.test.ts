import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { shareReads } from "./shared-reads.ts";

describe("shared reads", () => {
  test("are one for all who ask before it begins, and never one that had begun", async () => {
    let value = 0;
    let reads = 0;
    const gates: PromiseWithResolvers<void>[] = [];
    const read = shareReads(async (key) => {
      reads += 1;
      const seen = `${key}${value}`;
      const gate = Promise.withResolvers<void>();
      gates.push(gate);
      await gate.promise;
      return seen;
    });
    const first = [read("a"), read("a"), read("b")];
    await new Promise(setImmediate);
    assert.equal(reads, 2);
    value = 1;
    const second = [read("a"), read("a")];
    await new Promise(setImmediate);
    assert.equal(reads, 2, "it waits for the one under way");
    for (const gate of gates.splice(0)) gate.resolve();
    assert.deepEqual(await Promise.all(first), ["a0", "a0", "b0"]);
    await new Promise(setImmediate);
    for (const gate of gates.splice(0)) gate.resolve();
    assert.deepEqual(await Promise.all(second), ["a1", "a1"]);
    assert.equal(reads, 3);
  });

  test("that fail fail for those who shared them, and for nobody after", async () => {
    let fails = true;
    const read = shareReads(async () => {
      if (fails) throw new Error("away");
      return 1;
    });
    const [one, other] = await Promise.allSettled([read("a"), read("a")]);
    assert.deepEqual([one.status, other.status], ["rejected", "rejected"]);
    fails = false;
    assert.equal(await read("a"), 1);
  });
});
