import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { entryWindow } from "./entry.ts";
import type { RoomSubject, SubjectState } from "./subject.ts";

const at = (clock: string) => new Date(`2026-03-02T${clock}Z`);

interface Case {
  state?: SubjectState;
  endsAt?: Date | null;
  beganAt?: Date | null;
  endedAt?: Date | null;
  isOccupied?: boolean;
}

/** A session from ten to eleven, whose room has half an hour of grace. */
const stateAt = (clock: string, given: Case = {}) => {
  const {
    state = "ahead",
    endsAt = at("11:00:00.000"),
    beganAt = null,
    endedAt = null,
    isOccupied = false,
  } = given;
  const subject = { startsAt: at("10:00:00.000"), endsAt, state } as RoomSubject;
  return entryWindow({ subject, beganAt, endedAt }, { now: at(clock), grace: 30, isOccupied }).state;
};

describe("a room", () => {
  it("opens a quarter of an hour before the start, to the millisecond", () => {
    assert.equal(stateAt("09:44:59.999"), "early");
    assert.equal(stateAt("09:45:00.000"), "open");
  });

  it("closes when the grace after the planned end is over, to the millisecond", () => {
    assert.equal(stateAt("11:29:59.999"), "open");
    assert.equal(stateAt("11:30:00.000"), "over");
  });

  it("opens earlier where the session was begun earlier", () => {
    assert.equal(stateAt("08:00:00.000", { state: "running" }), "open");
  });

  it("can be entered again while people are in it, for twelve hours after the start", () => {
    const late = { state: "running", isOccupied: true } as const;
    assert.equal(stateAt("11:30:00.000", late), "open");
    assert.equal(stateAt("21:59:59.999", late), "open");
    assert.equal(stateAt("22:00:00.000", late), "over");
  });

  it("of a session without a planned end closes twelve hours after it was begun", () => {
    assert.equal(stateAt("21:59:59.999", { endsAt: null }), "open");
    assert.equal(stateAt("22:00:00.000", { endsAt: null }), "over");
    const begun = { endsAt: null, state: "running", beganAt: at("11:00:00.000") } as const;
    assert.equal(stateAt("22:59:59.999", begun), "open");
    assert.equal(stateAt("23:00:00.000", begun), "over");
  });

  it("is closed once the session is over or canceled, whatever the time", () => {
    for (const clock of ["08:00:00.000", "10:30:00.000", "23:00:00.000"]) {
      assert.equal(stateAt(clock, { state: "over" }), "over");
      assert.equal(stateAt(clock, { state: "canceled", isOccupied: true }), "canceled");
      assert.equal(stateAt(clock, { endedAt: at("10:10:00.000"), isOccupied: true }), "over");
    }
  });
});
