import assert from "node:assert/strict";
import { test } from "node:test";
import { Capture } from "./capture.ts";

const openTrack = () => {
  const track = { readyState: "live", enabled: true, getSettings: () => ({ deviceId: "one" }), stop };
  function stop(): void {
    track.readyState = "ended";
  }
  return track as unknown as MediaStreamTrack;
};

test("what is switched off while the browser still asks for it stays off, and is closed", () => {
  const camera = new Capture("camera", null);
  const track = openTrack();
  camera.expect();
  camera.switchOff();
  camera.adopt(track);
  assert.deepEqual([camera.state.isOn, camera.track, track.readyState], [false, null, "ended"]);
});

test("a muted microphone stays open, and is closed when it is given back", () => {
  const microphone = new Capture("microphone", null);
  const track = openTrack();
  microphone.expect();
  microphone.adopt(track);
  assert.equal(microphone.track, track);
  microphone.switchOff();
  assert.deepEqual([microphone.track, track.enabled, track.readyState], [null, false, "live"]);
  microphone.release();
  assert.equal(track.readyState, "ended");
});
