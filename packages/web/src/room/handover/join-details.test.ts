import assert from "node:assert/strict";
import { test } from "node:test";
import { readJoin, spaced } from "./join-details.ts";

const zoom = {
  provider: "zoom",
  joinUrl: "https://zoom.us/j/1?pwd=x",
  meetingId: 85012345678,
  password: "x",
};

test("a Zoom meeting is its address, its id and its password", () => {
  assert.deepEqual(readJoin(zoom), { ...zoom, meetingId: "85012345678" });
});

test("no browser is sent to an address that is not the web's", () => {
  for (const joinUrl of ["javascript:alert(1)", "data:text/html,x", "zoommtg://x", "", "//"]) {
    assert.equal(readJoin({ ...zoom, joinUrl }), null, joinUrl);
  }
});

test("other providers' details are shown by the names that their clients ask for", () => {
  assert.deepEqual(readJoin({ provider: "livekit", url: "wss://l", token: "t", expiresAt: "2026" }), {
    provider: "livekit",
    facts: [
      { name: "url", value: "wss://l" },
      { name: "token", value: "t" },
    ],
  });
});

test("what is unknown is nothing", () => {
  for (const join of [null, "zoom", {}, { provider: "other" }]) assert.equal(readJoin(join), null);
});

test("a meeting id is written in groups", () => {
  assert.equal(spaced("85012345678"), "850 1234 5678");
  assert.equal(spaced("8501234567"), "850 123 4567");
});
