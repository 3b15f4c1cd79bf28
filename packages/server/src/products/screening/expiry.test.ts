import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { createPool } from "#database/pool.ts";
import { createDatabase } from "#database/tenancy.ts";
import { days } from "#kernel/clock.ts";
import { createScreeningBuilders } from "../../../test/build-screening.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { noteExpired } from "./expiry-store.ts";
import { lifetime, reviewableUntil, reviewStatuses, sessionStatuses } from "./lifecycle.ts";

let server: TestServer;
let screening: ReturnType<typeof createScreeningBuilders>;
before(async () => {
  server = await startTestServer();
  screening = createScreeningBuilders(server);
});
after(() => server.close());

test("a session lives for thirty days from the whole second in which it began, or for as long as its template says", () => {
  const now = new Date("2026-02-12T10:30:00.999Z");
  const { createdAt, expiresAt } = lifetime(now, null);
  assert.equal(createdAt.toISOString(), "2026-02-12T10:30:00.000Z");
  assert.equal(expiresAt.toISOString(), "2026-03-14T10:30:00.000Z");
  assert.equal(lifetime(now, 20).expiresAt.toISOString(), "2026-02-12T10:50:00.000Z");
  assert.deepEqual(reviewableUntil({ createdAt }), expiresAt);
});

test("an unreviewed session is expired everywhere from the very instant of expiresAt, and a reviewed one never", async () => {
  const organization = await server.build.organization();
  // A person's token would expire as well.
  const key = await server.build.apiKey(organization, ["screening:read", "screening:write"]);
  const api = server.api(key.text);
  const createdAt = server.clock();
  const finished = await screening.session(organization, { createdAt });
  const running = await screening.session(organization, { createdAt, status: "active", token: "running" });
  const approved = await screening.session(organization, { createdAt, reviewStatus: "approved" });
  const prospect = server.api("running");
  const readings = async () => {
    const listed: string[] = (await api.get("/api/v1/sessions?status=expired")).body.data;
    return {
      expired: listed.length,
      finished: (await api.get(`/api/v1/sessions/${finished}`)).body.status,
      running: (await api.get(`/api/v1/sessions/${running}`)).body.status,
      own: (await prospect.get(`/api/public/screening-sessions/${running}`)).body.status,
      approved: (await api.get(`/api/v1/sessions/${approved}`)).body.status,
    };
  };
  server.clock.advance(days(30) - 1);
  const before = {
    expired: 0,
    finished: "completed",
    running: "active",
    own: "active",
    approved: "completed",
  };
  assert.deepEqual(await readings(), before);
  server.clock.advance(1);
  const after = {
    expired: 2,
    finished: "expired",
    running: "expired",
    own: "expired",
    approved: "completed",
  };
  assert.deepEqual(await readings(), after);

  const review = await api.patch(`/api/v1/sessions/${finished}/review`, { reviewStatus: "approved" });
  assert.deepEqual([review.status, review.body.code], [422, "not_completed"]);
  const again = await api.patch(`/api/v1/sessions/${approved}/review`, { reviewStatus: "denied" });
  assert.deepEqual([again.status, again.body.code], [409, "already_reviewed"]);
  const path = `/api/public/screening-sessions/${running}`;
  const answer = await prospect.post(`${path}/answers`, { key: "pets", value: "1 cat" });
  assert.deepEqual([answer.status, answer.body.code], [422, "refused_transition"]);
  const finish = await prospect.post(`${path}/finish`);
  assert.deepEqual([finish.status, finish.body.code], [422, "refused_transition"]);
  assert.equal((await prospect.get(path)).body.nextQuestion, null);
});

test("pages visit every session exactly once in order, and status filters divide them, at any instant", async () => {
  const organization = await server.build.organization();
  const coach = await server.build.member(organization, "Coach");
  const api = server.api(coach.token);
  const { id: workflowTemplateId } = await screening.template(organization);
  const contactId = await screening.contact(organization);
  const state = fc.constantFrom(
    { status: "active", reviewStatus: "pending_review" } as const,
    { status: "completed", reviewStatus: "pending_review" } as const,
    { status: "completed", reviewStatus: "approved" } as const,
    { status: "completed", reviewStatus: "denied" } as const,
  );
  // Few instants around the edge of expiry, so that many sessions share one.
  const age = fc.constantFrom(
    0,
    1,
    60,
    29 * 86_400,
    30 * 86_400 - 1,
    30 * 86_400,
    30 * 86_400 + 1,
    31 * 86_400,
  );
  const sessions = fc.array(fc.record({ state, age }), { maxLength: 15 });
  const pool = createPool({ connection: server.db.connection, size: 1, onError: () => {} });
  const database = createDatabase(pool);
  const property = fc.asyncProperty(
    sessions,
    fc.integer({ min: 1, max: 7 }),
    fc.integer({ min: 0, max: 2000 }),
    // None, some or all of those whose time is over are noted.
    fc.integer({ min: 0, max: 15 }),
    async (drawn, limit, wait, noted) => {
      await server.db.query("delete from screening_sessions where organization_id = $1", [organization]);
      const now = server.clock().getTime();
      const built: { id: string; createdAt: number }[] = [];
      for (const one of drawn) {
        const createdAt = Math.floor(now / 1000) * 1000 - one.age * 1000;
        const options = { ...one.state, createdAt: new Date(createdAt), workflowTemplateId, contactId };
        built.push({ id: await screening.session(organization, options), createdAt });
      }
      server.clock.advance(wait);
      await database.asSystem((tx) => noteExpired(tx, { by: server.clock(), limit: noted }));
      const visit = async (query: string): Promise<string[]> => {
        const ids: string[] = [];
        for (let page = 1; ; page += 1) {
          const { body } = await api.get(`/api/v1/sessions?limit=${limit}&page=${page}&${query}`);
          ids.push(...body.data.map(({ id }: { id: string }) => id));
          assert.equal(body.pagination.totalPages, Math.ceil(body.pagination.total / limit));
          if (page >= body.pagination.totalPages) {
            assert.equal(body.pagination.total, ids.length);
            return ids;
          }
        }
      };
      built.sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1));
      const all = built.map(({ id }) => id);
      assert.deepEqual(await visit(""), all);
      for (const [name, words] of [
        ["status", sessionStatuses],
        ["reviewStatus", reviewStatuses],
      ] as const) {
        const parts: string[] = [];
        for (const word of words) parts.push(...(await visit(`${name}=${word}`)));
        assert.deepEqual(parts.toSorted(), all.toSorted(), name);
      }
      const one = `contactId=${contactId}&status=expired&reviewStatus=pending_review`;
      const expired = await visit("status=expired");
      assert.deepEqual(await visit(one), expired);
      assert.deepEqual(await visit(`workflowTemplateId=${workflowTemplateId}&status=expired`), expired);
      assert.deepEqual(await visit("status=active&reviewStatus=approved"), []);
      const { total } = (await api.get("/api/v1/screening_counts")).body;
      assert.equal(total.expired, expired.length);
      assert.equal(total.waiting, (await visit("status=completed&reviewStatus=pending_review")).length);
    },
  );
  await fc.assert(property, { numRuns: 20 }).finally(() => pool.end());
});
