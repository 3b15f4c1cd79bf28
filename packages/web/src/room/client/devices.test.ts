import assert from "node:assert/strict";
import { test } from "node:test";
import { constraintsFor, listDevices, troubleOf } from "./devices.ts";

test("refused, missing and taken devices are told apart, in every browser's words", () => {
  const said = (name: string, message = "") => troubleOf({ name, message });
  assert.equal(said("NotAllowedError", "Permission denied"), "refused");
  assert.equal(said("NotAllowedError", "Permission denied by system"), "refused_by_system");
  assert.equal(said("NotFoundError"), "none");
  assert.equal(said("OverconstrainedError"), "none");
  assert.equal(said("NotReadableError"), "in_use");
  assert.equal(said("AbortError"), "in_use");
  assert.equal(said("SecurityError"), "insecure");
  assert.equal(said("TypeError"), "failed");
  assert.equal(troubleOf(undefined), "failed");
});

test("devices that have no id yet are no choice, and nameless ones are numbered", () => {
  const lists = listDevices([
    { kind: "videoinput", deviceId: "", label: "" },
    { kind: "audioinput", deviceId: "a", label: "Headset" },
    { kind: "audioinput", deviceId: "b", label: "" },
    { kind: "audiooutput", deviceId: "c", label: "Speakers" },
  ]);
  assert.deepEqual(lists, {
    cameras: [],
    microphones: [
      { id: "a", name: "Headset" },
      { id: "b", name: "2" },
    ],
    speakers: [{ id: "c", name: "Speakers" }],
  });
});

test("an exact device is asked for only when one was chosen", () => {
  assert.deepEqual(constraintsFor("camera", "x").video, {
    width: { ideal: 1280 },
    height: { ideal: 720 },
    frameRate: { ideal: 24, max: 30 },
    deviceId: { exact: "x" },
  });
  assert.equal((constraintsFor("camera", null).video as MediaTrackConstraints).facingMode, "user");
  assert.equal((constraintsFor("microphone", null).audio as MediaTrackConstraints).deviceId, undefined);
});
