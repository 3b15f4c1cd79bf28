import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Api } from "../../../test/api.ts";
import { buildCrowd, createLive, fillLive } from "../../../test/build-live.ts";
import { eventually } from "../../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { days } from "../../kernel/clock.ts";

let server: TestServer;
let organization: string;
let host: { id: string; api: Api };
before(async () => {
  server = await startTestServer();
  organization = await server.build.organization();
  const [first] = await buildCrowd(server, organization, 1);
  assert.ok(first);
  host = first;
  // How many effects each statement adds.
  await server.db.query(`
    create table pages (effects integer not null);
    create function note_page() returns trigger language plpgsql security definer as
      'begin insert into pages select count(*) from added; return null; end';
    create trigger note_page after insert on effects referencing new table as added
      for each statement execute function note_page()`);
});
after(() => server.close());

/** Whom e-mails of one kind about a session are for, in the order in which they were planned. */
async function recipients(sessionId: string, kind: string): Promise<string[]> {
  const rows = await server.db.query<{ recipient: string }>(
    "select recipient from effects where subject_id = $1 and kind = $2 and channel = 'email' order by sequence",
    [sessionId, kind],
  );
  return rows.map(({ recipient }) => recipient);
}

const toAll = (ids: readonly string[]) => ids.map((id) => `person:${id}`).sort();

test("two thousand people are told once each that a session is cancelled, in pages, while a process stops", async () => {
  const { id } = await createLive(host.api, { max_participants: 5_000 });
  const crowd = await fillLive(server, organization, id, 2_000);
  const [late] = await buildCrowd(server, organization, 1);
  assert.ok(late);
  const another = await server.another();
  await server.db.query("delete from pages");
  assert.equal((await late.api.post(`/v1/sessions/${id}/register`)).status, 201);
  assert.equal((await host.api.post(`/v1/sessions/${id}/cancel`)).status, 200);
  await eventually(async () => {
    assert.notEqual((await recipients(id, "live.session.cancelled")).length, 0);
  });
  await another.close();
  const everybody = toAll([...crowd, host.id, late.id]);
  const told = await eventually(async () => {
    const found = await recipients(id, "live.session.cancelled");
    assert.equal(found.length, everybody.length);
    return found;
  });
  assert.deepEqual([...told].sort(), everybody);
  const [pages] = await server.db.query<{ count: number; most: number }>(
    "select count(*)::int, max(effects) as most from pages where effects > 1",
  );
  assert.ok(pages && pages.count >= 4 && pages.most <= 501, JSON.stringify(pages));
  const lines = await server.db.query<{ kind: string }>(
    "select kind from effects where subject_id = $1 and recipient = $2 and channel = 'email' order by sequence",
    [id, `person:${late.id}`],
  );
  assert.deepEqual(
    lines.map(({ kind }) => kind),
    ["live.registration.created", "live.session.cancelled"],
  );
});

test("later events wait until everybody has been told of the earlier ones", async () => {
  const { id } = await createLive(host.api, { max_participants: 5_000 });
  const crowd = await fillLive(server, organization, id, 1_200);
  const change = async (body: object) => {
    assert.equal((await host.api.patch(`/v1/sessions/${id}`, body)).status, 200);
  };
  await change({ scheduled_at: "2026-03-12T18:00:00Z" });
  await change({ scheduled_at: "2026-03-13T18:00:00Z" });
  assert.equal((await host.api.post(`/v1/sessions/${id}/cancel`)).status, 200);
  await eventually(async () => {
    assert.equal((await recipients(id, "live.session.cancelled")).length, crowd.length + 1);
  });
  const rows = await server.db.query<{ recipient: string; sequences: number[] }>(
    `select recipient, array_agg((content::json -> 'calendar' ->> 'sequence')::int order by sequence) as sequences
     from effects where subject_id = $1 and channel = 'email' and kind <> 'live.session.created'
     group by recipient`,
    [id],
  );
  assert.equal(rows.length, crowd.length + 1);
  for (const { sequences } of rows) assert.deepEqual(sequences, [1, 2, 3]);
});

test("more people than a page are reminded once each", async () => {
  const { id } = await createLive(host.api, {
    max_participants: 5_000,
    scheduled_at: new Date(server.clock().getTime() + days(2)).toISOString(),
  });
  const crowd = await fillLive(server, organization, id, 1_000);
  const another = await server.another();
  // Only this timer fires: what else waits are mails of other sessions.
  const timer = [`live.remind:24h:${id}`];
  await eventually(async () => {
    const set = await server.db.query("select from graphile_worker.jobs where key = $1", timer);
    assert.equal(set.length, 1);
  });
  server.clock.advance(days(1));
  await server.db.query("update graphile_worker._private_jobs set run_at = now() where key = $1", timer);
  await eventually(async () => {
    assert.deepEqual((await recipients(id, "live.reminder")).sort(), toAll([...crowd, host.id]));
  });
  await another.close();
});
