import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eventsOf, organizationCalls, soon } from "../../test/build-identity.ts";
import type { BuiltPerson } from "../../test/builders.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { roles } from "../kernel/roles.ts";

describe("organizations", () => {
  let server: TestServer;
  let id: string;
  let admin: BuiltPerson;
  let platformAdmin: BuiltPerson;

  before(async () => {
    server = await startTestServer();
    id = await server.build.organization({ plan: "team" });
    admin = await server.build.member(id, "OrganizationAdmin");
    platformAdmin = await server.build.person({ platformAdmin: true });
  });
  after(() => server.close());

  test("a PlatformAdmin opens one with a free slug made from its name", async () => {
    const api = server.api(platformAdmin.token);
    const first = await api.post("/api/organizations", { name: "Zürich Court Reporters" });
    assert.equal(first.status, 201);
    const { slug, plan, selfService } = first.body.data;
    assert.deepEqual([slug, plan, selfService], ["zurich-court-reporters", "starter", false]);
    const second = await api.post("/api/organizations", {
      name: "Zürich Court Reporters",
      plan: "enterprise",
      selfService: true,
    });
    assert.equal(second.body.data.slug, "zurich-court-reporters-2");
    assert.equal(second.body.data.selfService, true);
    const nameless = await api.post("/api/organizations", { name: "東京" });
    assert.match(nameless.body.data.slug, /^[a-z0-9]{8}$/);
    assert.deepEqual(await eventsOf(server, first.body.data.id), ["organization.created"]);
    const seen = await api.get(`/api/organizations/${first.body.data.id}`);
    assert.equal(seen.body.data.name, "Zürich Court Reporters");
  });

  test("a slug that is taken is 409, and of two that ask at once one gets it", async () => {
    const ask = () =>
      server.api(platformAdmin.token).post("/api/organizations", { name: "Race", slug: "race" });
    const answers = await Promise.all([ask(), ask()]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409]);
    for (const slug of ["Up", "a b", "-a", "a--b", "", "x".repeat(101)]) {
      const { status } = await server
        .api(platformAdmin.token)
        .post("/api/organizations", { name: "Bad", slug });
      assert.equal(status, 400, slug);
    }
  });

  test("the list is paged, newest first, and for PlatformAdmin alone", async () => {
    const { body } = await server.api(platformAdmin.token).get("/api/organizations?limit=2&offset=1");
    assert.equal(body.data.length, 2);
    assert.ok(body.meta.total_count >= 3);
    const beyond = await server.api(platformAdmin.token).get("/api/organizations?offset=1000");
    assert.deepEqual(beyond.body.data, []);
    for (const token of [admin.token, (await server.build.person()).token]) {
      const list = await server.api(token).get("/api/organizations");
      const create = await server.api(token).post("/api/organizations", { name: "Mine" });
      assert.deepEqual([list.status, create.status], [403, 403]);
    }
  });

  test("an OrganizationAdmin changes the name; plan and self-service are the operator's", async () => {
    const path = `/api/organizations/${id}`;
    const { body } = await server.api(admin.token).patch(path, { name: " Renamed " });
    assert.equal(body.data.name, "Renamed");
    for (const terms of [{ plan: "enterprise" }, { selfService: false }, { name: "x", plan: "team" }]) {
      assert.equal((await server.api(admin.token).patch(path, terms)).status, 403);
    }
    const changed = await server
      .api(platformAdmin.token)
      .patch(path, { plan: "enterprise", selfService: false });
    assert.deepEqual([changed.body.data.plan, changed.body.data.selfService], ["enterprise", false]);
    await server.api(platformAdmin.token).patch(path, { plan: "enterprise" });
    const events = await server.db.query<{ payload: object }>(
      "select payload from events where subject_id = $1 order by occurred_at, id",
      [id],
    );
    assert.deepEqual(
      events.map((event) => event.payload),
      [{ changed: ["name"] }, { changed: ["plan", "selfService"] }],
    );
  });

  test("each role may do what the documents say, and no more", async () => {
    const allowed = { OrganizationAdmin: true, PlatformAdmin: true };
    for (const role of roles) {
      const person = role === "PlatformAdmin" ? platformAdmin : await server.build.member(id, role);
      const api = server.api(person.token);
      const answers = [
        await api.get(`/api/organizations/${id}`),
        await api.patch(`/api/organizations/${id}`, {}),
        await api.get(`/api/organizations/${id}/audit`),
        await api.get(`/api/organizations/${id}/invitations`),
        await api.get(`/api/organizations/${id}/api-keys`),
      ];
      const expected = role in allowed ? 200 : 403;
      for (const { status } of answers) assert.equal(status, expected, role);
      const members = await api.get(`/api/organizations/${id}/members`);
      assert.equal(members.status, role === "Manager" || role in allowed ? 200 : 403, role);
    }
  });

  test("another organization's is 404 on every route, also for an API key and for nobody's", async () => {
    const foreign = await server.build.organization();
    const outsider = await server.build.member(foreign, "OrganizationAdmin");
    const foreignKey = await server.build.apiKey(foreign, ["live:read"]);
    const homeless = await server.build.person();
    for (const token of [outsider.token, foreignKey.text, homeless.token]) {
      for (const call of organizationCalls(server.api(token), id)) assert.equal((await call()).status, 404);
    }
    const unknown = "0190a000-0000-7000-8000-000000000000";
    for (const call of organizationCalls(server.api(platformAdmin.token), unknown)) {
      assert.equal((await call()).status, 404);
    }
  });

  test("keys are 403 and nobody is 401 on every route", async () => {
    const key = await server.build.apiKey(id, ["live:read", "live:write"]);
    for (const call of organizationCalls(server.api(key.text), id)) {
      const { status, body } = await call();
      assert.deepEqual([status, body.code], [403, "forbidden"]);
    }
    for (const call of organizationCalls(server.api(), id)) assert.equal((await call()).status, 401);
  });

  test("a path that is no UUID is 400 and says so", async () => {
    for (const text of ["1", "..%2f", "%00", "x".repeat(3000), "%F0%9F%98%80"]) {
      const { status, body } = await server.api(admin.token).get(`/api/organizations/${text}/members`);
      assert.equal(status, 400, text);
      assert.equal(body.errors[0].pointer, ":id");
    }
  });

  test("the path chooses the organization, whatever header and token say", async () => {
    const other = await server.build.organization();
    await server.db.query(
      "insert into members (organization_id, person_id, role, created_at) values ($1, $2, 'Manager', $3)",
      [other, admin.id, server.clock()],
    );
    const headers = { "x-organization-id": id };
    const listMembers = () =>
      server.api(admin.token).get(`/api/organizations/${other.toUpperCase()}/members`, headers);
    // The server hears of a membership that was made in the database a moment later.
    await soon(200, listMembers);
    const list = await listMembers();
    assert.equal(list.body.meta.total_count, 1);
    const change = await server
      .api(admin.token)
      .patch(`/api/organizations/${other}`, { name: "No" }, headers);
    assert.equal(change.status, 403, "the role is that of the organization in the path");
  });
});
