import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { BuiltPerson } from "../../test/builders.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";

describe("the audit trail", () => {
  let server: TestServer;
  let id: string;
  let admin: BuiltPerson;
  let coach: BuiltPerson;
  let start: string;
  let middle: string;

  const read = async (query = "", token = admin.token) =>
    (await server.api(token).get(`/api/organizations/${id}/audit${query}`)).body;
  const types = (body: { data: { type: string }[] }) => body.data.map((entry) => entry.type);

  before(async () => {
    server = await startTestServer();
    id = await server.build.organization();
    admin = await server.build.member(id, "OrganizationAdmin");
    coach = await server.build.member(id, "Coach");
    const api = server.api(admin.token);
    start = server.clock().toISOString();
    await api.patch(`/api/organizations/${id}`, { name: "Renamed" }, { "user-agent": "curl/8" });
    server.clock.advance(1000);
    middle = server.clock().toISOString();
    // Two of one instant: only the id tells their order.
    await api.patch(`/api/organizations/${id}/members/${coach.id}`, { role: "Manager" });
    await server.api(coach.token).patch("/api/me", { firstName: "Grace" });
    server.clock.advance(1000);
    await api.delete(`/api/organizations/${id}/members/${coach.id}`);
  });
  after(() => server.close());

  test("says who did what, to whom, when and from where", async () => {
    const { data } = await read("?type=organization.changed");
    assert.equal(data.length, 1);
    const [entry] = data;
    assert.equal(entry.subjectId, id);
    assert.equal(entry.occurredAt, start);
    assert.deepEqual(entry.actor, { kind: "person", id: admin.id });
    assert.equal(entry.origin.ip, "127.0.0.1");
    assert.equal(entry.origin.userAgent, "curl/8");
    assert.match(entry.origin.requestId, /^[0-9a-f-]{36}$/);
    assert.deepEqual(entry.payload, { changed: ["name"] });
  });

  test("pages go from the newest to the oldest without a gap or a repeat", async () => {
    const whole = await read();
    assert.equal(whole.data.length, 4);
    assert.equal(whole.meta.next_cursor, null);
    assert.equal(types(whole)[0], "member.removed");
    const collected: { id: string }[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: { data: { id: string }[]; meta: { next_cursor: string | null } } = await read(
        `?limit=1${cursor && `&cursor=${cursor}`}`,
      );
      collected.push(...page.data);
      cursor = page.meta.next_cursor;
    }
    assert.deepEqual(collected, whole.data);
  });

  test("can be asked by actor, subject, type and time, all together", async () => {
    assert.deepEqual(types(await read(`?actor=${coach.id}`)), ["person.changed"]);
    assert.deepEqual(types(await read(`?subjectId=${coach.id}&actor=${admin.id}`)), [
      "member.removed",
      "member.role_changed",
    ]);
    assert.equal((await read(`?from=${middle}`)).data.length, 3);
    assert.equal((await read(`?to=${start}`)).data.length, 1);
    assert.equal((await read(`?from=${middle}&to=${middle}`)).data.length, 2);
    assert.deepEqual(types(await read(`?subjectId=${coach.id}&type=member.removed&from=${middle}`)), [
      "member.removed",
    ]);
    assert.deepEqual((await read("?type=no.such")).data, []);
  });

  test("bad queries are named", async () => {
    const made = Buffer.from(JSON.stringify(["2026-01-01T00:00:00Z", "not a uuid"])).toString("base64url");
    for (const query of [
      "?limit=0",
      "?limit=201",
      "?from=yesterday",
      "?cursor=nonsense",
      `?cursor=${made}`,
      "?cursor=",
    ]) {
      const { status, body } = await server.api(admin.token).get(`/api/organizations/${id}/audit${query}`);
      assert.equal(status, 400, query);
      assert.equal(body.errors.length, 1);
    }
    const { body } = await server
      .api(admin.token)
      .get(`/api/organizations/${id}/audit?limit=0&cursor=nonsense&from=yesterday`);
    const pointers = body.errors.map((error: { pointer: string }) => error.pointer).sort();
    assert.deepEqual(pointers, ["?cursor", "?from", "?limit"]);
  });

  test("shows nothing of another organization", async () => {
    const other = await server.build.organization();
    const outsider = await server.build.member(other, "OrganizationAdmin");
    await server.api(outsider.token).patch(`/api/organizations/${other}`, { name: "Other" });
    const own = await server.api(outsider.token).get(`/api/organizations/${other}/audit`);
    assert.equal(own.body.data.length, 1);
    assert.equal((await read()).data.length, 4);
    const foreign = await server.api(outsider.token).get(`/api/organizations/${id}/audit`);
    assert.equal(foreign.status, 404);
  });

  test("has no address, name or e-mail address in what happened", async () => {
    const payloads = JSON.stringify((await read()).data.map((entry: { payload: object }) => entry.payload));
    for (const text of ["Grace", "Renamed", coach.email, admin.email]) assert.ok(!payloads.includes(text));
  });
});
