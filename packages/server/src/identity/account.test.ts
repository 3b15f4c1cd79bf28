import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eventsOf, givePassword, password, signIn, soon } from "../../test/build-identity.ts";
import type { BuiltPerson } from "../../test/builders.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";

describe("one's own account", () => {
  let server: TestServer;
  let first: string;
  let second: string;

  before(async () => {
    server = await startTestServer();
    first = await server.build.organization();
    second = await server.build.organization();
  });
  after(() => server.close());

  async function member(): Promise<BuiltPerson> {
    const person = await server.build.member(first, "Coach");
    await givePassword(server, person.id);
    return person;
  }

  async function memberOfBoth(): Promise<BuiltPerson> {
    const person = await member();
    await server.db.query(
      "insert into members (organization_id, person_id, role, created_at) values ($1, $2, 'Manager', $3)",
      [second, person.id, server.clock()],
    );
    return person;
  }

  const me = async (token: string) => (await server.api(token).get("/api/me")).status;

  test("signing out ends the cookie and the tokens that came from it, and nothing else", async () => {
    const person = await member();
    const [one, other] = [await signIn(server, person), await signIn(server, person)];
    const { token: fresh } = (await server.api(one.token).post("/api/auth/token")).body;
    const { status, headers } = await server.api().post("/api/auth/sign-out", undefined, one.browser);
    assert.equal(status, 200);
    assert.match(headers.get("set-cookie") ?? "", /^convene_sign_in=; Max-Age=0; Path=\/; HttpOnly/);
    assert.equal((await server.api().get("/api/me", one.browser)).status, 401);
    for (const token of [one.token, fresh]) assert.equal(await me(token), 401);
    assert.equal(await me(other.token), 200);
    assert.equal((await server.api().get("/api/me", other.browser)).status, 200);
  });

  test("a token that came from no sign-in cannot sign out", async () => {
    const { status, body } = await server.api((await member()).token).post("/api/auth/sign-out");
    assert.deepEqual([status, body.code], [409, "conflict"]);
  });

  test("signing out everywhere voids every cookie and token until then, and none after", async () => {
    const person = await member();
    const [one, other] = [await signIn(server, person), await signIn(server, person)];
    assert.equal((await server.api(one.token).post("/api/auth/sign-out-everywhere")).status, 200);
    for (const token of [one.token, other.token, person.token]) assert.equal(await me(token), 401);
    await soon(401, () => server.api().get("/api/me", other.browser));
    // The clock stands still: the new token is of the same millisecond.
    assert.equal(await me((await signIn(server, person)).token), 200);
    assert.deepEqual(await eventsOf(server, person.id), ["person.signed_out_everywhere"]);
  });

  test("a fresh token comes from the cookie or a token, for the organization that is chosen or wanted", async () => {
    const person = await memberOfBoth();
    const { browser, token } = await signIn(server, person);
    const ask = async (body: object | undefined, headers = {}) =>
      (await server.api().post("/api/auth/token", body, { ...browser, ...headers })).body;
    assert.equal((await ask(undefined)).organization, null, "neither of two is chosen");
    assert.equal((await ask({ organizationId: second })).organization.role, "Manager");
    const byHeader = await ask({}, { "x-organization-id": first });
    assert.equal(byHeader.organization.id, first);
    assert.equal((await server.api(byHeader.token).get("/api/sessions")).status, 200);
    const { body, status } = await server
      .api(token)
      .post("/api/auth/token", { organizationId: await server.build.organization() });
    assert.deepEqual([status, body.code], [403, "not_a_member"]);
  });

  test("the chosen organization stays with the sign-in until its person leaves it", async () => {
    const person = await memberOfBoth();
    const { browser, token } = await signIn(server, person);
    const sessions = async () => (await server.api().get("/api/sessions", browser)).body;
    assert.equal((await sessions()).code, "no_organization_context");
    const chosen = await server
      .api()
      .post("/api/auth/organization", { organizationId: second.toUpperCase() }, browser);
    assert.equal(chosen.body.organization.id, second);
    assert.equal((await server.api().get("/api/sessions", browser)).status, 200);
    assert.equal((await server.api().get("/api/me", browser)).body.data.organization.id, second);
    assert.equal((await server.api(token).get("/api/sessions")).status, 400, "a token keeps what it names");
    await server.db.query("delete from members where organization_id = $1 and person_id = $2", [
      second,
      person.id,
    ]);
    await soon(403, () => server.api().get("/api/sessions", { ...browser, "x-organization-id": second }));
    const left = await server.api().get("/api/me", browser);
    assert.equal(left.body.data.organization.id, first);
    const foreign = await server.api().post("/api/auth/organization", { organizationId: second }, browser);
    assert.equal(foreign.body.code, "not_a_member");
    const noSignIn = await server.api(person.token).post("/api/auth/organization", { organizationId: first });
    assert.equal(noSignIn.body.code, "conflict");
  });

  test("what one has changed oneself holds for the very next request", async () => {
    const { browser } = await signIn(server, await memberOfBoth());
    // As if every announcement of the change came late.
    await server.db.query("alter table sign_ins disable trigger user");
    for (let turn = 0; turn < 50; turn += 1) {
      const organizationId = turn % 2 ? first : second;
      const { status } = await server.api().post("/api/auth/organization", { organizationId }, browser);
      assert.equal(status, 200);
      const { body } = await server.api().get("/api/me", browser);
      assert.equal(body.data.organization.id, organizationId, `after ${turn + 1} changes`);
    }
    assert.equal((await server.api().post("/api/auth/sign-out", undefined, browser)).status, 200);
    assert.equal((await server.api().get("/api/me", browser)).status, 401);
    await server.db.query("alter table sign_ins enable trigger user");
  });

  test("a PlatformAdmin may choose any organization that exists", async () => {
    const admin = await server.build.person({ platformAdmin: true });
    await givePassword(server, admin.id);
    const { browser } = await signIn(server, admin);
    const choose = (organizationId: string) =>
      server.api().post("/api/auth/organization", { organizationId }, browser);
    const { body } = await choose(second);
    assert.deepEqual([body.organization.id, body.organization.role], [second, "PlatformAdmin"]);
    await soon(200, () => server.api().get("/api/sessions", browser));
    assert.equal((await choose("0190a000-0000-7000-8000-000000000000")).status, 404);
  });

  test("names and picture can be changed, and only changes are events", async () => {
    const person = await member();
    const change = (body: object) => server.api(person.token).patch("/api/me", body);
    const { body } = await change({ firstName: "  Grace ", avatarUrl: "https://example.com/g.png" });
    assert.deepEqual([body.data.firstName, body.data.avatarUrl], ["Grace", "https://example.com/g.png"]);
    await change({ firstName: "Grace" });
    await change({});
    assert.equal((await change({ avatarUrl: null })).body.data.avatarUrl, null);
    assert.deepEqual(await eventsOf(server, person.id), ["person.changed", "person.changed"]);
    for (const bad of [{ avatarUrl: "javascript:alert(1)" }, { email: "x@example.com" }, { firstName: "" }]) {
      assert.equal((await change(bad)).status, 400);
    }
  });

  test("a changed password ends every other sign-in and token, and the answer's token goes on", async () => {
    const person = await member();
    const [mine, other] = [await signIn(server, person), await signIn(server, person)];
    const change = (currentPassword: string, newPassword: string) =>
      server.api().post("/api/auth/password", { currentPassword, newPassword }, mine.browser);
    assert.equal((await change("wrong", "a new password")).body.code, "wrong_password");
    assert.equal((await change(password, "too short")).status, 400);
    const { status, body } = await change(password, "a new password");
    assert.equal(status, 200);
    assert.equal(await me(body.token), 200);
    assert.equal((await server.api().get("/api/me", mine.browser)).status, 200);
    await soon(401, () => server.api().get("/api/me", other.browser));
    for (const token of [mine.token, other.token, person.token]) {
      await soon(401, () => server.api(token).get("/api/me"));
    }
    const repeat = await change(password, "a new password");
    assert.equal(repeat.body.code, "wrong_password");
    const old = await server.api().post("/api/auth/sign-in", { email: person.email, password });
    assert.equal(old.status, 401);
    assert.deepEqual(await eventsOf(server, person.id), ["person.password_changed"]);
  });

  test("a repeated change under one Idempotency-Key answers the same token", async () => {
    const person = await member();
    const { browser } = await signIn(server, person);
    const headers = { ...browser, "idempotency-key": "change-once" };
    const change = () =>
      server
        .api()
        .post("/api/auth/password", { currentPassword: password, newPassword: "a new password" }, headers);
    const [first, repeat] = [await change(), await change()];
    assert.deepEqual([repeat.status, repeat.body], [200, first.body]);
    const stored = JSON.stringify(await server.db.query("select * from idempotency_keys"));
    assert.ok(!stored.includes(first.body.token));
  });

  test("two changes of one password at once leave one of the two", async () => {
    const person = await member();
    const change = (newPassword: string) =>
      server.api(person.token).post("/api/auth/password", { currentPassword: password, newPassword });
    const answers = await Promise.all([change("new password one"), change("new password two")]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 401]);
  });

  test("somebody in no organization has an account, and no organization context", async () => {
    const homeless = await server.build.person();
    const { body } = await server.api(homeless.token).get("/api/me");
    assert.deepEqual([body.data.organizations, body.data.organization], [[], null]);
    const { status, body: refused } = await server.api(homeless.token).get("/api/sessions");
    assert.deepEqual([status, refused.code], [400, "no_organization_context"]);
  });

  test("an API key has no account", async () => {
    const key = server.api((await server.build.apiKey(first, ["mentorship:read"])).text);
    const answers = [
      await key.get("/api/me"),
      await key.patch("/api/me", { firstName: "Key" }),
      await key.post("/api/auth/token"),
      await key.post("/api/auth/sign-out"),
      await key.post("/api/auth/sign-out-everywhere"),
      await key.post("/api/auth/organization", { organizationId: first }),
      await key.post("/api/auth/password", { currentPassword: "x", newPassword: "y".repeat(12) }),
      await key.get("/api/organizations"),
      await key.get("/api/me", { "x-organization-id": second }),
    ];
    for (const { status, body } of answers) assert.deepEqual([status, body.code], [403, "forbidden"]);
  });

  test("nobody is nobody: every route of the account is 401 without a credential", async () => {
    const api = server.api();
    const answers = [
      await api.get("/api/me"),
      await api.patch("/api/me", {}),
      await api.post("/api/auth/token"),
      await api.post("/api/auth/sign-out"),
      await api.post("/api/auth/sign-out-everywhere"),
      await api.get("/api/organizations"),
      await api.post("/api/organizations", { name: "Mine" }),
    ];
    for (const { status } of answers) assert.equal(status, 401);
  });
});
