import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { givePassword, password, signIn } from "../../test/build-identity.ts";
import type { BuiltPerson } from "../../test/builders.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { minutes } from "../kernel/clock.ts";

describe("signing in", () => {
  let server: TestServer;
  let organizationId: string;
  let coach: BuiltPerson;

  before(async () => {
    server = await startTestServer();
    organizationId = await server.build.organization();
    coach = await server.build.member(organizationId, "Coach");
    await givePassword(server, coach.id);
  });
  after(() => server.close());

  const attempt = (body: object, headers = {}) => server.api().post("/api/auth/sign-in", body, headers);

  test("the right password answers a token for one hour, the person, their organizations and a cookie", async () => {
    const { status, body, headers } = await attempt({ email: coach.email.toUpperCase(), password });
    assert.equal(status, 200);
    assert.equal(body.person.id, coach.id);
    assert.deepEqual(
      body.organizations.map(({ id, role }: { id: string; role: string }) => ({ id, role })),
      [{ id: organizationId, role: "Coach" }],
    );
    assert.equal(body.organization.id, organizationId);
    assert.equal(Date.parse(body.expiresAt) - server.clock().getTime(), 3_600_000);
    assert.match(
      headers.get("set-cookie") ?? "",
      /^convene_sign_in=[0-9a-f-]{36}_[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    assert.equal((await server.api(body.token).get("/api/me")).body.data.person.id, coach.id);
    const cookie = headers.get("set-cookie")?.split(";")[0] ?? "";
    assert.equal((await server.api().get("/api/sessions", { cookie })).status, 200);
  });

  test("an https server marks the cookie Secure", async () => {
    const secure = await startTestServer({ settings: { PUBLIC_URL: "https://convene.test" } });
    const person = await secure.build.member(await secure.build.organization(), "Coach");
    await givePassword(secure, person.id);
    const { headers } = await secure.api().post("/api/auth/sign-in", { email: person.email, password });
    assert.match(headers.get("set-cookie") ?? "", /; Secure$/);
    await secure.close();
  });

  test("a wrong password, an unknown address and a person without a password all answer alike", async () => {
    const without = await server.build.member(organizationId, "Teacher");
    const answers = await Promise.all([
      attempt({ email: coach.email, password: "wrong" }),
      attempt({ email: "nobody@example.com", password }),
      attempt({ email: without.email, password }),
    ]);
    for (const { status, body, headers } of answers) {
      assert.equal(status, 401);
      assert.equal(headers.get("www-authenticate"), "Bearer");
      const { requestId: _, ...rest } = body;
      assert.deepEqual(rest, {
        type: "urn:convene:problem:wrong_password",
        title: "The e-mail address or the password is wrong",
        status: 401,
        code: "wrong_password",
      });
    }
  });

  test("the same password in another Unicode form is the same password", async () => {
    const person = await server.build.member(organizationId, "Coach");
    await givePassword(server, person.id, "crème brûlée ﬁne");
    const { status } = await attempt({
      email: person.email,
      password: "cre\u0300me bru\u0302le\u0301e fine",
    });
    assert.equal(status, 200);
  });

  test("a malformed body is 400 and names every bad member", async () => {
    const { status, body } = await attempt({ email: "no address", password: 5, surprise: true });
    assert.equal(status, 400);
    const pointers = body.errors.map((error: { pointer: string }) => error.pointer).sort();
    assert.deepEqual(pointers, ["/email", "/password", "/surprise"]);
  });

  test("the organization to begin with must be one's own", async () => {
    const foreign = await server.build.organization();
    const { status, body } = await attempt({ email: coach.email, password, organizationId: foreign });
    assert.deepEqual([status, body.code], [403, "not_a_member"]);
    const own = await attempt({ email: coach.email, password, organizationId: organizationId.toUpperCase() });
    assert.equal(own.body.organization.id, organizationId);
  });

  test("ten wrong passwords close an account to guessing for 15 minutes, parallel ones included", async () => {
    const another = await server.another();
    const person = await server.build.member(organizationId, "Coach");
    await givePassword(server, person.id);
    const guess = () => another.api().post("/api/auth/sign-in", { email: person.email, password: "guess" });
    const statuses = (await Promise.all(Array.from({ length: 12 }, guess))).map(({ status }) => status);
    assert.equal(statuses.filter((status) => status === 401).length, 10);
    assert.equal(statuses.filter((status) => status === 429).length, 2);
    const right = () => another.api().post("/api/auth/sign-in", { email: person.email, password });
    assert.equal((await right()).status, 429);
    server.clock.advance(minutes(15));
    assert.equal((await right()).status, 200);
  });

  test("one address may send twenty wrong passwords a minute, at whatever accounts", async () => {
    const another = await server.another();
    const guess = (n: number) =>
      another.api().post("/api/auth/sign-in", { email: `guess-${n % 5}@example.com`, password: "guess" });
    for (let n = 0; n < 20; n += 1) assert.equal((await guess(n)).status, 401);
    const { status, headers } = await guess(20);
    assert.deepEqual([status, headers.get("retry-after")], [429, "60"]);
    const right = () => another.api().post("/api/auth/sign-in", { email: coach.email, password });
    assert.equal((await right()).status, 429, "a guess is not tried, even if it were right");
    server.clock.advance(minutes(1));
    assert.equal((await right()).status, 200);
  });

  test("right passwords are never slowed down, parallel ones of one account included", async () => {
    const another = await server.another();
    const right = () => another.api().post("/api/auth/sign-in", { email: coach.email, password });
    for (let round = 0; round < 2; round += 1) {
      const answers = await Promise.all(Array.from({ length: 25 }, right));
      assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
    }
  });

  test("a repeat under one Idempotency-Key is the same sign-in, and nothing secret is stored in clear", async () => {
    const another = await server.another();
    const headers = { "idempotency-key": "sign-in-once-and-not-again" };
    const once = () => another.api().post("/api/auth/sign-in", { email: coach.email, password }, headers);
    const [first, repeat] = [await once(), await once()];
    assert.equal(repeat.headers.get("idempotency-replayed"), "true");
    assert.equal(repeat.body.token, first.body.token);
    assert.equal(repeat.headers.get("set-cookie"), first.headers.get("set-cookie"));
    const rows = await server.db.query("select * from idempotency_keys");
    const stored = JSON.stringify(rows);
    const secret = first.headers.get("set-cookie")?.split(/[=;]/)[1] ?? "";
    assert.equal(rows.length, 1);
    for (const text of [first.body.token, secret, secret.slice(37), password, coach.email]) {
      assert.ok(!stored.includes(text));
    }
  });

  test("the database holds neither passwords nor the cookie's secret", async () => {
    const another = await server.another();
    const { cookie } = await signIn(another, coach);
    const rows = await server.db.query("select secret_hash from sign_ins");
    const secret = cookie.slice(-43);
    assert.ok(rows.length > 0);
    assert.ok(!JSON.stringify(rows).includes(secret));
  });

  test("a cookie is void after 30 days", async () => {
    const another = await server.another();
    const { browser } = await signIn(another, coach);
    assert.equal((await another.api().get("/api/me", browser)).status, 200);
    server.clock.advance(minutes(30 * 24 * 60));
    assert.equal((await another.api().get("/api/me", browser)).status, 401);
    await signIn(another, coach);
    const [row] = await server.db.query<{ count: string }>(
      "select count(*) from sign_ins where person_id = $1",
      [coach.id],
    );
    assert.equal(row?.count, "1", "what is over is cleared away");
  });
});
