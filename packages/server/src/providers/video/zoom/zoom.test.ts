import assert from "node:assert/strict";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, test } from "node:test";
import { newId } from "#kernel/ids.ts";
import { freePort } from "../../../../test/free-ports.ts";
import { creation, made, refused, startTestAccount, type TestAccount, wanted } from "./test/account.ts";

let account: TestAccount;

beforeEach(async () => {
  account = await startTestAccount();
});
afterEach(() => account.sandbox.close());

/** Waits so briefly that a server that hangs is found out. */
const brief = { request: 1_000, operation: 3_000 };

describe("a meeting at Zoom", () => {
  test("is made as it was asked for: closed until the host comes, and found by its reference", async () => {
    const { meetings } = account.adapter();
    const request = wanted({ title: `Ω${"x".repeat(300)}` });
    const meeting = made(await meetings.createMeeting(request));
    const [there] = account.sandbox.meetings();
    assert.ok(there);
    assert.deepEqual(meeting, { meetingId: there.id, password: there.password, joinUrl: there.join_url });
    assert.match(String(meeting.meetingId), /^\d{11}$/);
    assert.match(meeting.password, /^(?=.*[a-z])(?=.*\d)[a-z0-9]{10}$/);
    assert.equal(there.topic, `Ω${"x".repeat(199)}`);
    assert.deepEqual(
      [there.type, there.start_time, there.timezone, there.duration],
      [2, "2026-04-14T20:30:00Z", "America/Los_Angeles", 75],
    );
    assert.equal(there.settings.join_before_host, false);
    assert.equal(there.settings.waiting_room, true);
    assert.deepEqual(await meetings.findMeetings(request.reference), [meeting.meetingId]);
    assert.deepEqual(await meetings.findMeetings(newId()), []);
    assert.deepEqual(await meetings.readMeeting(meeting.meetingId), meeting);
  });

  test("is found among more than one page of others", async () => {
    const { meetings } = account.adapter();
    const request = wanted();
    const meeting = made(await meetings.createMeeting(request));
    for (let n = 0; n < 305; n += 1) made(await meetings.createMeeting(wanted()));
    assert.deepEqual(await meetings.findMeetings(request.reference), [meeting.meetingId]);
  });

  test("moves and changes its name, and nothing else of it", async () => {
    const { meetings } = account.adapter();
    const meeting = made(await meetings.createMeeting(wanted()));
    const [before] = structuredClone(account.sandbox.meetings());
    const later = wanted({ title: "Another name", startsAt: new Date("2026-05-01T08:00:00Z") });
    assert.equal(await meetings.updateMeeting(meeting.meetingId, later), true);
    const [after] = account.sandbox.meetings();
    assert.deepEqual(after, { ...before, topic: "Another name", start_time: "2026-05-01T08:00:00Z" });
  });

  test("is deleted, and one that is gone already is no fault", async () => {
    const { meetings } = account.adapter();
    const { meetingId } = made(await meetings.createMeeting(wanted()));
    await meetings.deleteMeeting(meetingId);
    await meetings.deleteMeeting(meetingId);
    assert.deepEqual(account.sandbox.meetings(), []);
    assert.equal(await meetings.readMeeting(meetingId), null);
    assert.equal(await meetings.updateMeeting(meetingId, wanted()), false);
  });
});

describe("an answer that does not come", () => {
  test("is not asked for again where that could make a second meeting, and leaves a doubt", async () => {
    for (const interference of [
      { silence: "before" },
      { silence: "after" },
      { cut: "after" },
      { status: 500, body: "" },
      { status: 502, body: "<html>Bad gateway</html>" },
      { status: 201, body: "<html>" },
      { status: 201, body: { id: "95317175962", join_url: "https://zoom.us/j/1" } },
      { status: 201, body: { id: 95317175962, join_url: "javascript:alert(1)" } },
    ] as const) {
      const before = account.asked(creation);
      account.sandbox.interfere = ({ path }) => (path === "/oauth/token" ? null : interference);
      const { refusal, mayExist } = refused(
        await account.adapter({ patience: brief }).meetings.createMeeting(wanted()),
      );
      const name = JSON.stringify(interference);
      assert.deepEqual([refusal.code, refusal.status, mayExist], ["provider_unavailable", 503, true], name);
      assert.equal(account.asked(creation), before + 1, name);
    }
  });

  test("leaves no doubt where nobody took the question", async () => {
    const { meetings } = account.adapter({ apiUrl: `http://127.0.0.1:${await freePort()}` });
    const { refusal, mayExist } = refused(await meetings.createMeeting(wanted()));
    assert.deepEqual([refusal.code, mayExist], ["provider_unavailable", false]);
    assert.equal(account.asked("POST /oauth/token"), 1);
  });

  test("is asked for again where that is safe", async () => {
    const { meetings } = account.adapter();
    const { meetingId } = made(await meetings.createMeeting(wanted()));
    account.answerFirst(1, { status: 500, body: "" });
    assert.equal(await meetings.updateMeeting(meetingId, wanted({ title: "Once more" })), true);
    account.answerFirst(2, { status: 503, body: "" });
    await meetings.deleteMeeting(meetingId);
    assert.deepEqual(account.sandbox.meetings(), []);
    account.answerFirst(9, { status: 500, body: "" });
    await assert.rejects(meetings.deleteMeeting(meetingId), { code: "provider_unavailable" });
  });

  test("ends a whole operation in time, however long each try takes", async () => {
    const hanging: RequestListener = (request, response) => {
      if (request.url?.startsWith("/oauth")) {
        response.end(JSON.stringify({ access_token: "token", expires_in: 3_600 }));
      }
    };
    const server = createServer(hanging);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      await assert.rejects(
        account.adapter({ apiUrl: url, oauthUrl: url, patience: brief }).meetings.deleteMeeting(95317175962),
        {
          code: "provider_unavailable",
        },
      );
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  test("of the list is never taken for an empty list", async () => {
    const { meetings } = account.adapter();
    for (const body of ["", {}, { meetings: "none" }]) {
      account.sandbox.interfere = ({ method }) => (method === "GET" ? { status: 200, body } : null);
      await assert.rejects(meetings.findMeetings(newId()), { code: "provider_unavailable" });
    }
  });
});
