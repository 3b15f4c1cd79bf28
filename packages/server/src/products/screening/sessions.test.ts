import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { days, hours } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { createScreeningBuilders } from "../../../test/build-screening.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";

let server: TestServer;
let screening: ReturnType<typeof createScreeningBuilders>;
before(async () => {
  server = await startTestServer();
  screening = createScreeningBuilders(server);
});
after(() => server.close());

const paths = (id: string) => ["/api/v1/sessions", `/api/v1/sessions/${id}`];
const pointers = (body: { errors: { pointer: string }[] }) =>
  body.errors.map(({ pointer }) => pointer).sort();

describe("one session", () => {
  test("is the bare object of the document, with times in whole seconds and null where nothing is", async () => {
    const organization = await server.build.organization();
    const coach = await server.build.member(organization, "Coach");
    const contactId = await screening.contact(organization);
    const { id: workflowTemplateId } = await screening.template(organization);
    const submission = { fullName: "Jane Smith", moveInDate: "2026-04-01", budget: 2500, pets: "1 cat" };
    const id = await screening.session(organization, { contactId, workflowTemplateId, submission });
    const { status, body } = await server.api(coach.token).get(`/api/v1/sessions/${id}`);
    assert.equal(status, 200);
    assert.deepEqual(body, {
      id,
      contactId,
      workflowTemplateId,
      submission,
      status: "completed",
      reviewStatus: "pending_review",
      reviewNotes: null,
      reviewedAt: null,
      createdAt: "2026-03-02T09:00:00Z",
      updatedAt: "2026-03-02T09:00:00Z",
      expiresAt: "2026-04-01T09:00:00Z",
    });
    assert.deepEqual(Object.keys(body.submission), Object.keys(submission));
  });

  test("is not found when it is another organization's, unknown, or a deposition's number", async () => {
    const organization = await server.build.organization();
    const coach = await server.build.member(organization, "Coach");
    const foreign = await screening.session(await server.build.organization());
    const api = server.api(coach.token);
    const foreignAnswer = await api.get(`/api/v1/sessions/${foreign}`);
    const unknownAnswer = await api.get(`/api/v1/sessions/${newId()}`);
    assert.equal(foreignAnswer.status, 404);
    assert.deepEqual({ ...foreignAnswer.body, requestId: "" }, { ...unknownAnswer.body, requestId: "" });
    for (const id of ["17", "urn:uuid:00000000-0000-0000-0000-000000000000", "%00"]) {
      const { status, body } = await api.get(`/api/v1/sessions/${id}`);
      assert.equal(status, 422, id);
      assert.equal(body.errors[0].pointer, ":id");
    }
  });
});

describe("who may read sessions", () => {
  test("Coach and up may, a Teacher may not, and nobody without a credential", async () => {
    const organization = await server.build.organization();
    const id = await screening.session(organization);
    for (const role of ["Coach", "Manager", "OrganizationAdmin"] as const) {
      const { token } = await server.build.member(organization, role);
      for (const path of paths(id)) assert.equal((await server.api(token).get(path)).status, 200, role);
    }
    const { token } = await server.build.member(organization, "Teacher");
    for (const path of paths(id)) {
      const refused = await server.api(token).get(path);
      assert.deepEqual([refused.status, refused.body.code], [403, "forbidden"]);
      assert.equal((await server.api().get(path)).status, 401);
      assert.equal((await server.api("forged").get(path)).status, 401);
    }
  });

  test("a PlatformAdmin may in any organization, a person in none has no context", async () => {
    const organization = await server.build.organization();
    const id = await screening.session(organization);
    const admin = await server.build.person({ platformAdmin: true });
    const homeless = await server.build.person();
    for (const path of paths(id)) {
      const header = { "x-organization-id": organization };
      assert.equal((await server.api(admin.token).get(path, header)).status, 200);
      const { status, body } = await server.api(homeless.token).get(path);
      assert.deepEqual([status, body.code], [400, "no_organization_context"]);
    }
  });

  test("a key needs the scope screening:read", async () => {
    const organization = await server.build.organization();
    const id = await screening.session(organization);
    const reader = await server.build.apiKey(organization, ["screening:read"]);
    const other = await server.build.apiKey(organization, ["screening:write", "depositions:read"]);
    for (const path of paths(id)) {
      assert.equal((await server.api(reader.text).get(path)).status, 200);
      const { status, body } = await server.api(other.text).get(path);
      assert.deepEqual([status, body.code], [403, "insufficient_scope"]);
    }
  });
});

describe("the list", () => {
  test("is empty, with no pages, where there is nothing", async () => {
    const coach = await server.build.member(await server.build.organization(), "Coach");
    const { body } = await server.api(coach.token).get("/api/v1/sessions");
    assert.deepEqual(body, { data: [], pagination: { page: 1, limit: 20, total: 0, totalPages: 0 } });
  });

  test("is newest first, then by id, twenty on a page, and empty beyond the last page", async () => {
    const organization = await server.build.organization();
    const coach = await server.build.member(organization, "Coach");
    const { id: workflowTemplateId } = await screening.template(organization);
    const contactId = await screening.contact(organization);
    const ids: string[] = [];
    for (let index = 0; index < 23; index += 1) {
      // Three at each instant.
      const createdAt = new Date(server.clock().getTime() - hours(Math.floor(index / 3)));
      ids.push(await screening.session(organization, { createdAt, contactId, workflowTemplateId }));
    }
    const api = server.api(coach.token);
    const first = await api.get("/api/v1/sessions");
    const second = await api.get("/api/v1/sessions?page=2");
    assert.deepEqual(first.body.pagination, { page: 1, limit: 20, total: 23, totalPages: 2 });
    assert.deepEqual(second.body.pagination, { page: 2, limit: 20, total: 23, totalPages: 2 });
    const listed = [...first.body.data, ...second.body.data].map(({ id }) => id);
    assert.deepEqual(listed, ids);
    for (const page of ["3", "999999999999999"]) {
      const { status, body } = await api.get(`/api/v1/sessions?page=${page}&limit=200`);
      assert.equal(status, 200);
      assert.deepEqual(body, {
        data: [],
        pagination: { page: Number(page), limit: 200, total: 23, totalPages: 1 },
      });
    }
  });

  test("lowers a limit to what the plan allows and says so", async () => {
    const allowed = { starter: 50, team: 100, enterprise: 200 } as const;
    for (const plan of ["starter", "team", "enterprise"] as const) {
      const coach = await server.build.member(await server.build.organization({ plan }), "Coach");
      const limitFor = async (limit: number) =>
        (await server.api(coach.token).get(`/api/v1/sessions?limit=${limit}`)).body.pagination.limit;
      assert.equal(await limitFor(allowed[plan]), allowed[plan]);
      assert.equal(await limitFor(allowed[plan] + 1), allowed[plan]);
      assert.equal(await limitFor(999_999_999_999_999), allowed[plan]);
      assert.equal(await limitFor(1), 1);
    }
  });

  test("filters by contact, template, status and review status, each alone and together", async () => {
    const organization = await server.build.organization();
    const coach = await server.build.member(organization, "Coach");
    const [jane, john] = [await screening.contact(organization), await screening.contact(organization)];
    const { id: rent } = await screening.template(organization);
    const { id: sale } = await screening.template(organization);
    const old = new Date(server.clock().getTime() - days(31));
    const build = (options: Parameters<typeof screening.session>[1]) =>
      screening.session(organization, { contactId: jane, workflowTemplateId: rent, ...options });
    const active = await build({ status: "active" });
    const completed = await build({ contactId: john });
    const approved = await build({ reviewStatus: "approved", createdAt: old, workflowTemplateId: sale });
    const denied = await build({ reviewStatus: "denied" });
    const abandoned = await build({ status: "active", createdAt: old });
    const overlooked = await build({ createdAt: old });
    const expect = async (query: string, ids: string[]) => {
      const { status, body } = await server.api(coach.token).get(`/api/v1/sessions?${query}`);
      assert.equal(status, 200, query);
      const listed = body.data.map(({ id }: { id: string }) => id);
      assert.deepEqual(new Set(listed), new Set(ids), query);
      assert.equal(body.pagination.total, ids.length, query);
    };
    await expect("status=active", [active]);
    await expect("status=completed", [completed, approved, denied]);
    await expect("status=expired", [abandoned, overlooked]);
    await expect("reviewStatus=pending_review", [active, completed, abandoned, overlooked]);
    await expect("reviewStatus=approved", [approved]);
    await expect("reviewStatus=denied", [denied]);
    await expect(`contactId=${john}`, [completed]);
    await expect(`contactId=${john.toUpperCase()}`, [completed]);
    await expect(`workflowTemplateId=${sale}`, [approved]);
    await expect(`contactId=${jane}&workflowTemplateId=${rent}&status=completed`, [denied]);
    await expect(`contactId=${newId()}`, []);
  });

  test("shows nothing of another organization, whatever the filter", async () => {
    const coach = await server.build.member(await server.build.organization(), "Coach");
    const organization = await server.build.organization();
    const contactId = await screening.contact(organization);
    await screening.session(organization, { contactId });
    for (const query of ["", `?contactId=${contactId}`]) {
      const { body } = await server.api(coach.token).get(`/api/v1/sessions${query}`);
      assert.deepEqual([body.data, body.pagination.total], [[], 0]);
    }
  });

  test("names every malformed parameter at once", async () => {
    const coach = await server.build.member(await server.build.organization(), "Coach");
    const api = server.api(coach.token);
    const all = "page=0&limit=many&contactId=1&workflowTemplateId=x&status=done&reviewStatus=";
    const { status, body } = await api.get(`/api/v1/sessions?${all}`);
    assert.deepEqual([status, body.code], [422, "unprocessable"]);
    assert.deepEqual(pointers(body), [
      "?contactId",
      "?limit",
      "?page",
      "?reviewStatus",
      "?status",
      "?workflowTemplateId",
    ]);
    const hostile = ["page=-1", "page=1.5", "page=1e3", "page=", "page=1&page=2", "limit=0", "limit=-5"];
    hostile.push("limit=0x10", "page=99999999999999999999", "contactId=%00", "status=ACTIVE", "page=%F0%9F");
    for (const query of hostile) {
      assert.equal((await api.get(`/api/v1/sessions?${query}`)).status, 422, query);
    }
  });
});
