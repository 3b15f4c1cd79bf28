import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eventsOf, soon } from "../../test/build-identity.ts";
import type { BuiltPerson } from "../../test/builders.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";

describe("members", () => {
  let server: TestServer;
  let id: string;
  let admin: BuiltPerson;

  before(async () => {
    server = await startTestServer();
    id = await server.build.organization();
    admin = await server.build.member(id, "OrganizationAdmin");
  });
  after(() => server.close());

  const path = (personId: string, organizationId = id) =>
    `/api/organizations/${organizationId}/members/${personId}`;

  test("the list is paged, the first joined first, and can be of one role", async () => {
    const organizationId = await server.build.organization();
    const manager = await server.build.member(organizationId, "Manager");
    server.clock.advance(1);
    const coaches = [];
    for (let n = 0; n < 3; n += 1) {
      coaches.push(await server.build.member(organizationId, "Coach"));
      server.clock.advance(1);
    }
    const list = async (query: string) =>
      (await server.api(manager.token).get(`/api/organizations/${organizationId}/members${query}`)).body;
    const all = await list("");
    assert.deepEqual(
      all.data.map((member: { id: string }) => member.id),
      [manager.id, ...coaches.map((coach) => coach.id)],
    );
    const some = await list("?role=Coach&limit=2&offset=1");
    assert.equal(some.meta.total_count, 3);
    assert.deepEqual(
      some.data.map((member: { id: string }) => member.id),
      [coaches[1]?.id, coaches[2]?.id],
    );
    for (const query of ["?limit=0", "?limit=201", "?offset=-1", "?limit=x", "?role=PlatformAdmin"]) {
      const { status } = await server
        .api(manager.token)
        .get(`/api/organizations/${organizationId}/members${query}`);
      assert.equal(status, 400, query);
    }
  });

  test("a role is changed once, with an event; the same role again is no change", async () => {
    const person = await server.build.member(id, "Teacher");
    const change = (role: string) => server.api(admin.token).patch(path(person.id), { role });
    const { status, body } = await change("Manager");
    assert.deepEqual([status, body.data.role], [200, "Manager"]);
    await change("Manager");
    const events = await server.db.query("select type, payload, actor_id from events where subject_id = $1", [
      person.id,
    ]);
    assert.deepEqual(events, [
      {
        type: "member.role_changed",
        payload: { personId: person.id, from: "Teacher", to: "Manager" },
        actor_id: admin.id,
      },
    ]);
    await soon(200, () => server.api(person.token).get(`/api/organizations/${id}/members`));
    for (const role of ["PlatformAdmin", "Owner", 1, null]) {
      const { status: refused } = await server.api(admin.token).patch(path(person.id), { role });
      assert.equal(refused, 400);
    }
  });

  test("nobody below OrganizationAdmin changes or removes anybody, themselves included", async () => {
    for (const role of ["Teacher", "Coach", "Manager"] as const) {
      const person = await server.build.member(id, role);
      const api = server.api(person.token);
      assert.equal((await api.patch(path(person.id), { role: "OrganizationAdmin" })).status, 403);
      assert.equal((await api.delete(path(admin.id))).status, 403);
    }
  });

  test("who is no member cannot be changed or removed", async () => {
    const stranger = await server.build.person();
    for (const personId of [stranger.id, "nobody", "%00", "💥", "x".repeat(500)]) {
      const encoded = personId === "%00" ? personId : encodeURIComponent(personId);
      const changed = await server.api(admin.token).patch(path(encoded), { role: "Coach" });
      const removed = await server.api(admin.token).delete(path(encoded));
      const expected = personId === "%00" ? 400 : 404;
      assert.deepEqual([changed.status, removed.status], [expected, expected], personId);
    }
  });

  test("a removed member is out, and their account stays", async () => {
    const person = await server.build.member(id, "Manager");
    const { status, body } = await server.api(admin.token).delete(path(person.id));
    assert.deepEqual([status, body.data.id], [200, person.id]);
    await soon(403, () => server.api(person.token).get("/api/sessions"));
    const me = await server.api(person.token).get("/api/me");
    assert.deepEqual(me.body.data.organizations, []);
    assert.equal((await server.api(admin.token).delete(path(person.id))).status, 404);
    assert.deepEqual(await eventsOf(server, person.id), ["member.removed"]);
  });

  test("the last OrganizationAdmin can be neither demoted nor removed, not even by a PlatformAdmin", async () => {
    const organizationId = await server.build.organization();
    const last = await server.build.member(organizationId, "OrganizationAdmin");
    const platformAdmin = await server.build.person({ platformAdmin: true });
    for (const token of [last.token, platformAdmin.token]) {
      const demoted = await server.api(token).patch(path(last.id, organizationId), { role: "Coach" });
      const removed = await server.api(token).delete(path(last.id, organizationId));
      assert.deepEqual([demoted.status, removed.status], [409, 409]);
    }
    await server.build.member(organizationId, "OrganizationAdmin");
    const stepsDown = await server.api(last.token).patch(path(last.id, organizationId), { role: "Coach" });
    assert.equal(stepsDown.status, 200);
  });

  test("administrators who demote or remove each other at once leave one", async () => {
    for (let round = 0; round < 5; round += 1) {
      const organizationId = await server.build.organization();
      const admins: BuiltPerson[] = [];
      for (let n = 0; n < 4; n += 1) {
        admins.push(await server.build.member(organizationId, "OrganizationAdmin"));
      }
      await Promise.all(
        admins.map((actor, n) => {
          const victim = path(admins[(n + 1) % 4]!.id, organizationId);
          const api = server.api(actor.token);
          return n % 2 ? api.delete(victim) : api.patch(victim, { role: "Teacher" });
        }),
      );
      const left = await server.db.query(
        "select from members where organization_id = $1 and role = 'OrganizationAdmin'",
        [organizationId],
      );
      assert.ok(left.length >= 1);
    }
  });

  test("two administrators who demote each other at once: exactly one succeeds", async () => {
    const organizationId = await server.build.organization();
    const one = await server.build.member(organizationId, "OrganizationAdmin");
    const two = await server.build.member(organizationId, "OrganizationAdmin");
    const demote = (actor: BuiltPerson, victim: BuiltPerson) =>
      server.api(actor.token).patch(path(victim.id, organizationId), { role: "Coach" });
    const answers = await Promise.all([demote(one, two), demote(two, one)]);
    const left = await server.db.query(
      "select from members where organization_id = $1 and role = 'OrganizationAdmin'",
      [organizationId],
    );
    assert.equal(left.length, 1);
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  });
});
