import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eventsOf, givePassword, password, signIn } from "../../test/build-identity.ts";
import type { BuiltPerson } from "../../test/builders.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { days } from "../kernel/clock.ts";

describe("invitations", () => {
  let server: TestServer;
  let id: string;
  let admin: BuiltPerson;
  let number = 0;

  before(async () => {
    server = await startTestServer();
    id = await server.build.organization();
    admin = await server.build.member(id, "OrganizationAdmin");
  });
  after(() => server.close());

  const newAddress = () => {
    number += 1;
    return `invited-${number}@example.com`;
  };
  const invite = (email: string, role = "Coach", headers = {}) =>
    server.api(admin.token).post(`/api/organizations/${id}/invitations`, { email, role }, headers);
  const tokenFor = async (email: string, role?: string): Promise<string> =>
    (await invite(email, role)).body.data.token;
  /** The limit of attempts a minute is each process's own, so a test that needs many takes a process. */
  const accept = (body: object, headers = {}, at = server) =>
    at.api().post("/api/invitations/accept", body, headers);
  const newcomer = { firstName: "Grace", lastName: "Hopper", password: "a long enough one" };

  test("a new person gets an account with the invited role, and signs in", async () => {
    const email = newAddress();
    const { status, body } = await invite(email, "Manager");
    assert.equal(status, 201);
    assert.equal(body.data.status, "open");
    assert.equal(Date.parse(body.data.expiresAt) - server.clock().getTime(), days(7));
    assert.equal(body.data.acceptUrl, `http://convene.test/invitations/accept?token=${body.data.token}`);
    const accepted = await accept({ token: body.data.token, ...newcomer });
    assert.equal(accepted.status, 201);
    assert.equal(accepted.body.data.person.email, email);
    assert.equal(accepted.body.data.organization.role, "Manager");
    const signedIn = await server.api().post("/api/auth/sign-in", { email, password: newcomer.password });
    assert.equal(signedIn.body.organization.role, "Manager");
    assert.deepEqual(await eventsOf(server, body.data.id), ["invitation.created", "invitation.accepted"]);
    assert.deepEqual(await eventsOf(server, accepted.body.data.person.id), ["member.added"]);
    const again = await accept({ token: body.data.token, ...newcomer });
    assert.deepEqual([again.status, again.body.code], [409, "conflict"]);
  });

  test("a repeat under one Idempotency-Key answers what the first acceptance answered", async () => {
    const token = await tokenFor(newAddress());
    const key = { "idempotency-key": "accept-once-and-not-again" };
    const first = await accept({ token, ...newcomer }, key);
    const repeat = await accept({ token, ...newcomer }, key);
    assert.deepEqual([repeat.status, repeat.body], [201, first.body]);
    assert.equal(repeat.headers.get("idempotency-replayed"), "true");
  });

  test("what a new account lacks is named, and the invitation stays open", async () => {
    const token = await tokenFor(newAddress());
    const { status, body } = await accept({ token, password: "short" });
    assert.equal(status, 400);
    const pointers = body.errors.map((error: { pointer: string }) => error.pointer);
    assert.deepEqual(pointers, ["/firstName", "/lastName", "/password"]);
    assert.equal((await accept({ token, ...newcomer })).status, 201);
  });

  test("who has an account signs in or gives its password, and nobody else can take it", async () => {
    const person = await server.build.person({ email: newAddress() });
    await givePassword(server, person.id);
    const token = await tokenFor(person.email.toUpperCase());
    const none = await accept({ token, ...newcomer, password: undefined });
    assert.deepEqual([none.status, none.body.code], [401, "unauthenticated"]);
    const wrong = await accept({ token, ...newcomer });
    assert.deepEqual([wrong.status, wrong.body.code], [401, "wrong_password"]);
    const other = await accept({ token }, { authorization: `Bearer ${admin.token}` });
    assert.deepEqual([other.status, other.body.code], [403, "forbidden"]);
    const forged = await accept({ token }, { authorization: "Bearer nonsense" });
    assert.equal(forged.status, 401);
    const right = await accept({ token, password });
    assert.deepEqual([right.status, right.body.data.person.id], [201, person.id]);

    const second = await server.build.person({ email: newAddress() });
    await givePassword(server, second.id);
    const { browser } = await signIn(server, second);
    const secondToken = await tokenFor(second.email);
    const foreignSite = { ...browser, origin: "https://evil.example" };
    assert.equal((await accept({ token: secondToken }, foreignSite)).status, 403);
    assert.equal((await accept({ token: secondToken }, browser)).status, 201);
  });

  test("a browser's cookie that is over does not keep a new person out", async () => {
    const another = await server.another();
    const cookie = `convene_sign_in=0190a000-0000-7000-8000-000000000000_${"x".repeat(43)}`;
    const headers = { cookie, origin: "http://convene.test" };
    const { status } = await accept({ token: await tokenFor(newAddress()), ...newcomer }, headers, another);
    assert.equal(status, 201);
  });

  test("many parallel acceptances of one invitation make one member", async () => {
    const another = await server.another();
    const email = newAddress();
    const token = await tokenFor(email);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => accept({ token, ...newcomer }, {}, another)),
    );
    assert.equal(answers.filter(({ status }) => status === 201).length, 1);
    assert.equal(answers.filter(({ status }) => status === 409).length, 5);
    const people = await server.db.query("select from people where email = $1", [email]);
    assert.equal(people.length, 1);
  });

  test("two organizations' invitations accepted at once by a new person make one account", async () => {
    const another = await server.another();
    const other = await server.build.organization();
    const otherAdmin = await server.build.member(other, "OrganizationAdmin");
    const email = newAddress();
    const { body } = await server
      .api(otherAdmin.token)
      .post(`/api/organizations/${other}/invitations`, { email, role: "Teacher" });
    const tokens = [await tokenFor(email), body.data.token];
    const answers = await Promise.all(tokens.map((token) => accept({ token, ...newcomer }, {}, another)));
    assert.ok(answers.every(({ status }) => status === 201 || status === 409));
    const refused = tokens.filter((_, n) => answers[n]?.status === 409);
    for (const token of refused) {
      assert.equal((await accept({ token, password: newcomer.password }, {}, another)).status, 201);
    }
    const members = await server.db.query(
      "select from members m join people p on p.id = m.person_id where p.email = $1",
      [email],
    );
    assert.equal(members.length, 2);
  });

  test("an invitation ends after seven days, and makes way for a new one", async () => {
    const another = await server.another();
    const email = newAddress();
    const token = await tokenFor(email);
    assert.deepEqual((await invite(email.toUpperCase())).body.code, "already_exists");
    server.clock.advance(days(7));
    const late = await accept({ token, ...newcomer }, {}, another);
    assert.deepEqual([late.status, late.body.code], [409, "conflict"]);
    const list = await server.api(admin.token).get(`/api/organizations/${id}/invitations?status=expired`);
    assert.ok(list.body.data.some((invitation: { email: string }) => invitation.email === email));
    const renewed = await invite(email);
    assert.equal(renewed.status, 201);
    assert.equal((await accept({ token: renewed.body.data.token, ...newcomer }, {}, another)).status, 201);
  });

  test("of parallel invitations of one address one is made", async () => {
    const email = newAddress();
    const answers = await Promise.all(Array.from({ length: 5 }, () => invite(email)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409, 409, 409, 409]);
  });

  test("members are not invited, and a withdrawn invitation is gone", async () => {
    const another = await server.another();
    assert.equal((await invite(admin.email)).body.code, "already_exists");
    const { body } = await invite(newAddress());
    const path = `/api/organizations/${id}/invitations/${body.data.id}`;
    const withdrawn = await server.api(admin.token).delete(path);
    assert.deepEqual([withdrawn.status, withdrawn.body.data.status], [200, "revoked"]);
    assert.equal((await server.api(admin.token).delete(path)).status, 200);
    assert.deepEqual(await eventsOf(server, body.data.id), ["invitation.created", "invitation.revoked"]);
    const late = await accept({ token: body.data.token, ...newcomer }, {}, another);
    assert.equal(late.status, 404);
    const used = await invite(newAddress());
    await accept({ token: used.body.data.token, ...newcomer }, {}, another);
    const tooLate = await server
      .api(admin.token)
      .delete(`/api/organizations/${id}/invitations/${used.body.data.id}`);
    assert.equal(tooLate.status, 409);
    assert.equal((await accept({ token: "made up", ...newcomer }, {}, another)).status, 404);
  });

  test("tokens are shown once and stored as hashes; the list has none", async () => {
    const headers = { "idempotency-key": "invite-once" };
    const email = newAddress();
    const { token } = (await invite(email, "Coach", headers)).body.data;
    assert.equal((await invite(email, "Coach", headers)).body.data.token, token);
    const list = await server.api(admin.token).get(`/api/organizations/${id}/invitations?limit=200`);
    const rows = await server.db.query("select * from invitations");
    const stored = await server.db.query("select * from idempotency_keys");
    const events = await server.db.query("select * from events");
    for (const place of [list.body, rows, stored, events]) assert.ok(!JSON.stringify(place).includes(token));
  });
});
