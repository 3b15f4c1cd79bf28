import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, mock, test } from "node:test";
import { createWakeUps } from "./wake-ups.ts";

describe("wake-ups", () => {
  beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
  afterEach(() => mock.timers.reset());

  test("go out at once, and those that follow closely as one, never left out", () => {
    const sent: string[] = [];
    const { wake } = createWakeUps((channel) => sent.push(channel));
    for (let n = 0; n < 5; n += 1) wake("events");
    assert.deepEqual(sent, ["events"]);
    mock.timers.tick(10);
    assert.deepEqual(sent, ["events", "events"]);
    wake("events");
    mock.timers.tick(10);
    assert.equal(sent.length, 3);
    mock.timers.tick(1_000);
    assert.equal(sent.length, 3);
    wake("events");
    assert.equal(sent.length, 4);
  });

  test("do not wait for those of another channel", () => {
    const sent: string[] = [];
    const { wake } = createWakeUps((channel) => sent.push(channel));
    wake("one");
    wake("other");
    assert.deepEqual(sent, ["one", "other"]);
  });

  test("end when they are stopped", () => {
    const sent: string[] = [];
    const { wake, stop } = createWakeUps((channel) => sent.push(channel));
    wake("events");
    wake("events");
    stop();
    mock.timers.tick(1_000);
    assert.deepEqual(sent, ["events"]);
  });
});
