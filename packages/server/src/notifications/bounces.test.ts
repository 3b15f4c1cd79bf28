import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { notice } from "../../test/build-notices.ts";
import { capturedMails } from "../../test/mailbox.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { settled } from "../../test/travel.ts";
import { newId } from "../kernel/ids.ts";
import { notify } from "./notify.ts";

const token = "a-secret-of-the-mail-system-of-forty-letters";
const path = "/api/mail/bounces";

describe("a bounce", () => {
  let server: TestServer;
  let organizationId: string;

  before(async () => {
    server = await startTestServer({
      settings: { MAIL_BOUNCE_TOKEN: token, MAIL_BOUNCE_ADDRESS: "bounce@mail.example" },
    });
    organizationId = await server.build.organization();
  });
  after(() => server.close());

  const api = () => server.api(token);
  const sent = async (email: string) => {
    const cause = { organizationId, eventId: null, cause: newId(), subjectId: newId() };
    await server.server.database.asTenant(organizationId, (tx) =>
      notify(tx, cause, [notice(email)], server.clock()),
    );
    await settled(server);
    const [mail] = await capturedMails(server, email);
    const effectId = /^bounce\+(.*)@mail\.example$/.exec(mail?.from ?? "")?.[1] ?? "";
    return { effectId, messageId: mail?.email.messageId ?? "" };
  };

  test("of 5.x.x makes the e-mail failed, with the reason, as often as it is reported", async () => {
    const { effectId } = await sent("gone@example.com");
    const report = { effectId, status: "5.1.1", detail: "No such user" };
    const expected = { effectId, state: "failed", outcome: "bounced: 5.1.1 No such user" };
    for (const _ of [1, 2]) {
      const { status, body } = await api().post(path, report);
      assert.equal(status, 200);
      assert.deepEqual(body.data, expected);
    }
    const { body } = await api().post(path, { effectId, status: "4.2.2" });
    assert.deepEqual(body.data, expected);
  });

  test("of 4.x.x is noted", async () => {
    const { effectId, messageId } = await sent("slow@example.com");
    for (const name of [messageId, messageId.replace(/[<>]/g, "")]) {
      const { body } = await api().post(path, { messageId: name, status: "4.2.2", detail: "Mailbox full" });
      assert.deepEqual(body.data, { effectId, state: "delivered", outcome: "delayed: 4.2.2 Mailbox full" });
    }
    const { body } = await api().post(path, { messageId, status: "5.2.2" });
    assert.equal(body.data.state, "failed");
  });

  test("of an e-mail that nobody knows is 404", async () => {
    for (const name of [
      { effectId: newId() },
      { messageId: `<${newId()}@convene.test>` },
      { messageId: "<not ours@elsewhere.example>" },
    ]) {
      assert.equal((await api().post(path, { ...name, status: "5.1.1" })).status, 404);
    }
  });

  test("needs the operator's secret", async () => {
    const { effectId } = await sent("guard@example.com");
    const report = { effectId, status: "5.1.1" };
    const member = await server.build.member(organizationId, "OrganizationAdmin");
    for (const other of [server.api(), server.api("wrong"), server.api(member.token)]) {
      assert.equal((await other.post(path, report)).status, 401);
    }
    const closed = await server.another({ MAIL_BOUNCE_TOKEN: "" });
    assert.equal((await closed.api(token).post(path, report)).status, 401);
    await closed.close();
  });

  test("names every bad member", async () => {
    const { status, body } = await api().post(path, { status: "2.0.0", detial: "x" });
    assert.equal(status, 400);
    const pointers = body.errors.map((one: { pointer: string }) => one.pointer).sort();
    assert.deepEqual(pointers, ["", "/detial", "/status"]);
  });
});
