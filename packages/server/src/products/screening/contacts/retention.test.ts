import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { days, plus } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { createScreeningBuilders } from "../../../../test/build-screening.ts";
import { startTestServer, type TestServer } from "../../../../test/server.ts";
import { settled } from "../../../../test/travel.ts";

let server: TestServer;
let screening: ReturnType<typeof createScreeningBuilders>;
before(async () => {
  server = await startTestServer();
  screening = createScreeningBuilders(server);
});
after(() => server.close());

async function workflow() {
  const organization = await server.build.organization();
  const { id: workflowTemplateId } = await screening.template(organization);
  const key = await server.build.apiKey(organization, ["screening:read", "screening:write"]);
  return { organization, workflowTemplateId, api: server.api(key.text) };
}

test("receipts and settings are for Managers and up, and how long to keep is an OrganizationAdmin's to say", async () => {
  const home = await workflow();
  const contactId = await screening.contact(home.organization, "x@example.com");
  const { body: receipt } = await home.api.delete(`/api/v1/contacts/${contactId}`);
  const [one, list] = [`/api/v1/erasure_receipts/${receipt.id}`, "/api/v1/erasure_receipts"];
  const settings = "/api/v1/screening_settings";
  const [teacher, coach, manager, admin] = [
    await server.memberApi(home.organization, "Teacher"),
    await server.memberApi(home.organization, "Coach"),
    await server.memberApi(home.organization, "Manager"),
    await server.memberApi(home.organization, "OrganizationAdmin"),
  ];
  const stranger = await server.memberApi(await server.build.organization(), "OrganizationAdmin");
  const days90 = { retentionDays: 90 };
  for (const [api, expected] of [
    [server.api(), [401, 401, 401, 401]],
    [teacher, [403, 403, 403, 403]],
    [coach, [403, 403, 403, 403]],
    [manager, [200, 200, 200, 403]],
    [home.api, [200, 200, 200, 403]],
    [admin, [200, 200, 200, 200]],
    [stranger, [404, 200, 200, 200]],
  ] as const) {
    const asked = [
      await api.get(one),
      await api.get(list),
      await api.get(settings),
      await api.put(settings, days90),
    ];
    assert.deepEqual(
      asked.map(({ status }) => status),
      expected,
    );
  }
  assert.deepEqual((await admin.get(one)).body, receipt);
  assert.equal((await admin.get("/api/v1/erasure_receipts/17")).status, 422);
  assert.equal((await admin.get(`/api/v1/erasure_receipts/${newId()}`)).status, 404);
  assert.deepEqual((await manager.get(settings)).body, days90);
  for (const retentionDays of [29, 3651, 90.5, "90", true, undefined])
    assert.equal((await admin.put(settings, { retentionDays })).status, 422);
  assert.equal((await admin.put(settings, days90)).status, 200);
  assert.deepEqual((await admin.put(settings, { retentionDays: null })).body, { retentionDays: null });
  const changes = await server.db.query(
    "select payload from events where subject_id = $1 and type = 'screening.settings.changed' order by version",
    [home.organization],
  );
  assert.deepEqual(
    changes.map(({ payload }) => payload),
    [days90, { retentionDays: null }],
  );
});

/** As the crontab does, in several processes at once. */
async function runRetention(): Promise<void> {
  for (let process = 0; process < 3; process += 1)
    await server.db.query("select graphile_worker.add_job('screening:erase-old')");
  await settled(server);
}

const keepFor = (organization: string, retentionDays: number | null) =>
  server.db.query(
    `insert into screening_settings (organization_id, retention_days, version, updated_at) values ($1, $2, 1, now())
     on conflict (organization_id) do update set retention_days = excluded.retention_days`,
    [organization, retentionDays],
  );

test("what ended longer ago than an organization keeps it is erased once a day, and nothing that is younger", async () => {
  const { workflowTemplateId, organization } = await workflow();
  const kept = 90;
  const state = fc.constantFrom(
    { status: "active", reviewStatus: "pending_review" } as const,
    { status: "completed", reviewStatus: "pending_review" } as const,
    { status: "completed", reviewStatus: "approved" } as const,
    { status: "completed", reviewStatus: "denied" } as const,
  );
  // Around the edges: a reviewed one ends with its review, another when it expires, 30 days after its beginning.
  const age = fc.constantFrom(0, 89, 89.999, 90, 90.001, 119, 119.999, 120, 120.001, 400);
  const property = fc.asyncProperty(
    fc.array(fc.record({ state, age, person: fc.integer({ min: 0, max: 3 }) }), { maxLength: 12 }),
    fc.array(age, { minLength: 4, maxLength: 4 }),
    async (drawn, changedAgo) => {
      await server.db.query("delete from screening_sessions where organization_id = $1", [organization]);
      await server.db.query("delete from contacts where organization_id = $1", [organization]);
      const now = server.clock();
      const ago = (age: number) => plus(now, -Math.round(days(age)));
      const people = [];
      for (const changed of changedAgo) {
        const id = await screening.contact(organization, `${newId()}@example.com`);
        await server.db.query("update contacts set updated_at = $2 where id = $1", [id, ago(changed)]);
        people.push({ id, changed });
      }
      const built: { id: string; contactId: string; isOver: boolean }[] = [];
      for (const { state: drawnState, age: drawnAge, person } of drawn) {
        const contactId = people[person]?.id ?? "";
        const options = { ...drawnState, createdAt: ago(drawnAge), workflowTemplateId, contactId };
        const id = await screening.session(organization, { ...options, submission: { fullName: "Jane" } });
        const endedAgo = drawnState.reviewStatus === "pending_review" ? drawnAge - 30 : drawnAge;
        built.push({ id, contactId, isOver: endedAgo >= kept });
      }
      await keepFor(organization, kept);
      await runRetention();
      const erased = async (table: string) => {
        const rows = await server.db.query<{ id: string }>(
          `select id from ${table} where organization_id = $1 and erased_at is not null order by id`,
          [organization],
        );
        return rows.map(({ id }) => id);
      };
      const over = built.filter(({ isOver }) => isOver).map(({ id }) => id);
      assert.deepEqual(await erased("screening_sessions"), over.toSorted());
      const forgotten = people.filter(
        ({ id, changed }) =>
          changed >= kept && !built.some(({ contactId, isOver }) => contactId === id && !isOver),
      );
      assert.deepEqual(await erased("contacts"), forgotten.map(({ id }) => id).toSorted());
      const [counted] = await server.db.query<{ sessions: number; contacts: number }>(
        `select coalesce(sum(sessions), 0)::int as sessions, count(*) filter (where contact_erased)::int as contacts
         from erasure_receipts where organization_id = $1 and contact_id = any($2::uuid[]) and reason = 'retention'`,
        [organization, people.map(({ id }) => id)],
      );
      assert.deepEqual(counted, { sessions: over.length, contacts: forgotten.length });
      await keepFor(organization, null);
    },
  );
  await fc.assert(property, { numRuns: 15 });
});

test("retention goes in steps over more than one takes, and leaves other organizations alone", async () => {
  const [home, abroad] = [await workflow(), await workflow()];
  const createdAt = plus(server.clock(), -days(200));
  for (const { organization, workflowTemplateId } of [home, abroad]) {
    const contactId = await screening.contact(organization, "old@example.com");
    await server.db.query("update contacts set updated_at = $2 where id = $1", [contactId, createdAt]);
    const options = { workflowTemplateId, contactId, createdAt, submission: { fullName: "Old" } };
    for (let count = 0; count < 60; count += 1) await screening.session(organization, options);
  }
  await keepFor(home.organization, 30);
  await runRetention();
  const left = (organization: string) =>
    server.db.query("select from screening_sessions where organization_id = $1 and erased_at is null", [
      organization,
    ]);
  assert.equal((await left(home.organization)).length, 0);
  assert.equal((await left(abroad.organization)).length, 60);
  assert.equal((await home.api.get("/api/v1/contacts")).body.pagination.total, 0);
  assert.equal((await abroad.api.get("/api/v1/contacts")).body.pagination.total, 1);
  const { body } = await home.api.get("/api/v1/erasure_receipts");
  assert.deepEqual(
    body.data.map(({ sessions, contactErased, requestedBy }: Record<string, unknown>) => [
      sessions,
      contactErased,
      requestedBy,
    ]),
    [
      [10, true, { kind: "system", id: null }],
      [50, false, { kind: "system", id: null }],
    ],
  );
});
