import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { describe, test } from "node:test";
import { minutes, plus, seconds } from "#kernel/clock.ts";
import { readZoomNotification } from "./notifications.ts";
import { type SandboxEvent, writeNotification } from "./sandbox/notify.ts";

const now = new Date("2026-04-14T20:30:00.000Z");
const secret = "6nQ0hZxQ1cJxkq2cT8yQvw";
const meeting = { id: 95317175962, uuid: "run1==", topic: "A session" };
const write = (event: SandboxEvent, at = now) =>
  writeNotification(event, meeting, { accountId: "account", webhookSecret: secret, now: at });
const started: SandboxEvent = { event: "meeting.started", at: now };

const read = (notification: ReturnType<typeof write>, at = now, key: string | null = secret) =>
  readZoomNotification({ ...notification, now: at }, key);

/** What it says happened; of who joined, also that the meeting has begun. */
function happened(event: SandboxEvent) {
  const [first, ...more] = read(write(event))?.happened ?? [];
  assert.equal(first?.reference, "95317175962");
  const isJoining = event.event === "meeting.participant_joined";
  const began = { reference: "95317175962", occurrence: { kind: "began", at: first.occurrence.at } };
  assert.deepEqual(more, isJoining ? [began] : []);
  return first.occurrence;
}

describe("a notification of Zoom's", () => {
  test("is signed as its documentation computes it", () => {
    const body = Buffer.from('{"event":"meeting.ended","payload":{"object":{"id":"1"}}}');
    const timestamp = String(now.getTime() / 1000);
    const hash = createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex");
    const headers = { "x-zm-signature": `v0=${hash}`, "x-zm-request-timestamp": timestamp };
    assert.ok(read({ headers, body }));
  });

  test("is nobody's with another signature, secret, body or time, or none", () => {
    const genuine = write(started);
    const other = write({ event: "meeting.ended", at: now });
    const { "x-zm-signature": signature = "", ...unsigned } = genuine.headers;
    assert.equal(read({ ...genuine, headers: unsigned }), null);
    assert.equal(read({ ...genuine, body: other.body }), null);
    assert.equal(read({ ...genuine, body: Buffer.concat([genuine.body, Buffer.from(" ")]) }), null);
    assert.equal(read(genuine, now, "another secret"), null);
    assert.equal(read(genuine, now, null), null);
    for (const forged of [signature.slice(3), `${signature}0`, signature.slice(0, -1), "v0=", "v1="]) {
      const headers = { ...genuine.headers, "x-zm-signature": forged };
      assert.equal(read({ ...genuine, headers }), null, forged);
    }
    for (const time of ["", "now", "-1", "1e9", String(now.getTime() / 1000 + 1), String(now.getTime())]) {
      const headers = { ...genuine.headers, "x-zm-request-timestamp": time };
      assert.equal(read({ ...genuine, headers }), null, time);
    }
  });

  test("is too old after five minutes, and a repeat within them says the same", () => {
    const genuine = write(started);
    assert.deepEqual(read(genuine, plus(now, minutes(5))), read(genuine));
    assert.equal(read(genuine, plus(now, minutes(5) + seconds(1))), null);
    assert.equal(read(genuine, plus(now, -minutes(5) - seconds(1))), null);
  });

  test("that validates the URL is answered with the token and its HMAC", () => {
    const notified = read(write({ event: "endpoint.url_validation", plainToken: "qgg8vlvZRS6UYooatFL8Aw" }));
    const encryptedToken = createHmac("sha256", secret).update("qgg8vlvZRS6UYooatFL8Aw").digest("hex");
    const answer = { plainToken: "qgg8vlvZRS6UYooatFL8Aw", encryptedToken };
    assert.deepEqual(notified, { happened: [], answer });
  });

  test("tells who came and went, each coming by an id of its own", () => {
    const ada = { userId: "16778240", name: "Ada", id: "ada-at-zoom", uuid: "55555AAAA" };
    const [at, later] = [plus(now, -minutes(3)), plus(now, -minutes(1))];
    const joined = happened({ event: "meeting.participant_joined", at, participant: ada });
    const participant = { key: "ada-at-zoom", name: "Ada" };
    assert.deepEqual(joined, { kind: "joined", at, connectionId: "55555AAAA", participant });
    const left = happened({ event: "meeting.participant_left", at: later, participant: ada });
    assert.deepEqual(left, { kind: "left", at: later, connectionId: "55555AAAA" });
    const again = { ...ada, userId: "16778241", uuid: "66666BBBB" };
    assert.deepEqual(happened({ event: "meeting.participant_joined", at: later, participant: again }), {
      ...{ kind: "joined", at: later, connectionId: "66666BBBB", participant },
    });
  });

  test("tells a telephone without a uuid by its number in this run of the meeting", () => {
    const phone = { userId: "16778242", name: " " };
    const joined = happened({ event: "meeting.participant_joined", at: now, participant: phone });
    const connectionId = "run1== 16778242";
    const participant = { key: connectionId, name: "Somebody" };
    assert.deepEqual(joined, { kind: "joined", at: now, connectionId, participant });
  });

  test("tells that the meeting began and ended, and of other things nothing", () => {
    assert.deepEqual(happened(started), { kind: "began", at: now });
    assert.deepEqual(happened({ event: "meeting.ended", at: now }), { kind: "emptied", at: now });
    const other = write({ ...started, event: "meeting.sharing_started" as "meeting.started" });
    assert.deepEqual(read(other), { happened: [] });
  });
});
