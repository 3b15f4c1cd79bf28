import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { createFirstAdmin } from "./index.ts";

describe("the first administrator", () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.close());

  const create = (more: object) =>
    createFirstAdmin(server.server.database, server.clock, {
      email: "root@example.com",
      firstName: "Ada",
      lastName: "Lovelace",
      ...more,
    });

  test("signs in with the password that is shown, and stands above all organizations", async () => {
    const { personId, organizationId, password } = await create({ organizationName: "First & Co" });
    assert.ok(password.length >= 24);
    const { body } = await server.api().post("/api/auth/sign-in", { email: "root@example.com", password });
    assert.deepEqual([body.person.id, body.person.platformAdmin], [personId, true]);
    assert.deepEqual([body.organization.id, body.organization.slug], [organizationId, "first-co"]);
    const trail = await server.api(body.token).get(`/api/organizations/${organizationId}/audit`);
    assert.deepEqual(
      trail.body.data.map((entry: { type: string; actor: object }) => [entry.type, entry.actor]).sort(),
      [
        ["member.added", { kind: "system", id: null }],
        ["organization.created", { kind: "system", id: null }],
      ],
    );
  });

  test("is refused when the person exists, and nothing is left behind", async () => {
    await assert.rejects(create({ email: "ROOT@example.com", organizationName: "Second" }), {
      code: "already_exists",
    });
    const rows = await server.db.query("select from organizations where name = 'Second'");
    assert.equal(rows.length, 0);
  });

  test("needs no organization, and takes a password", async () => {
    const made = await create({ email: "two@example.com", password: "chosen by the operator" });
    assert.deepEqual([made.organizationId, made.password], [null, "chosen by the operator"]);
  });
});
