import assert from "node:assert/strict";
import { test } from "node:test";
import { cameraQuality } from "./quality.ts";

test("what one receives stays below 3 Mbit/s, however many cameras are on", () => {
  for (let cameras = 1; cameras <= 12; cameras++) {
    const received = (cameras - 1) * cameraQuality(cameras).maxBitrate;
    assert.ok(received < 3_000_000, `${cameras} cameras: ${received}`);
  }
});
