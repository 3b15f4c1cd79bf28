import assert from "node:assert/strict";
import { test } from "node:test";
import { loudness } from "./levels.ts";

const tone = (amplitude: number) =>
  Array.from({ length: 512 }, (_, index) => amplitude * Math.sin(index / 5));

test("silence is 0, full scale nearly 1, and each tenfold of the amplitude a third more", () => {
  assert.equal(loudness(new Float32Array(512)), 0);
  assert.ok(loudness(tone(1)) > 0.9);
  const step = loudness(tone(0.1)) - loudness(tone(0.01));
  assert.ok(Math.abs(step - 1 / 3) < 0.001, String(step));
});
