import assert from "node:assert/strict";
import { test } from "node:test";
import { CandidateQueue } from "./candidates.ts";

test("candidates that come before the description wait for it, in their order", () => {
  const given: unknown[] = [];
  const queue = new CandidateQueue({
    async addIceCandidate(candidate) {
      given.push(candidate);
    },
  });
  queue.add({ candidate: "first" });
  queue.add({ candidate: "second" });
  assert.deepEqual(given, []);
  queue.open();
  queue.add(null);
  assert.deepEqual(given, [{ candidate: "first" }, { candidate: "second" }, null]);
});

test("a candidate that the connection refuses is let fall", async () => {
  const queue = new CandidateQueue({ addIceCandidate: () => Promise.reject(new Error("stale")) });
  queue.open();
  queue.add({ candidate: "stale" });
  await new Promise((resolve) => setImmediate(resolve));
});
