import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eventsOf, givePassword } from "../../test/build-identity.ts";
import type { BuiltPerson } from "../../test/builders.ts";
import { mailedToken, mailedTokens } from "../../test/mailed-links.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { travel } from "../../test/travel.ts";
import { days, hours } from "../kernel/clock.ts";

const page = "/verify-email";

describe("the verification of an e-mail address", () => {
  let server: TestServer;
  let organizationId: string;

  before(async () => {
    server = await startTestServer();
    organizationId = await server.build.organization();
  });
  after(() => server.close());

  const member = (): Promise<BuiltPerson> => server.build.member(organizationId, "Teacher");
  const ask = ({ token }: BuiltPerson) => server.api(token).post("/api/auth/email-verification");
  const confirm = (token: string) => server.api().post("/api/auth/email-verification/confirm", { token });
  const verifiedAt = async ({ token }: BuiltPerson) =>
    (await server.api(token).get("/api/me")).body.data.person.emailVerifiedAt;

  test("the mailed link verifies it, once, and it is said in one's profile", async () => {
    const person = await member();
    assert.equal(await verifiedAt(person), null);
    const { status, body } = await ask(person);
    assert.deepEqual([status, body], [202, { success: true }]);
    const token = await mailedToken(server, person.email, page);
    assert.equal(await verifiedAt(person), null);
    assert.equal((await confirm(token)).status, 200);
    assert.equal(await verifiedAt(person), server.clock().toISOString());
    const again = await confirm(token);
    assert.deepEqual([again.status, again.body.code], [404, "not_found"]);
    const another = await ask(person);
    assert.deepEqual([another.status, another.body.code], [409, "conflict"]);
    assert.deepEqual(await eventsOf(server, person.id), ["person.email_verified"]);
  });

  test("of many requests with one link at once, one verifies", async () => {
    const person = await member();
    await ask(person);
    const token = await mailedToken(server, person.email, page);
    const answers = await Promise.all(Array.from({ length: 5 }, () => confirm(token)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 404, 404, 404, 404]);
    assert.deepEqual(await eventsOf(server, person.id), ["person.email_verified"]);
  });

  test("the link ends after 24 hours, and the newest alone counts", async () => {
    const person = await member();
    await ask(person);
    // It is gone before the next is asked for, which would withdraw it.
    const first = await mailedToken(server, person.email, page);
    await ask(person);
    const second = await mailedToken(server, person.email, page);
    assert.equal((await confirm(first)).status, 404);
    await travel(server, days(1));
    assert.equal((await confirm(second)).status, 404);
    await ask(person);
    const third = await mailedToken(server, person.email, page);
    await travel(server, days(1) - 1);
    assert.equal((await confirm(third)).status, 200);
  });

  test("three are mailed an hour, and then it says when to ask again", async () => {
    const person = await member();
    const statuses = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await ask(person)).status);
    assert.deepEqual(statuses, [202, 202, 202]);
    const { status, body, headers } = await ask(person);
    assert.deepEqual([status, body.code, headers.get("retry-after")], [429, "too_many_requests", "3600"]);
    await travel(server, hours(1));
    assert.equal((await ask(person)).status, 202);
  });

  test("a repeat under one Idempotency-Key mails nothing twice", async () => {
    const person = await member();
    const key = { "idempotency-key": "verify-me" };
    for (let n = 0; n < 2; n += 1)
      await server.api(person.token).post("/api/auth/email-verification", undefined, key);
    assert.equal((await mailedTokens(server, person.email, page)).length, 1);
  });

  test("nobody asks without a credential, and no API key", async () => {
    assert.equal((await server.api().post("/api/auth/email-verification")).status, 401);
    const { text } = await server.build.apiKey(organizationId, ["live:read"]);
    assert.equal((await server.api(text).post("/api/auth/email-verification")).status, 403);
  });

  test("a time zone is an IANA name, which is kept in its usual case and taken away by null", async () => {
    const person = await member();
    await givePassword(server, person.id);
    const api = server.api(person.token);
    const zoneOf = async () => (await api.get("/api/me")).body.data.person.timeZone;
    assert.equal(await zoneOf(), null);
    assert.equal(
      (await api.patch("/api/me", { timeZone: "america/panama" })).body.data.timeZone,
      "America/Panama",
    );
    assert.equal((await api.patch("/api/me", { firstName: "Grace" })).body.data.timeZone, "America/Panama");
    for (const timeZone of ["+05:00", "Mars/Olympus", "", 5]) {
      const { status, body } = await api.patch("/api/me", { timeZone });
      assert.deepEqual([status, body.errors[0].pointer], [400, "/timeZone"], String(timeZone));
    }
    assert.equal((await api.patch("/api/me", { timeZone: null })).body.data.timeZone, null);
    assert.equal(await zoneOf(), null);
    const changes = await server.db.query<{ payload: { changed: string[] } }>(
      "select payload from events where subject_id = $1 order by sequence",
      [person.id],
    );
    assert.deepEqual(
      changes.map(({ payload }) => payload.changed),
      [["timeZone"], ["firstName"], ["timeZone"]],
    );
  });
});
