import assert from "node:assert/strict";
import { after, before, describe, mock, test } from "node:test";
import pg from "pg";
import { givePassword, signIn, soon, within10Seconds } from "../../test/build-identity.ts";
import type { BuiltPerson } from "../../test/builders.ts";
import { eventually } from "../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";

/** A size that no other pool has: by it a test tells connections for requests from those for work beside them. */
const requestsPool = 7;

describe("what changes on one server process, on another", () => {
  let one: TestServer;
  let two: TestServer;
  let id: string;
  let admin: BuiltPerson;

  before(async () => {
    one = await startTestServer({ settings: { DATABASE_POOL: String(requestsPool) } });
    two = await one.another();
    id = await one.build.organization();
    admin = await one.build.member(id, "OrganizationAdmin");
  });
  after(() => one.close());

  const members = (server: TestServer, token: string) =>
    server.api(token).get(`/api/organizations/${id}/members`);

  async function known(token: string, path = "/api/sessions"): Promise<void> {
    for (const server of [one, two]) assert.equal((await server.api(token).get(path)).status, 200);
  }

  test("a revoked key is refused", async () => {
    const { body } = await one
      .api(admin.token)
      .post(`/api/organizations/${id}/api-keys`, { name: "key", scopes: ["mentorship:read"] });
    await known(body.data.key);
    await one.api(admin.token).delete(`/api/organizations/${id}/api-keys/${body.data.id}`);
    for (const server of [two, one]) await soon(401, () => server.api(body.data.key).get("/api/sessions"));
  });

  test("a removed member is refused, and one who comes back is let in", async () => {
    const person = await one.build.member(id, "Coach");
    await known(person.token);
    await one.api(admin.token).delete(`/api/organizations/${id}/members/${person.id}`);
    for (const server of [two, one]) await soon(403, () => server.api(person.token).get("/api/sessions"));
    await one.db.query(
      "insert into members (organization_id, person_id, role, created_at) values ($1, $2, 'Coach', $3)",
      [id, person.id, one.clock()],
    );
    for (const server of [two, one]) await soon(200, () => server.api(person.token).get("/api/sessions"));
  });

  test("a demotion and a promotion count", async () => {
    const person = await one.build.member(id, "Manager");
    for (const server of [one, two]) assert.equal((await members(server, person.token)).status, 200);
    const change = (role: string) =>
      one.api(admin.token).patch(`/api/organizations/${id}/members/${person.id}`, { role });
    await change("Coach");
    for (const server of [two, one]) await soon(403, () => members(server, person.token));
    await change("Manager");
    for (const server of [two, one]) await soon(200, () => members(server, person.token));
  });

  test("signing out, here or everywhere, ends cookies and tokens", async () => {
    const person = await one.build.member(id, "Coach");
    await givePassword(one, person.id);
    const here = await signIn(one, person);
    await known(here.token);
    assert.equal((await two.api().get("/api/me", here.browser)).status, 200);
    await one.api().post("/api/auth/sign-out", undefined, here.browser);
    await soon(401, () => two.api().get("/api/me", here.browser));
    await soon(401, () => two.api(here.token).get("/api/me"));
    const again = await signIn(one, person);
    await known(again.token);
    await one.api(again.token).post("/api/auth/sign-out-everywhere");
    await soon(401, () => two.api(again.token).get("/api/me"));
    await soon(401, () => two.api(person.token).get("/api/me"));
  });

  test("what somebody corrects in the database by hand counts", async () => {
    const person = await one.build.person({ platformAdmin: true });
    await known(person.token, "/api/organizations");
    await one.db.query("update people set platform_admin = false where id = $1", [person.id]);
    for (const server of [two, one])
      await soon(403, () => server.api(person.token).get("/api/organizations"));
  });

  test("changes hold while the announcements' connection is cut, again and again", {
    timeout: 30_000,
  }, async () => {
    const cut = () =>
      one.db.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'convene listener'",
      );
    for (let round = 0; round < 2; round += 1) {
      const person = await one.build.member(id, "Manager");
      for (const server of [one, two]) assert.equal((await members(server, person.token)).status, 200);
      assert.ok((await cut()).length > 0);
      await one.db.query("update members set role = 'Teacher' where person_id = $1", [person.id]);
      for (const server of [two, one]) await soon(403, () => members(server, person.token));
      await within10Seconds("a new connection", async () => {
        const rows = await one.db.query(
          "select from pg_stat_activity where datname = current_database() and application_name = 'convene listener'",
        );
        return rows.length >= 2;
      });
    }
  });

  test("changes hold when the announcements' connection goes silent without a sign", {
    timeout: 30_000,
  }, async () => {
    const person = await one.build.member(id, "Manager");
    for (const server of [one, two]) assert.equal((await members(server, person.token)).status, 200);
    const listeners = await one.db.query<{ pid: number }>(
      "select pid from pg_stat_activity where datname = current_database() and application_name = 'convene listener'",
    );
    for (const { pid } of listeners) process.kill(pid, "SIGSTOP");
    try {
      await one.db.query("update members set role = 'Teacher' where person_id = $1", [person.id]);
      for (const server of [two, one]) await soon(403, () => members(server, person.token));
    } finally {
      for (const { pid } of listeners) process.kill(pid, "SIGCONT");
    }
  });

  test("a caller who was seen is authenticated without a query", async () => {
    const person = await one.build.member(id, "Coach");
    const key = await one.build.apiKey(id, ["mentorship:read"]);
    await givePassword(one, person.id);
    const { browser } = await signIn(one, person);
    // Refused before the transaction begins: what is left is authentication alone.
    const refused = [
      () => one.api(person.token).get("/api/sessions?limit=0"),
      () => one.api(key.text).get("/api/sessions?limit=0"),
      () => one.api().get("/api/sessions?limit=0", browser),
    ];
    for (const request of refused) assert.equal((await request()).status, 400);
    const connect = mock.method(pg.Pool.prototype, "connect");
    try {
      // Not while the listener is away, as a test before this one may have left it.
      await eventually(async () => {
        connect.mock.resetCalls();
        for (let n = 0; n < 100; n += 1) for (const request of refused) await request();
        const taken = connect.mock.calls.filter(
          (call) => (call.this as pg.Pool).options.max === requestsPool,
        );
        // The key's use is noted, now and then.
        assert.ok(taken.length <= 3, `${taken.length} connections for 300 requests`);
      });
    } finally {
      connect.mock.restore();
    }
  });
});
