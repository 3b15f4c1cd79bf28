import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eventsOf, soon, within10Seconds } from "../../test/build-identity.ts";
import type { BuiltPerson } from "../../test/builders.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { hours, plus } from "../kernel/clock.ts";

describe("API keys", () => {
  let server: TestServer;
  let id: string;
  let admin: BuiltPerson;

  before(async () => {
    server = await startTestServer();
    id = await server.build.organization();
    admin = await server.build.member(id, "OrganizationAdmin");
  });
  after(() => server.close());

  const path = () => `/api/organizations/${id}/api-keys`;
  const make = (body: object, headers = {}) => server.api(admin.token).post(path(), body, headers);
  const reading = { name: "reports", scopes: ["mentorship:read"] };

  test("a key is shown once, works within its scopes, and is listed without its secret", async () => {
    const { status, body } = await make(reading, { "idempotency-key": "key-once" });
    assert.equal(status, 201);
    const { key, ...rest } = body.data;
    assert.match(key, /^cvk_[a-z0-9]{24}_[\w-]{43}$/);
    assert.equal((await server.api(key).get("/api/sessions")).status, 200);
    const write = await server.api(key).post("/api/mentorships", { coachId: "a", teacherId: "b" });
    assert.deepEqual([write.status, write.body.code], [403, "insufficient_scope"]);
    const list = await server.api(admin.token).get(path());
    const listed = list.body.data.find((one: { id: string }) => one.id === rest.id);
    assert.deepEqual({ ...listed, lastUsedAt: null }, rest);
    const repeat = await make(reading, { "idempotency-key": "key-once" });
    assert.equal(repeat.body.data.key, key);
    const secret = key.slice(-43);
    for (const table of ["api_keys", "idempotency_keys", "events"]) {
      const rows = await server.db.query(`select * from ${table}`);
      assert.ok(!JSON.stringify(rows).includes(secret), table);
    }
    assert.ok(!JSON.stringify(list.body).includes(secret));
  });

  test("bad input is named", async () => {
    const past = plus(server.clock(), -1).toISOString();
    for (const [body, pointer] of [
      [{ ...reading, scopes: [] }, "/scopes"],
      [{ ...reading, scopes: ["live:read", "live:read"] }, "/scopes"],
      [{ ...reading, scopes: ["everything"] }, "/scopes/0"],
      [{ ...reading, name: " " }, "/name"],
      [{ ...reading, expiresAt: past }, "/expiresAt"],
      [{ ...reading, expiresAt: "tomorrow" }, "/expiresAt"],
      [{ ...reading, role: "OrganizationAdmin" }, "/role"],
    ] as const) {
      const { status, body: answer } = await make(body);
      assert.deepEqual([status, answer.errors[0].pointer], [400, pointer]);
    }
    const { body: both } = await make({ ...reading, name: " ", expiresAt: past });
    const pointers = both.errors.map((error: { pointer: string }) => error.pointer).sort();
    assert.deepEqual(pointers, ["/expiresAt", "/name"]);
  });

  test("a key ends when it expires", async () => {
    const expiresAt = plus(server.clock(), hours(1)).toISOString();
    const { key } = (await make({ ...reading, expiresAt })).body.data;
    assert.equal((await server.api(key).get("/api/sessions")).status, 200);
    server.clock.advance(hours(1));
    assert.equal((await server.api(key).get("/api/sessions")).status, 401);
  });

  test("a revoked key is void; revoking again changes nothing", async () => {
    const { id: keyId, key } = (await make(reading)).body.data;
    assert.equal((await server.api(key).get("/api/sessions")).status, 200);
    const revoked = await server.api(admin.token).delete(`${path()}/${keyId}`);
    assert.equal(revoked.status, 200);
    await soon(401, () => server.api(key).get("/api/sessions"));
    server.clock.advance(1000);
    const again = await server.api(admin.token).delete(`${path()}/${keyId}`);
    assert.deepEqual(again.body.data.revokedAt, revoked.body.data.revokedAt);
    assert.deepEqual(await eventsOf(server, keyId), ["api_key.created", "api_key.revoked"]);
    assert.equal((await server.api(admin.token).delete(`${path()}/nothing`)).status, 404);
  });

  test("another secret under a key's id, and what only looks like a key, are 401", async () => {
    const { text, id: keyId } = await server.build.apiKey(id, ["mentorship:read"]);
    for (const wrong of [
      `cvk_${keyId}_${"x".repeat(43)}`,
      `${text.slice(0, -1)}${text.endsWith("A") ? "B" : "A"}`,
      `${text}x`,
      text.slice(0, -1),
      "cvk_",
      `cvk_${"a".repeat(24)}_${"b".repeat(43)}`,
      `cvk_${"x".repeat(10_000)}`,
    ]) {
      assert.equal((await server.api(wrong).get("/api/sessions")).status, 401);
    }
  });

  test("a key is for its own organization", async () => {
    const { text } = await server.build.apiKey(id, ["mentorship:read"]);
    const foreign = await server.build.organization();
    const as = (organizationId: string) =>
      server.api(text).get("/api/sessions", { "x-organization-id": organizationId });
    assert.equal((await as(id)).status, 200);
    assert.deepEqual((await as(foreign)).body.code, "not_a_member");
  });

  test("when a key was last used is written down within moments", { timeout: 20_000 }, async () => {
    const { id: keyId, key } = (await make(reading)).body.data;
    await server.api(key).get("/api/sessions");
    const usedAt = server.clock().toISOString();
    await within10Seconds("the time of last use", async () => {
      const list = await server.api(admin.token).get(path());
      const listed = list.body.data.find((one: { id: string }) => one.id === keyId);
      return listed.lastUsedAt === usedAt;
    });
  });
});
