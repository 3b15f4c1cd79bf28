import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { days, minutes, plus } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import type { Api } from "../../../../test/api.ts";
import { createScreeningBuilders } from "../../../../test/build-screening.ts";
import { startTestServer, type TestServer } from "../../../../test/server.ts";

let server: TestServer;
let screening: ReturnType<typeof createScreeningBuilders>;
before(async () => {
  server = await startTestServer();
  screening = createScreeningBuilders(server);
});
after(() => server.close());

const queue = "/api/v1/screening_queue";
const seconds = (date: Date) => date.toISOString().replace(/\.\d+/, "");
const ago = (milliseconds: number) => plus(server.clock(), -milliseconds);

interface Listed {
  id: string;
  waitingSince: string;
}

async function list(api: Api, query = ""): Promise<Listed[]> {
  const { status, body } = await api.get(`${queue}?${query}`);
  assert.equal(status, 200);
  return body.data;
}

async function ids(api: Api, query = ""): Promise<string[]> {
  return (await list(api, query)).map(({ id }) => id);
}

/** A template whose reviewers see the budget first, a contact, and a coach who reads. */
async function world() {
  const organization = await server.build.organization();
  const settings = { reviewFirst: ["budget"] };
  const { id: workflowTemplateId, slug } = await screening.template(organization, { settings });
  const contactId = await screening.contact(organization, "jane@example.com");
  const coach = await server.build.member(organization, "Coach");
  return { organization, workflowTemplateId, slug, contactId, coach, api: server.api(coach.token) };
}

test("an item says what its prospect answered, in the template's order, who they are, and since when they wait", async () => {
  const { organization, workflowTemplateId, contactId, api } = await world();
  const submission = { fullName: "Jane Smith", moveInDate: "2026-04-01", budget: 2500, pets: null };
  const own = { contactId, workflowTemplateId };
  const earlier = await screening.session(organization, {
    ...own,
    reviewStatus: "denied",
    createdAt: ago(days(3)),
  });
  const late = await screening.session(organization, { ...own, createdAt: ago(days(31)) });
  await screening.session(organization, { contactId, createdAt: ago(days(2)), status: "active" });
  const completedAt = ago(minutes(20));
  const id = await screening.session(organization, {
    ...own,
    submission,
    createdAt: ago(minutes(30)),
    completedAt,
  });
  const [item] = await list(api);
  const documented = (await api.get(`/api/v1/sessions/${id}`)).body;
  assert.deepEqual(item, {
    ...documented,
    state: "waiting",
    waitingSince: seconds(completedAt),
    templateName: "Pre-screening",
    contact: { id: contactId, name: null, email: "jane@example.com", phone: null },
    answers: [
      { key: "budget", label: "What is your budget?", type: "money", value: 2500 },
      { key: "fullName", label: "What is your name?", type: "short_text", value: "Jane Smith" },
      { key: "moveInDate", label: "When would you move in?", type: "date", value: "2026-04-01" },
      { key: "pets", label: "Any pets?", type: "short_text", value: null },
    ],
    earlierSessions: [
      { id: earlier, status: "completed", reviewStatus: "denied", createdAt: seconds(ago(days(3))) },
      {
        id: late,
        status: "expired",
        reviewStatus: "pending_review",
        createdAt: seconds(ago(days(31))),
      },
    ],
    reviewedBy: null,
    erasedAt: null,
  });
  assert.deepEqual((await api.get(`${queue}/${id}`)).body, item);
});

test("a session waits from the moment when its prospect finishes it, not from its beginning or its review", async () => {
  const { slug, api } = await world();
  const begun = (await server.api().post(`/api/public/workflows/${slug}/sessions`)).body;
  const prospect = server.api(begun.token);
  const own = `/api/public/screening-sessions/${begun.id}`;
  const answers = { fullName: "Jane Smith", moveInDate: "2026-04-01", budget: 2500, pets: null };
  for (const [key, value] of Object.entries(answers)) await prospect.post(`${own}/answers`, { key, value });
  assert.deepEqual(await list(api), []);
  server.clock.advance(minutes(7));
  const finishedAt = seconds(server.clock());
  assert.equal((await prospect.post(`${own}/finish`)).status, 200);
  server.clock.advance(minutes(7));
  assert.deepEqual(
    (await list(api)).map(({ id, waitingSince }) => [id, waitingSince]),
    [[begun.id, finishedAt]],
  );
  await api.patch(`/api/v1/sessions/${begun.id}/review`, { reviewStatus: "denied" });
  assert.deepEqual(await list(api), []);
  assert.equal((await api.get(`${queue}/${begun.id}`)).body.waitingSince, finishedAt);
});

test("labels are those of the version that a session began with", async () => {
  const { organization, workflowTemplateId, contactId, api } = await world();
  const own = { contactId, workflowTemplateId, submission: { budget: 1 } };
  for (let n = 0; n < 3; n += 1)
    await screening.session(organization, { ...own, completedAt: ago(minutes(9 - n)) });
  await server.db.query(
    `insert into workflow_questions (organization_id, workflow_template_id, version, questions, created_at)
     values ($1, $2, 2, $3, $4)`,
    [
      organization,
      workflowTemplateId,
      JSON.stringify([{ key: "budget", label: "How much a month?", type: "number", required: true }]),
      server.clock(),
    ],
  );
  const newer = await screening.session(organization, { ...own, completedAt: ago(minutes(1)) });
  await server.db.query("update screening_sessions set questions_version = 2 where id = $1", [newer]);
  const { body } = await api.get(queue);
  const labels = body.data.map(({ answers }: { answers: { label: string }[] }) => answers[0]?.label);
  const old = "What is your budget?";
  assert.deepEqual(labels, [old, old, old, "How much a month?"]);
});

test("each session is in the one state that it has, and the counts say so of each template and of all", async () => {
  const { organization, workflowTemplateId, contactId, slug, coach, api } = await world();
  const own = { contactId, workflowTemplateId };
  const waiting = await screening.session(organization, own);
  const aboutToExpire = await screening.session(organization, { ...own, createdAt: ago(days(30) - 1000) });
  const made = {
    approved: await screening.session(organization, {
      ...own,
      reviewStatus: "approved",
      createdAt: ago(days(40)),
    }),
    denied: await screening.session(organization, { ...own, reviewStatus: "denied" }),
    active: await screening.session(organization, { ...own, status: "active" }),
    expired: await screening.session(organization, { ...own, status: "active", createdAt: ago(days(30)) }),
    disqualified: await screening.session(organization, { ...own, status: "active" }),
  };
  await server.db.query(
    "update screening_sessions set status = 'disqualified', expires_at = $2 where id = $1",
    [made.disqualified, server.clock()],
  );
  const empty = await screening.template(organization, { status: "draft" });
  const elsewhere = await screening.session(organization, { contactId });
  assert.deepEqual(await ids(api, `workflowTemplateId=${workflowTemplateId}`), [aboutToExpire, waiting]);
  for (const [state, id] of Object.entries(made))
    assert.deepEqual(await ids(api, `state=${state}`), [id], state);
  const counted = { waiting: 2, approved: 1, denied: 1, active: 1, expired: 1, disqualified: 1 };
  const none = { waiting: 0, approved: 0, denied: 0, active: 0, expired: 0, disqualified: 0 };
  const before = (await api.get("/api/v1/screening_counts")).body;
  assert.deepEqual(before.total, { ...counted, waiting: 3 });
  const template = { name: "Pre-screening", status: "published" };
  assert.deepEqual(before.data[0], { ...template, workflowTemplateId, slug, ...counted });
  const { workflowTemplateId: other, slug: otherSlug } = before.data[1];
  assert.deepEqual(before.data.slice(1), [
    { ...template, workflowTemplateId: other, slug: otherSlug, ...none, waiting: 1 },
    { ...template, workflowTemplateId: empty.id, slug: empty.slug, status: "draft", ...none },
  ]);
  // Nothing runs in between: expiry is true at the instant.
  server.clock.advance(1000);
  assert.deepEqual(await ids(api), [waiting, elsewhere]);
  assert.deepEqual(new Set(await ids(api, "state=expired")), new Set([aboutToExpire, made.expired]));
  assert.equal((await api.get("/api/v1/screening_counts")).body.total.expired, 2);
  const { body } = await api.get(`${queue}/${aboutToExpire}`);
  assert.deepEqual([body.state, body.status], ["expired", "expired"]);
  assert.equal((await server.api(coach.token).get(`${queue}/${made.disqualified}`)).body.status, "expired");
});

test("walking the pages shows every waiting session once, the longest wait first, whatever the page size", async () => {
  const property = fc.asyncProperty(
    fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 10 }),
    fc.integer({ min: 1, max: 11 }),
    async (waits, limit) => {
      const { organization, workflowTemplateId, contactId, api } = await world();
      const made = [];
      for (const wait of waits) {
        const completedAt = ago(minutes(wait));
        const id = await screening.session(organization, { contactId, workflowTemplateId, completedAt });
        made.push([seconds(completedAt), id].join());
      }
      const seen = [];
      for (let cursor: string | null = ""; cursor !== null; ) {
        const { body } = await api.get(`${queue}?limit=${limit}${cursor && `&cursor=${cursor}`}`);
        assert.ok(body.data.length <= limit);
        seen.push(...body.data.map((item: Listed) => [item.waitingSince, item.id].join()));
        cursor = body.meta.next_cursor;
      }
      assert.deepEqual(seen, made.sort());
    },
  );
  await fc.assert(property, { numRuns: 12 });
});

test("what is decided between two pages makes nothing come twice or be left out", async () => {
  const { organization, workflowTemplateId, contactId, api } = await world();
  const made = [];
  for (let n = 0; n < 5; n += 1) {
    const completedAt = ago(minutes(10 - n));
    made.push(await screening.session(organization, { contactId, workflowTemplateId, completedAt }));
  }
  const first = (await api.get(`${queue}?limit=2`)).body;
  for (const id of [made[0], made[3]]) {
    await api.patch(`/api/v1/sessions/${id}/review`, { reviewStatus: "approved" });
  }
  const rest = await ids(api, `limit=9&cursor=${first.meta.next_cursor}`);
  assert.deepEqual(rest, [made[2], made[4]]);
  server.clock.advance(minutes(1));
  await api.patch(`/api/v1/sessions/${made[1]}/review`, { reviewStatus: "approved" });
  assert.equal((await ids(api, "state=approved"))[0], made[1]);
});

test("Coach and up read the queue, and keys with screening:read; nobody else, and nobody another organization's", async () => {
  const { organization, api } = await world();
  const id = await screening.session(organization);
  const paths = [queue, `${queue}/${id}`, "/api/v1/screening_counts"];
  const manager = await server.memberApi(organization, "Manager");
  const key = server.api((await server.build.apiKey(organization, ["screening:read"])).text);
  for (const reader of [api, manager, key])
    for (const path of paths) assert.equal((await reader.get(path)).status, 200, path);
  const teacher = await server.memberApi(organization, "Teacher");
  const writer = server.api((await server.build.apiKey(organization, ["screening:write"])).text);
  for (const path of paths) {
    assert.equal((await teacher.get(path)).body.code, "forbidden", path);
    assert.equal((await writer.get(path)).body.code, "insufficient_scope", path);
    assert.equal((await server.api().get(path)).status, 401, path);
  }
  const stranger = await server.memberApi(await server.build.organization(), "Manager");
  assert.deepEqual(await ids(stranger), []);
  assert.equal((await stranger.get(`${queue}/${id}`)).status, 404);
  assert.deepEqual((await stranger.get("/api/v1/screening_counts")).body.data, []);
  assert.equal((await api.get(`${queue}/${newId()}`)).status, 404);
});

test("a query that cannot be is refused with every bad member named", async () => {
  const { api } = await world();
  const { status, body } = await api.get(`${queue}?state=pending&limit=51&cursor=x&workflowTemplateId=17`);
  const named = body.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted();
  assert.deepEqual([status, named], [422, ["?cursor", "?limit", "?state", "?workflowTemplateId"]]);
});
