import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, describe, test } from "node:test";
import { invitation, notice } from "../../test/build-notices.ts";
import { capturedMails, openMailbox } from "../../test/mailbox.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { settled, travel } from "../../test/travel.ts";
import { days } from "../kernel/clock.ts";
import { newId } from "../kernel/ids.ts";
import { insertCapturedMail, purgeCapturedMails } from "../notifications/captured-mails-store.ts";
import type { Notice } from "../notifications/notice.ts";
import { notify } from "../notifications/notify.ts";

describe("captured mail in a browser", () => {
  let server: TestServer;
  let organizationId: string;

  before(async () => {
    server = await startTestServer();
    organizationId = await server.build.organization();
    await tell(notice("ada@example.com", { title: "First" }));
    await tell(
      notice("ada@example.com", {
        title: "<script>alert(1)</script>",
        paragraphs: ["<script>alert(2)</script>"],
        calendar: invitation(),
      }),
    );
  });
  after(() => server.close());

  const tell = async (told: Notice) => {
    const cause = { organizationId, eventId: null, cause: newId(), subjectId: newId() };
    await server.server.database.asTenant(organizationId, (tx) => notify(tx, cause, [told], server.clock()));
    await settled(server);
  };

  /** Without fetch, which decides about the Host header itself. */
  const get = (path: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
      const asked = request(server.url + path, { headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString("utf8"),
          }),
        );
      });
      asked.on("error", reject);
      asked.end();
    });

  const newest = async () => {
    const { text } = await get("/dev/mail");
    return /href="\/dev\/mail\/([0-9a-f-]{36})"/.exec(text)?.[1] ?? "";
  };

  test("is listed, newest first", async () => {
    const { status, text } = await get("/dev/mail");
    assert.equal(status, 200);
    const subjects = [...text.matchAll(/<a href="\/dev\/mail\/[^"]{36}" dir="auto">([^<]*)<\/a>/g)];
    assert.deepEqual(
      subjects.map(([, subject]) => subject),
      ["&lt;script&gt;alert(1)&lt;/script&gt;", "First"],
    );
  });

  test("is shown with headers, text, invitation and source", async () => {
    const id = await newest();
    const { text } = await get(`/dev/mail/${id}`);
    assert.match(text, /Auto-Submitted: auto-generated/);
    assert.match(text, /BEGIN:VCALENDAR/);
    assert.match(text, /<pre dir="auto">&lt;script&gt;alert\(1\)/);
    const raw = await get(`/dev/mail/${id}/raw`);
    const [, mail] = await capturedMails(server);
    assert.equal(raw.text, mail?.raw);
    assert.match(String(raw.headers["content-disposition"]), /^attachment; filename=".*\.eml"$/);
    const attached = await get(`/dev/mail/${id}/attachments/0`);
    assert.match(attached.text, /METHOD:REQUEST/);
    assert.match(String(attached.headers["content-type"]), /^application\/ics/);
  });

  test("runs no script of a mail", async () => {
    const id = await newest();
    const page = await get(`/dev/mail/${id}`);
    assert.doesNotMatch(page.text, /<script/);
    assert.match(page.text, /<iframe [^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/);
    const { text, headers } = await get(`/dev/mail/${id}/html`);
    assert.doesNotMatch(text, /<script/);
    for (const policy of [headers["content-security-policy"], page.headers["content-security-policy"]]) {
      assert.match(String(policy), /default-src 'none'/);
      assert.doesNotMatch(String(policy), /script-src|allow-scripts|allow-same-origin/);
    }
    assert.match(String(headers["content-security-policy"]), /sandbox /);
  });

  test("is shown to this machine alone, under its own names", async () => {
    const { port } = new URL(server.url);
    for (const host of ["localhost", `localhost:${port}`, "127.0.0.1", "[::1]:3000"]) {
      assert.equal((await get("/dev/mail", { host })).status, 200, host);
    }
    const id = await newest();
    const elsewhere = ["convene.test", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example"];
    for (const path of ["/dev/mail", `/dev/mail/${id}`, `/dev/mail/${id}/html`, `/dev/mail/${id}/raw`]) {
      for (const host of elsewhere) assert.equal((await get(path, { host })).status, 404, host);
      assert.equal((await get(path, { "x-forwarded-for": "203.0.113.7" })).status, 404);
      assert.equal((await get(path, { forwarded: "for=203.0.113.7" })).status, 404);
    }
  });

  test("that is not there is 404", async () => {
    for (const path of [newId(), "1", `${newId()}/raw`, `${newId()}/html`]) {
      assert.equal((await get(`/dev/mail/${path}`)).status, 404, path);
    }
    assert.equal((await get(`/dev/mail/${await newest()}/attachments/7`)).status, 404);
    assert.equal((await get("/dev/mail?before=x&before=y")).status, 200);
  });

  test("is not there where mail is sent, nor in production", async () => {
    const mailbox = await openMailbox();
    const others: Record<string, string>[] = [{ SMTP_URL: mailbox.url }, { NODE_ENV: "production" }];
    for (const settings of others) {
      const other = await server.another(settings);
      assert.equal((await fetch(`${other.url}/dev/mail`)).status, 404);
      await other.close();
    }
    await mailbox.close();
  });

  test("goes after a week, and when there is too much of it", async () => {
    const { database } = server.server;
    const mail = {
      organizationId,
      effectId: newId(),
      envelope: { from: "a@example.com", to: "old@example.com" },
      ...{ subject: "Old", text: "", html: "", attachments: [], raw: "" },
    };
    const older = new Date(server.clock().getTime() - days(8));
    await database.asTenant(organizationId, (tx) => insertCapturedMail(tx, mail, older));
    const purge = (most: number) =>
      database.asSystem((tx) => purgeCapturedMails(tx, new Date(server.clock().getTime() - days(7)), most));
    await purge(5_000);
    assert.equal((await capturedMails(server, "old@example.com")).length, 0);
    const before = await capturedMails(server);
    await purge(before.length - 1);
    assert.deepEqual(
      (await capturedMails(server)).map(({ raw }) => raw),
      before.slice(1).map(({ raw }) => raw),
    );
    await travel(server, days(8));
    await purge(5_000);
    assert.equal((await capturedMails(server)).length, 0);
  });
});
