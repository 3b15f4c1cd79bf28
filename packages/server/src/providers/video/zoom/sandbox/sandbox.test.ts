import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, test } from "node:test";
import { hours } from "#kernel/clock.ts";
import { eventually } from "../../../../../test/eventually.ts";
import { made, startTestAccount, type TestAccount, wanted } from "../test/account.ts";

let account: TestAccount;

beforeEach(async () => {
  account = await startTestAccount();
});
afterEach(() => account.sandbox.close());

describe("the sandbox", () => {
  test("refuses what Zoom refuses", async () => {
    const token = await fetch(
      `${account.sandbox.url}/oauth/token?grant_type=account_credentials&account_id=${account.sandbox.credentials.accountId}`,
      {
        method: "POST",
        headers: {
          authorization: `Basic ${btoa(`${account.sandbox.credentials.clientId}:${account.sandbox.credentials.clientSecret}`)}`,
        },
      },
    ).then((response) => response.json() as Promise<{ access_token: string; expires_in: number }>);
    assert.equal(token.expires_in, 3_600);
    const call = async (method: string, path: string, body?: string) => {
      const headers = { authorization: `Bearer ${token.access_token}`, "content-type": "application/json" };
      const response = await fetch(account.sandbox.url + path, { method, headers, body });
      const text = await response.text();
      return [response.status, text && JSON.parse(text).code];
    };
    assert.deepEqual(await call("POST", "/v2/users/me/meetings", "{"), [400, 300]);
    assert.deepEqual(await call("POST", "/v2/users/me/meetings", '{"topic":7}'), [400, 300]);
    assert.deepEqual(await call("POST", "/v2/users/me/meetings", '{"password":"elevenchars"}'), [400, 300]);
    assert.deepEqual(await call("POST", "/v2/users/else/meetings", "{}"), [404, 1001]);
    assert.deepEqual(await call("GET", "/v2/meetings/95317175962"), [404, 3001]);
    assert.deepEqual(await call("GET", "/v2/users/me/meetings?page_size=301"), [400, 300]);
    assert.deepEqual(await call("GET", "/v2/nothing"), [404, 2300]);
    account.clock.advance(hours(1));
    assert.deepEqual(await call("GET", "/v2/users/me/meetings"), [401, 124]);
  });

  test("notifies an endpoint, signed", async () => {
    const received: { headers: Record<string, string | undefined>; body: Buffer }[] = [];
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      received.push({ headers: request.headers as Record<string, string>, body: Buffer.concat(chunks) });
      response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      const { meetings, rooms } = account.adapter();
      const { meetingId: id } = made(await meetings.createMeeting(wanted()));
      const meeting = { id, uuid: "run==", topic: "x" };
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const answer = await account.sandbox.notify(
        url,
        { event: "meeting.started", at: account.clock() },
        meeting,
      );
      assert.equal(answer.status, 204);
      await eventually(async () => assert.equal(received.length, 1));
      const [notification] = received;
      assert.ok(notification);
      const notified = await rooms.readNotification({ ...notification, now: account.clock() });
      const occurrence = { kind: "began", at: account.clock() };
      assert.deepEqual(notified, { happened: [{ reference: String(id), occurrence }] });
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });
});
