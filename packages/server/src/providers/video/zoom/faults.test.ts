import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import { hours, minutes } from "#kernel/clock.ts";
import { creation, made, refused, startTestAccount, type TestAccount, wanted } from "./test/account.ts";

let account: TestAccount;

beforeEach(async () => {
  account = await startTestAccount();
});
afterEach(() => account.sandbox.close());

describe("the access token", () => {
  test("is asked for once by many at once, and again shortly before it expires", async () => {
    const { meetings } = account.adapter();
    await Promise.all(Array.from({ length: 20 }, () => meetings.createMeeting(wanted())));
    account.clock.advance(minutes(58));
    made(await meetings.createMeeting(wanted()));
    assert.equal(account.asked("POST /oauth/token"), 1);
    account.clock.advance(minutes(1));
    made(await meetings.createMeeting(wanted()));
    account.clock.advance(hours(5));
    made(await meetings.createMeeting(wanted()));
    assert.equal(account.asked("POST /oauth/token"), 3);
    assert.equal(account.sandbox.meetings().length, 23);
  });

  test("is renewed once when Zoom takes it no longer (401, code 124), and the meeting is made once", async () => {
    const { meetings } = account.adapter();
    made(await meetings.createMeeting(wanted()));
    account.sandbox.revokeTokens();
    made(await meetings.createMeeting(wanted()));
    assert.deepEqual([account.asked("POST /oauth/token"), account.sandbox.meetings().length], [2, 2]);
    account.answerFirst(2, { status: 401, body: { code: 124, message: "Invalid access token." } });
    const { refusal, mayExist } = refused(await meetings.createMeeting(wanted()));
    assert.deepEqual(
      [refusal.code, mayExist, account.asked("POST /oauth/token")],
      ["provider_refused", false, 3],
    );
  });

  test("is refused to wrong credentials, in words that keep them", async () => {
    for (const wrong of [{ clientSecret: "wrong" }, { clientId: "wrong" }, { accountId: "wrong" }]) {
      const { refusal, mayExist } = refused(
        await account.adapter({}, wrong).meetings.createMeeting(wanted()),
      );
      assert.deepEqual([refusal.code, refusal.status, mayExist], ["provider_refused", 502, false]);
      assert.match(refusal.detail ?? "", /credentials/);
      assert.doesNotMatch(
        JSON.stringify({ ...refusal }),
        new RegExp(account.sandbox.credentials.clientSecret),
      );
    }
    assert.equal(account.asked(creation), 0);
  });

  test("that Zoom answers without a token, or not at all, is said and leaves no doubt", async () => {
    for (const answer of [
      { status: 200, body: "<html>" },
      { status: 200, body: { access_token: 7 } },
      { status: 503, body: "" },
    ]) {
      account.sandbox.interfere = () => answer;
      const { refusal, mayExist } = refused(await account.adapter().meetings.createMeeting(wanted()));
      assert.deepEqual([refusal.code, mayExist], ["provider_unavailable", false]);
    }
  });
});

describe("an error that Zoom documents", () => {
  const cases: [status: number, code: number, message: string, words: RegExp][] = [
    [400, 300, "Validation Failed.", /does not accept what it was asked/],
    [404, 1001, "User does not exist: x.", /user .* does not exist/],
    [400, 1010, "User does not belong to this account: x.", /another account/],
    [400, 3161, "Meeting hosting and scheduling capabilities are not allowed.", /may not host/],
    [400, 4711, "Invalid access token, does not contain scopes.", /lacks a scope/],
    [400, 200, "No permission.", /may not do this/],
    [403, 0, "Forbidden", /status 403/],
  ];
  for (const [status, code, message, words] of cases) {
    test(`${status}, code ${code}, is a clear refusal, and is not tried again`, async () => {
      account.answerFirst(9, { status, body: { code, message } });
      const { refusal, mayExist } = refused(await account.adapter().meetings.createMeeting(wanted()));
      assert.deepEqual([refusal.code, refusal.status, mayExist], ["provider_refused", 502, false]);
      assert.match(refusal.detail ?? "", words);
      assert.ok(refusal.internal?.includes(message));
      assert.equal(account.asked(creation), 1);
    });
  }

  test("of a field names the field in the log", async () => {
    const answered = refused(
      await account.adapter().meetings.createMeeting(wanted({ timeZone: "Mars/Olympus" })),
    );
    assert.match(answered.refusal.internal ?? "", /timezone: Invalid field/);
    assert.equal(answered.mayExist, false);
  });

  test("429 is waited for where the wait is short, and the meeting is made once", async () => {
    account.answerFirst(2, {
      status: 429,
      headers: { "retry-after": "0" },
      body: { code: 429, message: "slow down" },
    });
    made(await account.adapter().meetings.createMeeting(wanted()));
    assert.deepEqual([account.asked(creation), account.sandbox.meetings().length], [3, 1]);
  });

  test("429 of a daily limit says when to come back", async () => {
    const until = new Date(account.clock().getTime() + hours(2)).toISOString();
    for (const [header, seconds] of [
      ["3600", 3_600],
      [until, 7_200],
    ] as const) {
      account.answerFirst(9, {
        status: 429,
        headers: { "retry-after": header },
        body: { code: 429, message: "daily" },
      });
      const { refusal, mayExist } = refused(await account.adapter().meetings.createMeeting(wanted()));
      assert.deepEqual(
        [refusal.code, refusal.retryAfter, mayExist],
        ["provider_unavailable", seconds, false],
      );
    }
    assert.equal(account.asked(creation), 2);
  });

  test("that the meeting has ended already is as good as deleted; that it is in progress is not", async () => {
    const { meetings } = account.adapter();
    account.answerFirst(1, { status: 400, body: { code: 3007, message: "it's ended" } });
    await meetings.deleteMeeting(95317175962);
    account.answerFirst(1, { status: 400, body: { code: 3002, message: "it's in progress" } });
    await assert.rejects(meetings.deleteMeeting(95317175962), { code: "provider_refused" });
  });
});
