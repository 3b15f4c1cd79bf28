import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type Scope, scopes } from "#kernel/actor.ts";
import type { MemberRole } from "#kernel/roles.ts";
import type { Api } from "../../../test/api.ts";
import { depositionRequest } from "../../../test/build-depositions.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";

let server: TestServer;
let organizationId: string;
let coach: Api;
let count = 0;

before(async () => {
  server = await startTestServer();
  organizationId = await server.build.organization();
  coach = await server.memberApi(organizationId, "Coach");
});
after(() => server.close());

type Call = (api: Api, session: { id: number; slug: string }) => Promise<{ status: number }>;

const reads: Call[] = [
  (api) => api.get("/api/v1/session_requests"),
  (api, { id }) => api.get(`/api/v1/session_requests/${id}`),
];
const writes: Call[] = [
  (api) => api.post("/api/v1/session_requests", depositionRequest()),
  (api) => api.post("/api/v1/sessions", depositionRequest()),
  (api, { slug }) => api.patch(`/api/v1/sessions/${slug}`, { remote_session: { title: "T" } }),
  (api, { slug }) => api.patch(`/api/v1/sessions/${slug}/cancel`),
  (api, { id }) => api.post(`/api/v1/session_requests/${id}/cancel`),
];
const decisions: Call[] = [
  (api, { id }) => api.post(`/api/v1/session_requests/${id}/confirm`),
  (api, { id }) => api.post(`/api/v1/session_requests/${id}/decline`, { reason: "no" }),
];

/** Calls all, one after another, on a session made for them. */
async function statuses(api: Api, calls: Call[]): Promise<number[]> {
  const slug = `access-${++count}`;
  const request = depositionRequest({ session: { remote_session_id: slug } });
  const { body } = await coach.post("/api/v1/sessions", request);
  const answers: number[] = [];
  for (const call of calls) answers.push((await call(api, { id: body.requests[0].id, slug })).status);
  return answers;
}

const allowed = { reads: [200, 200], writes: [201, 201, 200, 200, 200] };
const each = (status: number, calls: Call[]): number[] => calls.map(() => status);

describe("who may", () => {
  for (const role of ["Coach", "Manager", "OrganizationAdmin"] as const satisfies MemberRole[]) {
    test(`${role}: schedules, sees, updates and cancels, but does not decide for our staff`, async () => {
      const api = await server.memberApi(organizationId, role);
      assert.deepEqual(await statuses(api, reads), allowed.reads);
      assert.deepEqual(await statuses(api, writes), allowed.writes);
      assert.deepEqual(await statuses(api, decisions), each(403, decisions));
    });
  }

  test("Teacher: nothing, and 403 on everything that is there", async () => {
    const api = await server.memberApi(organizationId, "Teacher");
    const calls = [...reads, ...writes, ...decisions];
    assert.deepEqual(await statuses(api, calls), each(403, calls));
  });

  test("PlatformAdmin: everything, in the organization that the header names", async () => {
    const { token } = await server.build.person({ platformAdmin: true });
    const api = server.api(token);
    const inside = { "x-organization-id": organizationId };
    assert.equal((await api.get("/api/v1/session_requests")).status, 400);
    assert.equal((await api.get("/api/v1/session_requests", inside)).status, 200);
    const posted = await api.post("/api/v1/session_requests", depositionRequest(), inside);
    assert.equal(posted.body.requests[0].session_state, "scheduled");
    // It is scheduled already, so deciding comes as far as the lifecycle.
    const path = `/api/v1/session_requests/${posted.body.requests[0].id}/confirm`;
    assert.equal((await api.post(path, undefined, inside)).status, 422);
  });

  test("keys: reading needs the one scope, writing the other, deciding is for people of our staff", async () => {
    const keyed = async (granted: Scope[]) =>
      server.api((await server.build.apiKey(organizationId, granted)).text);
    const reader = await keyed(["depositions:read"]);
    assert.deepEqual(await statuses(reader, reads), allowed.reads);
    assert.deepEqual(await statuses(reader, writes), each(403, writes));
    const writer = await keyed(["depositions:write"]);
    assert.deepEqual(await statuses(writer, reads), each(403, reads));
    assert.deepEqual(await statuses(writer, writes), allowed.writes);
    assert.deepEqual(await statuses(writer, decisions), each(403, decisions));
    const other = await keyed(scopes.filter((scope) => !scope.startsWith("depositions:")));
    assert.deepEqual(await statuses(other, [...reads, ...writes]), each(403, [...reads, ...writes]));
  });

  test("without a credential everything is 401", async () => {
    const calls = [...reads, ...writes, ...decisions];
    assert.deepEqual(await statuses(server.api(), calls), each(401, calls));
    assert.deepEqual(await statuses(server.api("forged"), calls), each(401, calls));
  });

  test("somebody in no organization is told that they have no context", async () => {
    const { token } = await server.build.person();
    assert.deepEqual(
      await statuses(server.api(token), [...reads, ...writes]),
      each(400, [...reads, ...writes]),
    );
  });
});

describe("another organization", () => {
  test("sees none of it: 404 on every route, also for its managers, never 403", async () => {
    const foreign = await server.build.organization();
    for (const role of ["Teacher", "Manager", "OrganizationAdmin"] as const) {
      const api = await server.memberApi(foreign, role);
      const calls = [...reads.slice(1), ...writes.slice(2), ...decisions];
      assert.deepEqual(await statuses(api, calls), each(404, calls));
    }
  });

  test("does not find it in its list, whatever it filters by", async () => {
    const api = await server.memberApi(await server.build.organization(), "Coach");
    await statuses(coach, []);
    const { body } = await api.get(`/api/v1/session_requests?remote_session_id=access-${count}`);
    assert.equal(body.pagination.total, 0);
  });
});
