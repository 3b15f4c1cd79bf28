import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { buildMentorshipWorld, type MentorshipWorld } from "../../test/build-mentorship.ts";
import { createTestClock } from "../../test/clock.ts";
import { createTestDatabase } from "../../test/database.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { settled } from "../../test/travel.ts";
import { createPool } from "../database/pool.ts";
import { createDatabase } from "../database/tenancy.ts";
import { minutes, plus } from "../kernel/clock.ts";
import { newId } from "../kernel/ids.ts";
import { createMetrics } from "./index.ts";

/** The value of a series; undefined where there is none. */
function read(text: string, series: string): number | undefined {
  const line = text.split("\n").find((one) => one.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
}

describe("metrics", () => {
  let server: TestServer;
  let world: MentorshipWorld;

  const scrape = async (headers: Record<string, string> = {}, from = server) => {
    const response = await fetch(`${from.url}/metrics`, { headers });
    return {
      status: response.status,
      type: response.headers.get("content-type"),
      text: await response.text(),
    };
  };

  before(async () => {
    server = await startTestServer();
    world = await buildMentorshipWorld(server);
  });
  after(() => server.close());

  test("count requests by route pattern, method and status, whatever was asked for", async () => {
    const id = await world.session(3_000);
    await world.as.coach.get(`/api/sessions/${id}`);
    await world.as.otherCoach.get(`/api/sessions/${newId()}`);
    for (const path of ["/no/such/page", "/another"]) await fetch(server.url + path);
    const { text, type } = await scrape();
    assert.match(type ?? "", /^text\/plain; version=0\.0\.4/);
    const count = (labels: string) => read(text, `http_requests_total{${labels}}`);
    assert.equal(count('method="POST",route="/api/sessions",status="201"'), 1);
    assert.equal(count('method="GET",route="/api/sessions/:id",status="200"'), 1);
    assert.equal(count('method="GET",route="/api/sessions/:id",status="404"'), 1);
    assert.equal(count('method="GET",route="none",status="404"'), 2);
    const labels = 'method="GET",route="/api/sessions/:id",status="200"';
    assert.equal(read(text, `http_request_duration_seconds_count{${labels}}`), 1);
    assert.ok(!text.includes(id));
  });

  test("show the process, its connections and its streams", async () => {
    const { text } = await scrape();
    for (const series of [
      "process_resident_memory_bytes",
      "process_cpu_seconds_total",
      "nodejs_eventloop_lag_seconds",
    ])
      assert.ok((read(text, series) ?? -1) >= 0, series);
    assert.equal(read(text, "convene_streams_open"), 0);
    assert.equal(read(text, "convene_database_answers"), 1);
    for (const pool of ["requests", "jobs"]) {
      const idle = read(text, `convene_database_connections{pool="${pool}",state="idle"}`);
      assert.ok(idle !== undefined && idle >= 0, pool);
      assert.notEqual(read(text, `convene_database_waiting{pool="${pool}"}`), undefined, pool);
    }
  });

  test("count what was sent, by channel and by what came of it", async () => {
    await settled(server);
    const { text } = await scrape();
    const sent = read(text, 'convene_effect_attempts_total{channel="email",result="delivered"}') ?? 0;
    const [row] = await server.db.query<{ delivered: number }>(
      "select count(*)::int as delivered from effects where state = 'delivered'",
    );
    assert.ok(sent >= 2);
    assert.equal(sent, row?.delivered);
    assert.equal(read(text, 'convene_effects_settled_total{channel="email",state="delivered"}'), sent);
  });

  test("are shown to this machine alone, and to nobody who comes over a proxy", async () => {
    assert.equal((await scrape()).status, 200);
    assert.equal((await scrape({ "x-forwarded-for": "127.0.0.1" })).status, 404);
    for (const header of ["forwarded", "via", "x-real-ip", "x-forwarded-host", "cf-connecting-ip"]) {
      assert.equal((await scrape({ [header]: "127.0.0.1" })).status, 404, header);
    }
    const proxied = await startTestServer({ settings: { TRUST_PROXY: "true" } });
    try {
      assert.equal((await scrape({ "x-forwarded-for": "127.0.0.1" }, proxied)).status, 404);
    } finally {
      await proxied.close();
    }
  });

  test("are shown to nobody in production without a token", async () => {
    const production = await startTestServer({ settings: { NODE_ENV: "production" } });
    try {
      assert.equal((await scrape({}, production)).status, 404);
    } finally {
      await production.close();
    }
  });

  test("are shown to whoever bears the token, once there is one", async () => {
    const token = "a-token-for-the-tests";
    const guarded = await startTestServer({ settings: { METRICS_TOKEN: token } });
    try {
      const status = async (headers: Record<string, string>) => (await scrape(headers, guarded)).status;
      assert.equal(await status({}), 401);
      assert.equal(await status({ authorization: `Bearer ${token}x` }), 401);
      assert.equal(await status({ authorization: token }), 401);
      assert.equal(await status({ authorization: `Bearer ${token}`, "x-forwarded-for": "192.0.2.1" }), 200);
    } finally {
      await guarded.close();
    }
    await assert.rejects(startTestServer({ settings: { METRICS_TOKEN: "short" } }), /METRICS_TOKEN/);
  });

  test("show what waits: events, jobs by task, effects by channel, and how long", async () => {
    const pool = createPool({ connection: server.db.connection, size: 1, onError: () => {} });
    const now = server.clock();
    const metrics = createMetrics({
      database: createDatabase(pool),
      clock: server.clock,
      pools: { one: pool },
      countStreams: () => 3,
      countRooms: () => ({ rooms: 2, people: 7 }),
    });
    const at = plus(now, -minutes(2));
    await server.db.query(
      `insert into effects (organization_id, id, channel, kind, recipient, subject_id, content, sealed, state,
         due_at, created_at, updated_at)
       select $1, gen_random_uuid(), 'push', 'x', 'device:x', 'x', '{}', false, 'waiting', $2, $2, $2
       from generate_series(1, 3)`,
      [world.organizationId, at],
    );
    await server.db.query(
      `select graphile_worker.add_job('unknown', run_at => now() - interval '1 minute', job_key => 'k' || n)
       from generate_series(1, 4) n`,
    );
    await server.db.query(
      `update graphile_worker._private_jobs set last_error = 'x', attempts = case key when 'k1' then 25 else 1 end,
         run_at = case key when 'k2' then now() + interval '1 hour' else run_at end
       where key in ('k1', 'k2')`,
    );
    const { text } = await metrics.read();
    const value = (series: string) => read(text, series);
    assert.equal(value("convene_streams_open"), 3);
    assert.equal(value("convene_rooms_open"), 2);
    assert.equal(value("convene_room_people"), 7);
    assert.equal(value('convene_effects_waiting{channel="push"}'), 3);
    assert.equal(value('convene_effects_oldest_seconds{channel="push"}'), 120);
    assert.equal(value('convene_effects_waiting{channel="webhook"}'), 0);
    assert.equal(value('convene_jobs{task="unknown",state="due"}'), 2);
    assert.equal(value('convene_jobs{task="unknown",state="retrying"}'), 1);
    assert.equal(value('convene_jobs{task="unknown",state="failed"}'), 1);
    assert.ok((value('convene_jobs_oldest_due_seconds{task="unknown"}') ?? 0) >= 60);
    await pool.end();
  });
});

const noRooms = () => ({ rooms: 0, people: 0 });

test("a database that does not answer is shown as such, with all that needs none", async () => {
  const db = await createTestDatabase();
  const pool = createPool({ connection: db.connection, size: 1, onError: () => {} });
  await pool.end();
  await db.drop();
  const database = createDatabase(pool);
  const metrics = createMetrics({
    database,
    clock: createTestClock(),
    pools: {},
    countStreams: () => 0,
    countRooms: noRooms,
  });
  const { text } = await metrics.read();
  assert.equal(read(text, "convene_database_answers"), 0);
  assert.equal(read(text, "convene_relay_waiting_events"), undefined);
  assert.ok(read(text, "process_cpu_seconds_total"));
});

test("the age of events that nothing follows from yet is shown while no relay runs", async () => {
  const db = await createTestDatabase();
  const clock = createTestClock();
  const pool = createPool({ connection: db.connection, size: 1, onError: () => {} });
  try {
    await db.query(
      `insert into events (organization_id, id, type, subject_id, version, payload, occurred_at, actor_kind)
       select $1, gen_random_uuid(), 'x', 'x', n, '{}', $2, 'system' from generate_series(1, 5) n`,
      [newId(), plus(clock(), -minutes(3))],
    );
    const database = createDatabase(pool);
    const { text } = await createMetrics({
      database,
      clock,
      pools: {},
      countStreams: () => 0,
      countRooms: noRooms,
    }).read();
    assert.equal(read(text, "convene_relay_waiting_events"), 5);
    assert.equal(read(text, "convene_relay_oldest_seconds"), 180);
  } finally {
    await pool.end();
    await db.drop();
  }
});
