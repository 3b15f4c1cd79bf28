import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { givePassword } from "../../test/build-identity.ts";
import { type Mailbox, openMailbox } from "../../test/mailbox.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { settled, travel } from "../../test/travel.ts";
import { days, minutes } from "../kernel/clock.ts";

/** All that the database holds, as text; the worker's tables with it. */
async function everything({ db }: TestServer): Promise<string> {
  const tables = await db.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'graphile_worker')`,
  );
  const texts = await Promise.all(
    tables.map(({ name }) => db.query<{ text: string }>(`select t::text as text from ${name} t`)),
  );
  return texts
    .flat()
    .map(({ text }) => text)
    .join("\n");
}

const links = /http:\/\/convene\.test\/[a-z/-]+\?token=([\w-]+)/;

describe("the secrets in mails", () => {
  let mailbox: Mailbox;
  let server: TestServer;
  let organizationId: string;

  before(async () => {
    mailbox = await openMailbox();
    server = await startTestServer({ settings: { SMTP_URL: mailbox.url } });
    organizationId = await server.build.organization();
  });
  after(async () => {
    await server.close();
    await mailbox.close();
  });

  /** Each of the three mails with a link, to an address each. */
  async function sendAll(prefix: string): Promise<string[]> {
    const admin = await server.build.member(organizationId, "OrganizationAdmin");
    const emails = ["invited", "verified", "reset"].map((name) => `${prefix}-${name}@example.com`);
    const [invited = "", verified = "", reset = ""] = emails;
    const person = await server.build.member(organizationId, "Coach", verified);
    const owner = await server.build.member(organizationId, "Coach", reset);
    await givePassword(server, owner.id);
    const key = { "idempotency-key": `${prefix}-and-its-invitation` };
    const invitation = { email: invited, role: "Coach" };
    const path = `/api/organizations/${organizationId}/invitations`;
    const answers = [
      await server.api(admin.token).post(path, invitation, key),
      await server.api(person.token).post("/api/auth/email-verification", undefined, key),
      await server.api().post("/api/auth/password-reset", { email: reset }, key),
    ];
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 202, 202],
    );
    return emails;
  }

  const rows = (emails: readonly string[]) =>
    server.db.query<{ state: string; sealed: boolean; content: string | null; attempts: number }>(
      "select state, sealed, content, attempts from effects where address = any($1) order by address",
      [emails],
    );

  test("are sealed while their mails wait, survive retries, and are gone once they were sent", async () => {
    await mailbox.stop();
    const emails = await sendAll("late");
    await settled(server);
    const waiting = await rows(emails);
    assert.equal(waiting.length, 3);
    for (const { state, sealed, content, attempts } of waiting) {
      assert.deepEqual([state, sealed, attempts], ["waiting", true, 1]);
      assert.ok(content && !content.includes("token") && !content.includes("http"), "it is sealed");
    }
    const before = await everything(server);
    await mailbox.start();
    await travel(server, minutes(2));
    for (const email of emails) {
      const [mail, ...others] = await mailbox.received(email);
      assert.equal(others.length, 0);
      const token = links.exec(mail?.email.text ?? "")?.[1] ?? "";
      assert.equal(token.length, 43);
      assert.ok(!before.includes(token), "no token is in the database while its mail waits");
      assert.ok(!(await everything(server)).includes(token), "nor after it was sent");
    }
    await settled(server);
    const sent = await rows(emails);
    for (const { state, content } of sent) assert.deepEqual([state, content], ["delivered", null]);
  });

  test("are gone once their mails are given up", async () => {
    const emails = ["given-up-invited", "given-up-verified", "given-up-reset"].map((n) => `${n}@example.com`);
    for (const email of emails) mailbox.refuse(email);
    assert.deepEqual(await sendAll("given-up"), emails);
    await settled(server);
    for (const { state, content } of await rows(emails)) assert.deepEqual([state, content], ["failed", null]);
  });

  test("a mail whose link has ended meanwhile is not sent", async () => {
    await mailbox.stop();
    const [, verified = "", reset = ""] = await sendAll("stale");
    await settled(server);
    await travel(server, days(1) + minutes(1));
    await mailbox.start();
    await travel(server, days(1));
    const [first, second] = await rows([verified, reset]);
    assert.deepEqual([first?.state, first?.content], ["dropped", null]);
    assert.deepEqual([second?.state, second?.content], ["dropped", null]);
  });

  test("a newer link takes the place of one that still waits, and a withdrawn invitation is not mailed", async () => {
    await mailbox.stop();
    const admin = await server.build.member(organizationId, "OrganizationAdmin");
    const person = await server.build.member(organizationId, "Coach", "twice@example.com");
    for (let n = 0; n < 2; n += 1)
      assert.equal((await server.api(person.token).post("/api/auth/email-verification")).status, 202);
    const path = `/api/organizations/${organizationId}/invitations`;
    const invitation = { email: "withdrawn@example.com", role: "Coach" };
    const { body } = await server.api(admin.token).post(path, invitation);
    await settled(server);
    assert.equal((await server.api(admin.token).delete(`${path}/${body.data.id}`)).status, 200);
    const states = async (email: string) => (await rows([email])).map(({ state }) => state).sort();
    assert.deepEqual(await states("withdrawn@example.com"), ["dropped"]);
    assert.deepEqual(await states("twice@example.com"), ["dropped", "waiting"]);
    await mailbox.start();
    await travel(server, minutes(2));
    const [mail, ...others] = await mailbox.received("twice@example.com");
    assert.ok(mail && others.length === 0);
    assert.ok(!mailbox.mails.some(({ to }) => to === "withdrawn@example.com"));
  });
});
