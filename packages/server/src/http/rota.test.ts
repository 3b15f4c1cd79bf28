import assert from "node:assert/strict";
import { describe, it, mock } from "node:test";
import { createRota } from "./rota.ts";

describe("a rota", () => {
  for (const every of [40, 25_000]) {
    it(`gives each its turn within ${every} ms, and again after as long, however late it came`, () => {
      mock.timers.enable({ apis: ["setInterval"] });
      const [turns, added] = [new Map<number, number[]>(), new Map<number, number>()];
      let now = 0;
      const onTurn = (those: Iterable<number>) => {
        for (const each of those) turns.set(each, [...(turns.get(each) ?? []), now]);
      };
      const rota = createRota<number>({ every, onTurn });
      const step = every / 100;
      for (let count = 0; count < 400; count += 1) {
        if (count < 100) {
          added.set(count, now);
          rota.add(count);
        }
        now += step;
        mock.timers.tick(step);
      }
      assert.equal(turns.size, 100);
      for (const [each, times] of turns) {
        const waits = times.map((time, index) => time - (times[index - 1] ?? added.get(each) ?? 0));
        // The clock moves in steps, and each turn is seen at the step that follows it.
        assert.ok(
          waits.every((wait) => wait <= every + step),
          `${each} waited ${waits}`,
        );
        assert.ok(
          waits.slice(1).every((wait) => wait >= every - step),
          `${each} waited ${waits}`,
        );
      }
      if (every > 1_000) assert.ok(new Set([...turns.values()].map(([first]) => first)).size >= 50);
      rota.stop();
      mock.timers.reset();
    });
  }

  it("gives those of one group their turn together, within the same time", () => {
    mock.timers.enable({ apis: ["setInterval"] });
    const turns: string[][] = [];
    const rota = createRota<string>({ every: 1_000, onTurn: (those) => void turns.push([...those]) });
    const groups = Array.from({ length: 20 }, (_, n) => `group ${n}`);
    for (const member of ["a", "b"]) {
      for (const group of groups) rota.add(`${group} ${member}`, group);
      mock.timers.tick(20);
    }
    turns.length = 0;
    mock.timers.tick(1_000);
    assert.deepEqual(
      turns.flat().toSorted(),
      groups.flatMap((group) => [`${group} a`, `${group} b`]).toSorted(),
    );
    for (const group of groups)
      assert.ok(turns.some((those) => ["a", "b"].every((member) => those.includes(`${group} ${member}`))));
    assert.ok(turns.length > 5, `${turns.length} turns`);
    rota.stop();
    mock.timers.reset();
  });

  it("has no turn for who was taken away, nor after its end", () => {
    mock.timers.enable({ apis: ["setInterval"] });
    const turns: string[] = [];
    const rota = createRota<string>({ every: 100, onTurn: (those) => void turns.push(...those) });
    for (const each of ["one", "two"]) rota.add(each);
    mock.timers.tick(50);
    rota.remove("one");
    mock.timers.tick(100);
    assert.deepEqual(turns, ["two"]);
    rota.stop();
    mock.timers.tick(1_000);
    assert.deepEqual(turns, ["two"]);
    mock.timers.reset();
  });
});
