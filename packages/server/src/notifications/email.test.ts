import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { invitation, notice } from "../../test/build-notices.ts";
import { event, type Mailbox, openMailbox } from "../../test/mailbox.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { settled, travel } from "../../test/travel.ts";
import { hours, minutes } from "../kernel/clock.ts";
import { newId } from "../kernel/ids.ts";
import type { Notice } from "./notice.ts";
import { notify } from "./notify.ts";

interface EffectRow {
  id: string;
  state: string;
  outcome: string | null;
  attempts: number;
}

describe("e-mail by SMTP", () => {
  let mailbox: Mailbox;
  let server: TestServer;
  let organizationId: string;

  before(async () => {
    mailbox = await openMailbox();
    server = await startTestServer({
      settings: { SMTP_URL: mailbox.url, MAIL_BOUNCE_ADDRESS: "bounce@mail.example" },
    });
    organizationId = await server.build.organization();
  });
  after(async () => {
    await server.close();
    await mailbox.close();
  });

  const someone = () => `${newId()}@example.com`;
  const tell = (notices: Notice[], subjectId = newId(), cause = newId()) =>
    server.server.database.asTenant(organizationId, (tx) =>
      notify(tx, { organizationId, eventId: null, cause, subjectId }, notices, server.clock()),
    );
  const effectTo = async (address: string) => {
    const [row] = await server.db.query<EffectRow>(
      "select id, state, outcome, attempts from effects where address = $1",
      [address],
    );
    assert.ok(row);
    return row;
  };

  test("arrives as text, HTML and invitation, under the identity of its effect", async () => {
    const to = someone();
    await tell([notice(to, { calendar: invitation() })]);
    const [mail] = await mailbox.received(to);
    await settled(server);
    const { id, state } = await effectTo(to);
    assert.equal(state, "delivered");
    assert.equal(mail?.email.messageId, `<${id}@convene.test>`);
    assert.equal(mail.from, `bounce+${id}@mail.example`);
    assert.deepEqual(mail.email.from, {
      name: "Example Inc via Convene",
      address: "convene@convene.test",
    });
    assert.match(mail.email.text ?? "", /Grace Hopper moved your session/);
    assert.match(mail.email.html ?? "", /Grace Hopper moved your session/);
    assert.equal(mail.calendar?.getFirstPropertyValue("method"), "REQUEST");
    assert.equal(event(mail).startDate.toJSDate().toISOString(), "2026-03-09T14:00:00.000Z");
  });

  test("is told once, however often it is told for the same cause", async () => {
    const to = someone();
    const [subjectId, cause] = [newId(), newId()];
    await Promise.all([1, 2, 3].map(() => tell([notice(to)], subjectId, cause)));
    await settled(server);
    assert.equal((await mailbox.received(to)).length, 1);
  });

  test("is tried again after a temporary refusal, as the same message", async () => {
    const to = someone();
    mailbox.defer(to);
    await tell([notice(to)]);
    await settled(server);
    const waiting = await effectTo(to);
    assert.equal(waiting.state, "waiting");
    assert.match(waiting.outcome ?? "", /451 4\.2\.1/);
    mailbox.accept(to);
    const createdAt = server.clock();
    await travel(server, minutes(2));
    const [mail] = await mailbox.received(to);
    assert.equal(mail?.email.messageId, `<${waiting.id}@convene.test>`);
    assert.equal(new Date(mail.email.date ?? "").getTime(), createdAt.getTime());
    assert.deepEqual(await effectTo(to), { ...(await effectTo(to)), state: "delivered", attempts: 2 });
  });

  test("is not lost, and keeps its order, while the server is down for a day", async () => {
    const [to, other] = [someone(), someone()];
    const subjectId = newId();
    await mailbox.stop();
    for (const title of ["Scheduled", "Moved", "Cancelled"]) await tell([notice(to, { title })], subjectId);
    await tell([notice(other)]);
    for (const pause of [minutes(30), minutes(30), hours(11), hours(12)]) await travel(server, pause);
    assert.equal((await effectTo(other)).state, "waiting");
    await mailbox.start();
    await travel(server, hours(5));
    const mails = await mailbox.received(to, 3);
    assert.deepEqual(
      mails.map(({ email }) => email.subject),
      ["Scheduled", "Moved", "Cancelled"],
    );
    assert.equal((await mailbox.received(other)).length, 1);
  });

  test("that is refused is recorded with the server's words, and stops nobody else's", async () => {
    const addresses = [someone(), someone(), someone()];
    const [first = "", refused = "", last = ""] = addresses;
    mailbox.refuse(refused);
    await tell(addresses.map((address) => notice(address)));
    await settled(server);
    await mailbox.received(first);
    await mailbox.received(last);
    const { id, state, outcome, attempts } = await effectTo(refused);
    assert.equal(state, "failed");
    assert.equal(attempts, 1);
    assert.match(outcome ?? "", /5\.1\.1 No such user here/);
    const [attempt] = await server.db.query<{ result: string; status: number }>(
      "select result, status from effect_attempts where effect_id = $1",
      [id],
    );
    assert.deepEqual({ ...attempt }, { result: "refused", status: 550 });
    await travel(server, hours(100));
    assert.equal((await effectTo(refused)).attempts, 1);
  });

  test("is given up after four days", async () => {
    const to = someone();
    mailbox.defer(to);
    await tell([notice(to)]);
    for (let n = 0; n < 40; n += 1) await travel(server, hours(5));
    const { state, attempts } = await effectTo(to);
    assert.equal(state, "failed");
    assert.equal(attempts, 31);
  });

  test("goes over a connection that is there already", async () => {
    const to = someone();
    const subjectId = newId();
    await tell([notice(to)], subjectId);
    await mailbox.received(to);
    const before = mailbox.connections();
    for (let n = 0; n < 10; n += 1) await tell([notice(to)], subjectId);
    await mailbox.received(to, 11);
    assert.ok(mailbox.connections() - before <= 1);
  });

  test("is dropped when it would come too late", async () => {
    const to = someone();
    mailbox.defer(to);
    const staleAt = new Date(server.clock().getTime() + minutes(3)).toISOString();
    await tell([notice(to, { isReminder: true, staleAt })]);
    await settled(server);
    mailbox.accept(to);
    await travel(server, minutes(10));
    assert.deepEqual(await effectTo(to), {
      ...(await effectTo(to)),
      state: "dropped",
      outcome: "it would have come too late",
    });
  });
});

describe("e-mail in production without an SMTP server", () => {
  test("waits until there is one, without using up its tries", async () => {
    const server = await startTestServer({ settings: { NODE_ENV: "production" } });
    const mailbox = await openMailbox();
    try {
      const organizationId = await server.build.organization();
      const cause = { organizationId, eventId: null, cause: newId(), subjectId: newId() };
      await server.server.database.asTenant(organizationId, (tx) =>
        notify(tx, cause, [notice("ada@example.com")], server.clock()),
      );
      const rows = () => server.db.query("select state, attempts from effects");
      assert.deepEqual((await rows()).map(plain), [{ state: "waiting", attempts: 0 }]);
      const [captured] = await server.db.query("select from captured_mails");
      assert.equal(captured, undefined);
      const able = await server.another({ SMTP_URL: mailbox.url });
      await mailbox.received("ada@example.com");
      await settled(server);
      assert.deepEqual((await rows()).map(plain), [{ state: "delivered", attempts: 1 }]);
      await able.close();
    } finally {
      await server.close();
      await mailbox.close();
    }
  });
});

const plain = (row: object) => ({ ...row });
