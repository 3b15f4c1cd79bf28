import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import pg from "pg";
import type { Api } from "../../../test/api.ts";
import { buildCrowd, createLive, liveEventsOf } from "../../../test/build-live.ts";
import { eventually } from "../../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";

let server: TestServer;
let organization: string;
let creator: Api;
let crowd: { id: string; api: Api }[];
before(async () => {
  server = await startTestServer();
  organization = await server.build.organization();
  creator = await server.memberApi(organization, "Manager");
  crowd = await buildCrowd(server, organization, 1000);
});
after(() => server.close());

const register = ({ api }: { api: Api }, id: string, waitlist = true) =>
  api.post(`/v1/sessions/${id}/register`, { waitlist });
const unregister = ({ api }: { api: Api }, id: string) => api.delete(`/v1/sessions/${id}/register`);

/** The waiting list as it stands, first in line first. */
const lineOf = async (id: string): Promise<string[]> => {
  const rows = await server.db.query<{ person_id: string }>(
    "select person_id from live_registrations where session_id = $1 and status = 'waitlisted' order by ticket",
    [id],
  );
  return rows.map((row) => row.person_id);
};

/** Holds what the session says against its rows. */
async function checkCounts(id: string): Promise<{ registered: number; waiting: number }> {
  const [row] = await server.db.query<Record<string, number>>(
    `select s.registered_count, s.waitlisted_count, s.max_participants, s.version,
       count(*) filter (where r.status = 'registered')::int as registered,
       count(*) filter (where r.status = 'waitlisted')::int as waiting
     from live_sessions s left join live_registrations r on r.session_id = s.id
     where s.id = $1 group by s.organization_id, s.id`,
    [id],
  );
  assert.ok(row);
  const { registered = 0, waiting = 0 } = row;
  assert.deepEqual([row.registered_count, row.waitlisted_count], [registered, waiting]);
  assert.ok(registered <= (row.max_participants ?? 0));
  const versions = (await liveEventsOf(server, id)).map((event) => event.version);
  assert.deepEqual(
    versions,
    Array.from({ length: row.version ?? 0 }, (_, at) => at + 1),
    "every version has one event",
  );
  return { registered, waiting };
}

test("a thousand register at once for a hundred seats: a hundred get one, nine hundred wait in order", async () => {
  const { id } = await createLive(creator, { max_participants: 100 });
  const answers = await Promise.all(crowd.map((person) => register(person, id)));
  assert.ok(answers.every((answer) => answer.status === 201));
  const seated = crowd.filter((_, at) => answers[at]?.body.status === "registered");
  assert.equal(seated.length, 100);
  const waiting = answers.map((answer, at) => ({ person: crowd[at]!.id, position: answer.body.position }));
  const line = waiting.filter(({ position }) => position !== null).sort((a, b) => a.position - b.position);
  assert.deepEqual(
    line.map(({ position }) => position),
    Array.from({ length: 900 }, (_, at) => at + 1),
  );
  assert.deepEqual(
    await lineOf(id),
    line.map(({ person }) => person),
    "the positions that were answered are the line",
  );
  assert.equal((await creator.get(`/v1/sessions/${id}`)).body.registered_count, 100);
  assert.deepEqual(await checkCounts(id), { registered: 100, waiting: 900 });

  const leaving = await Promise.all(seated.slice(0, 50).map((person) => unregister(person, id)));
  assert.ok(leaving.every(({ status, body }) => status === 200 && body.registered_count === 100));
  const promoted = (await liveEventsOf(server, id)).filter(({ type }) => type.endsWith("promoted"));
  assert.deepEqual(
    promoted.map(({ person }) => person),
    line.slice(0, 50).map(({ person }) => person),
  );
  assert.deepEqual(
    await lineOf(id),
    line.slice(50).map(({ person }) => person),
  );
  assert.deepEqual(await checkCounts(id), { registered: 100, waiting: 850 });

  const raised = await creator.patch(`/v1/sessions/${id}`, { max_participants: 600 });
  assert.equal(raised.body.registered_count, 600);
  assert.deepEqual(
    await lineOf(id),
    line.slice(550).map(({ person }) => person),
  );
  await checkCounts(id);
});

test("without a waiting list exactly the seats are given, and the rest get 412", async () => {
  const { id } = await createLive(creator, { max_participants: 7 });
  const answers = await Promise.all(crowd.slice(0, 60).map((person) => register(person, id, false)));
  assert.equal(answers.filter(({ status }) => status === 201).length, 7);
  const refused = answers.filter(({ status }) => status !== 201);
  assert.ok(refused.every(({ status, body }) => status === 412 && body.error === "session_full"));
  assert.deepEqual(await checkCounts(id), { registered: 7, waiting: 0 });
});

test("who waits for the session's row hears what came of it meanwhile, not what it was before", async () => {
  for (const [change, error] of [
    ["registered_count = max_participants", "session_full"],
    ["status = 'cancelled'", "session_not_open"],
  ]) {
    const { id } = await createLive(creator, { max_participants: 1 });
    const other = new pg.Client(server.db.superuser);
    await other.connect();
    try {
      await other.query("begin");
      await other.query(`update live_sessions set ${change} where id = $1`, [id]);
      const registering = register(crowd[0]!, id, false);
      await eventually(async () => {
        const waiting = await server.db.query(
          "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        );
        assert.equal(waiting.length, 1);
      });
      await other.query("commit");
      const { status, body } = await registering;
      assert.deepEqual([status, body.error], [412, error]);
    } finally {
      await other.end();
    }
  }
});

test("one person who registers many times at once gets one seat and 409 for the rest", async () => {
  for (const seats of [1, 10]) {
    const { id } = await createLive(creator, { max_participants: seats });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => register(crowd[0]!, id, at % 2 === 0)),
    );
    const statuses = answers.map(({ status }) => status).sort();
    assert.deepEqual(statuses, [201, ...Array(19).fill(409)]);
    assert.deepEqual(await checkCounts(id), { registered: 1, waiting: 0 });
  }
});

test("one person who unregisters many times at once frees one seat", async () => {
  const { id } = await createLive(creator, { max_participants: 1 });
  for (const person of crowd.slice(0, 3)) await register(person, id);
  const answers = await Promise.all(Array.from({ length: 10 }, () => unregister(crowd[0]!, id)));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, ...Array(9).fill(404)]);
  assert.deepEqual(await checkCounts(id), { registered: 1, waiting: 1 });
  assert.deepEqual(await lineOf(id), [crowd[2]!.id]);
});

test("cancelling a session while people register: nobody gets in afterwards", async () => {
  const { id } = await createLive(creator, { max_participants: 50 });
  const registering = crowd.slice(0, 40).map((person) => register(person, id));
  const [cancelled, ...answers] = await Promise.all([
    creator.post(`/v1/sessions/${id}/cancel`),
    ...registering,
  ]);
  assert.equal(cancelled.status, 200);
  assert.ok(answers.every(({ status }) => status === 201 || status === 412));
  const { registered } = await checkCounts(id);
  assert.equal(registered, answers.filter(({ status }) => status === 201).length);
  assert.equal((await liveEventsOf(server, id)).at(-1)?.type, "live.session.cancelled");
});

test("in any storm of coming, going and resizing the seats are never exceeded and nobody waits beside a free one", async () => {
  const act = fc.record({
    who: fc.integer({ min: 0, max: 7 }),
    what: fc.constantFrom("register", "wait", "leave", "resize"),
    seats: fc.integer({ min: 1, max: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 60 }), async (acts) => {
      const { id } = await createLive(creator, { max_participants: 3 });
      const perform = ({ who, what, seats }: (typeof acts)[number]) => {
        if (what === "resize") return creator.patch(`/v1/sessions/${id}`, { max_participants: seats });
        if (what === "leave") return unregister(crowd[who]!, id);
        return register(crowd[who]!, id, what === "wait");
      };
      const watch = async () => {
        const { body } = await creator.get(`/v1/sessions/${id}`);
        assert.ok(body.registered_count <= body.max_participants);
      };
      const answers = await Promise.all(
        acts.map(async (each) => (await Promise.all([perform(each), watch()]))[0]),
      );
      const expected = [200, 201, 404, 409, 412];
      assert.ok(answers.every(({ status }) => expected.includes(status)));
      const { registered, waiting } = await checkCounts(id);
      const { max_participants } = (await creator.get(`/v1/sessions/${id}`)).body;
      assert.ok(waiting === 0 || registered === max_participants);
    }),
    { numRuns: 15 },
  );
});
