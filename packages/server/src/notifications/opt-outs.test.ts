import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { notice } from "../../test/build-notices.ts";
import type { BuiltPerson } from "../../test/builders.ts";
import { capturedMails, type ReceivedMail } from "../../test/mailbox.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { settled } from "../../test/travel.ts";
import { newId } from "../kernel/ids.ts";
import { notify } from "./notify.ts";

describe("reminders", () => {
  let server: TestServer;
  let organizationId: string;
  let otherId: string;
  let person: BuiltPerson;

  before(async () => {
    server = await startTestServer();
    organizationId = await server.build.organization({ slug: "example-inc" });
    otherId = await server.build.organization();
    person = await server.build.member(organizationId, "Teacher", "Ada@Example.com");
  });
  after(() => server.close());

  const remind = async (email: string, of = organizationId, isReminder = true) => {
    const cause = { organizationId: of, eventId: null, cause: newId(), subjectId: newId() };
    await server.server.database.asTenant(of, (tx) =>
      notify(tx, cause, [notice(email, { isReminder })], server.clock()),
    );
    await settled(server);
    return (await capturedMails(server, email)).at(-1) as ReceivedMail;
  };
  const count = async (email: string) => (await capturedMails(server, email)).length;
  const pathOf = (mail: ReceivedMail) => {
    const url = new URL(/^<(.*)>$/.exec(mail.header("List-Unsubscribe") ?? "")?.[1] ?? "");
    assert.equal(url.origin, "http://convene.test");
    return url.pathname;
  };
  const visit = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(server.url + path, init);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const oneClick = (path: string) =>
    visit(path, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
    });

  test("end with one click of a mail program, for this address in this organization alone", async () => {
    const path = pathOf(await remind("one@example.com"));
    for (const _ of [1, 2]) assert.equal((await oneClick(path)).status, 200);
    await remind("ONE@example.com");
    assert.equal(await count("one@example.com"), 1);
    await remind("one@example.com", otherId);
    assert.equal(await count("one@example.com"), 2);
    await remind("one@example.com", organizationId, false);
    assert.equal(await count("one@example.com"), 3);
  });

  test("end with a form of the other kind that RFC 8058 knows, too", async () => {
    const path = pathOf(await remind("multi@example.com"));
    const body = new FormData();
    body.append("List-Unsubscribe", "One-Click");
    assert.equal((await visit(path, { method: "POST", body })).status, 200);
    await remind("multi@example.com");
    assert.equal(await count("multi@example.com"), 1);
  });

  test("are switched off and on again on a page that changes nothing by being opened", async () => {
    const path = pathOf(await remind("page@example.com"));
    const shown = await visit(path);
    assert.equal(shown.status, 200);
    assert.match(shown.text, /page@example\.com/);
    assert.match(shown.text, /example-inc/);
    assert.match(shown.text, /Switch reminders off/);
    assert.match(shown.headers.get("content-security-policy") ?? "", /default-src 'none'/);
    await remind("page@example.com");
    assert.equal(await count("page@example.com"), 2);
    const send = (reminders: string) =>
      visit(path, { method: "POST", body: new URLSearchParams({ reminders }) });
    assert.match((await send("off")).text, /Switch reminders on again/);
    await remind("page@example.com");
    assert.equal(await count("page@example.com"), 2);
    assert.match((await send("on")).text, /Switch reminders off/);
    await remind("page@example.com");
    assert.equal(await count("page@example.com"), 3);
  });

  test("are nobody's to end who guesses or alters a link", async () => {
    const path = pathOf(await remind("safe@example.com"));
    const [claim = "", signature = ""] = path.slice("/unsubscribe/".length).split(".");
    const other = Buffer.from(`${organizationId}other@example.com`).toString("base64url");
    for (const token of [claim, `${claim}.`, `${other}.${signature}`, `${claim}.${signature}x`, "x", "%00"]) {
      assert.equal((await visit(`/unsubscribe/${token}`)).status, 404, token);
      assert.equal((await oneClick(`/unsubscribe/${token}`)).status, 404, token);
    }
    await remind("safe@example.com");
    assert.equal(await count("safe@example.com"), 2);
  });

  test("are a member's own to switch, by the address that links go by", async () => {
    const api = server.api(person.token);
    const path = "/api/me/notifications";
    assert.deepEqual((await api.get(path)).body, { data: { reminders: true } });
    assert.deepEqual((await api.patch(path, { reminders: false })).body, { data: { reminders: false } });
    assert.deepEqual((await api.patch(path, { reminders: false })).body, { data: { reminders: false } });
    assert.deepEqual((await api.get(path)).body, { data: { reminders: false } });
    await remind(person.email);
    assert.equal(await count(person.email), 0);
    assert.deepEqual((await api.patch(path, { reminders: true })).body, { data: { reminders: true } });
    const link = pathOf(await remind(person.email));
    await oneClick(link);
    assert.deepEqual((await api.get(path)).body, { data: { reminders: false } });
  });

  test("are switched by people alone, with true or false", async () => {
    const key = await server.build.apiKey(organizationId, ["live:read"]);
    assert.equal((await server.api(key.text).get("/api/me/notifications")).status, 403);
    assert.equal((await server.api().get("/api/me/notifications")).status, 401);
    const api = server.api(person.token);
    const { status, body } = await api.patch("/api/me/notifications", { reminders: "no", push: true });
    assert.equal(status, 400);
    assert.deepEqual(body.errors.map((one: { pointer: string }) => one.pointer).sort(), [
      "/push",
      "/reminders",
    ]);
  });

  test("that were planned before they were switched off are not sent after", async () => {
    const [before] = await server.db.query<{ n: string }>(
      "select count(*) as n from effects where state = 'dropped'",
    );
    const email = "late@example.com";
    const path = pathOf(await remind(email));
    await server.server.database.asTenant(organizationId, async (tx) => {
      const cause = { organizationId, eventId: null, cause: newId(), subjectId: newId() };
      await notify(tx, cause, [notice(email, { isReminder: true })], server.clock());
      // The effect and its job become visible with the commit; by then the reader has made up their mind.
      assert.equal((await oneClick(path)).status, 200);
    });
    await settled(server);
    assert.equal(await count(email), 1);
    const [after] = await server.db.query<{ n: string }>(
      "select count(*) as n from effects where state = 'dropped'",
    );
    assert.equal(Number(after?.n) - Number(before?.n), 1);
  });
});
