import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { median, takeTurns } from "../contest.ts";
import { type Figure, type Measured, notMeasured } from "../figures.ts";
import { reachedText } from "./texts.ts";
import { verdicts } from "./verdict.ts";

const measured = (name: string, value: number, errors = 0): Measured => ({
  ...{ name, median: value, low: value, high: value, errors, rounds: 5 },
});

const figure = (contestants: Measured[], more: Partial<Figure>): Figure => ({
  ...{ what: "an item", unit: "requests/s", better: "more", contestants, ...more },
});

const outcomes = (one: Figure) => verdicts(one).map(({ outcome }) => outcome);

describe("a target", () => {
  const target = { of: "Convene", against: "floor", ratio: 1 };

  test("is met by as much as it asks for, and missed by less", () => {
    const at = (value: number) => figure([measured("floor", 100), measured("Convene", value)], { target });
    assert.deepEqual(outcomes(at(100)), ["met"]);
    assert.deepEqual(outcomes(at(99)), ["missed"]);
  });

  test("that is hardly missed says by how much", () => {
    const missed = figure([measured("floor", 1_000), measured("Convene", 996)], { target });
    const [verdict] = verdicts(missed);
    assert.ok(verdict);
    assert.equal(reachedText(missed, verdict), "0.9960");
  });

  test("is turned round where less is better", () => {
    const at = (value: number) =>
      figure([measured("floor", 100), measured("Convene", value)], {
        better: "less",
        target: { ...target, ratio: 1.1 },
      });
    assert.deepEqual(outcomes(at(109)), ["met"]);
    assert.deepEqual(outcomes(at(111)), ["missed"]);
  });

  test("can be a limit in the figure's own unit", () => {
    const limited = { of: "Convene", against: "limit", ratio: 1 };
    const at = (value: number) =>
      figure([measured("Convene", value)], { better: "less", target: limited, limit: 200 });
    assert.deepEqual(outcomes(at(200)), ["met"]);
    assert.deepEqual(outcomes(at(201)), ["missed"]);
  });

  test("is void when either of the two had errors, however quick", () => {
    const floor = measured("floor", 100);
    assert.deepEqual(outcomes(figure([floor, measured("Convene", 500, 1)], { target })), ["void"]);
    assert.deepEqual(outcomes(figure([measured("floor", 1, 1), measured("Convene", 5)], { target })), [
      "void",
    ]);
  });

  test("is neither met nor missed against somebody who did not take part", () => {
    const convene = measured("Convene", 100);
    const peer = { ...target, against: "Directus" };
    assert.deepEqual(outcomes(figure([convene], { target: [peer] })), ["not measured"]);
    const absent = notMeasured("Directus", "it is not installed");
    assert.deepEqual(outcomes(figure([convene, absent], { target: peer })), ["not measured"]);
  });
});

describe("a contest", () => {
  test("takes turns, counts no warm-up, and says median, worst and best", async () => {
    const order: string[] = [];
    const contestant = (name: string, values: number[]) => ({
      name,
      async round() {
        order.push(name);
        return { value: values.shift() ?? 0, errors: 0 };
      },
    });
    const results = await takeTurns([contestant("A", [900, 3, 1, 2]), contestant("B", [0, 5, 5, 8])], {
      rounds: 3,
      warmUp: 1,
    });
    assert.equal(order.join(""), "ABABABAB");
    assert.deepEqual(results, [
      { ...measured("A", 2), low: 1, high: 3, rounds: 3 },
      { ...measured("B", 5), low: 5, high: 8, rounds: 3 },
    ]);
  });

  test("keeps the errors of its warm-up", async () => {
    const clumsy = { name: "A", round: async () => ({ value: 1, errors: 2 }) };
    assert.equal((await takeTurns([clumsy], { rounds: 2, warmUp: 1 }))[0]?.errors, 6);
  });

  test("has no median without rounds, and of an even number the mean of the two in the middle", () => {
    assert.equal(median([]), Number.NaN);
    assert.equal(median([4, 1, 3, 2]), 2.5);
  });
});
