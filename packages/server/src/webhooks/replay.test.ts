import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { buildWebhookWorld, type WebhookWorld } from "../../test/build-webhooks.ts";
import { eventually } from "../../test/eventually.ts";
import { settled, travel } from "../../test/travel.ts";
import { minutes } from "../kernel/clock.ts";

describe("the log of an endpoint, and sending once more", () => {
  let world: WebhookWorld;
  let id: string;
  /** Before each of three hours in which two messages were planned. */
  const starts: Date[] = [];
  let isUp = false;

  const path = () => `/api/webhook-endpoints/${id}`;
  const subjects = (from = 0) =>
    world.receiver
      .at("/log")
      .slice(from)
      .map(({ body }) => String(body.data.subjectId));
  const idsOf = (subjectId: string) =>
    new Set(
      world.receiver
        .at("/log")
        .filter(({ body }) => body.data.subjectId === subjectId)
        .map(({ headers }) => headers["webhook-id"]),
    );
  const range = (first: number, last: number, more: object = {}) => ({
    from: starts[first]?.toISOString(),
    to: new Date((starts[last]?.getTime() ?? 0) + minutes(1)).toISOString(),
    ...more,
  });

  before(async () => {
    world = await buildWebhookWorld();
    ({ id } = await world.endpoint("/log"));
    world.receiver.answer("/log", ({ body }) => ({
      status: isUp || String(body.data.subjectId).startsWith("good") ? 200 : 410,
    }));
    for (const hour of [0, 1, 2]) {
      starts.push(world.server.clock());
      await world.happen([{ subjectId: `good ${hour}` }]);
      await settled(world.server);
      world.server.clock.advance(1000);
      await world.happen([{ subjectId: `bad ${hour}` }], "screening.template.changed");
      await settled(world.server);
      // 410 has switched it off.
      await world.as.admin.patch(path(), { enabled: true });
      await travel(world.server, minutes(60));
    }
  });
  after(() => world.close());

  test("is filtered by state, type and time", async () => {
    const list = async (query: string) =>
      (await world.as.admin.get(`${path()}/deliveries?${query}`)).body.data.map(
        ({ subjectId }: { subjectId: string }) => subjectId,
      );
    assert.deepEqual(await list(""), ["bad 2", "good 2", "bad 1", "good 1", "bad 0", "good 0"]);
    assert.deepEqual(await list("state=dropped"), ["bad 2", "bad 1", "bad 0"]);
    assert.deepEqual(await list("type=screening.contact.created"), ["good 2", "good 1", "good 0"]);
    const { from, to } = range(1, 1);
    assert.deepEqual(await list(`from=${from}&to=${to}`), ["bad 1", "good 1"]);
    for (const bad of ["state=gone", "from=yesterday", "cursor=nonsense", "limit=0"])
      assert.equal((await world.as.admin.get(`${path()}/deliveries?${bad}`)).status, 400, bad);
  });

  test("has pages without a gap or a repeat", async () => {
    const seen: string[] = [];
    let cursor = "";
    do {
      const { body } = await world.as.admin.get(
        `${path()}/deliveries?limit=4${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(...body.data.map((delivery: { id: string }) => delivery.id));
      cursor = body.meta.next_cursor ?? "";
    } while (cursor);
    assert.deepEqual(
      seen,
      (await world.deliveries(id)).map((delivery) => delivery.id),
    );
  });

  test("one delivery is sent once more under its old id, also one that had arrived", async () => {
    const deliveries = await world.deliveries(id);
    const good = deliveries.find(({ state }) => state === "delivered");
    const before = world.receiver.at("/log").length;
    const { status, body } = await world.as.admin.post(`${path()}/deliveries/${good?.id}/replay`);
    assert.deepEqual([status, body.data.state], [202, "waiting"]);
    await settled(world.server);
    assert.deepEqual(subjects(before), ["good 2"]);
    assert.equal(idsOf("good 2").size, 1);
    const details = await world.as.admin.get(`${path()}/deliveries/${good?.id}`);
    assert.deepEqual([details.body.data.state, details.body.data.attemptLog.length], ["delivered", 2]);
  });

  test("what waits already is not asked for twice, and what is not the endpoint's is not found", async () => {
    const gate = Promise.withResolvers<{ status: number }>();
    const { id: other } = await world.endpoint("/held", { events: ["api_key.*"] });
    world.receiver.answer("/held", () => gate.promise);
    const sent = (await world.as.admin.post(`/api/webhook-endpoints/${other}/test`)).body.data;
    const replay = (endpointId: string) =>
      world.as.admin.post(`/api/webhook-endpoints/${endpointId}/deliveries/${sent.id}/replay`);
    assert.deepEqual([(await replay(other)).status, (await replay(id)).status], [409, 404]);
    assert.equal((await world.as.admin.get(`${path()}/deliveries/${sent.id}`)).status, 404);
    gate.resolve({ status: 200 });
    await settled(world.server);
    assert.equal(world.receiver.at("/held").length, 1);
  });

  test("those of a time are sent once more in their order, by state, and the answer says how many", async () => {
    isUp = true;
    const before = world.receiver.at("/log").length;
    const first = await world.as.admin.post(`${path()}/replay`, range(0, 1));
    assert.deepEqual([first.status, first.body.data], [202, { count: 2 }]);
    await settled(world.server);
    assert.deepEqual(subjects(before).sort(), ["bad 0", "bad 1"]);
    const all = await world.as.admin.post(
      `${path()}/replay`,
      range(0, 2, { states: ["delivered", "failed", "dropped"] }),
    );
    assert.deepEqual(all.body.data, { count: 6 });
    await settled(world.server);
    assert.equal(subjects(before).length, 8);
    for (const hour of [0, 1, 2])
      for (const kind of ["good", "bad"]) assert.equal(idsOf(`${kind} ${hour}`).size, 1);
    assert.deepEqual((await world.as.admin.post(`${path()}/replay`, range(0, 2))).body.data, { count: 0 });
    const [event] = await world.server.db.query<{ payload: object }>(
      "select payload from events where type = 'webhook.replay_requested' order by sequence limit 1",
    );
    assert.deepEqual(event?.payload, {
      ...{ endpointId: id, states: ["failed", "dropped"], count: 2 },
      ...{ from: range(0, 1).from, to: range(0, 1).to },
    });
  });

  test("many are sent page after page, and too many are refused", async () => {
    const fill = (count: number, at: string) =>
      world.server.db.query(
        `insert into effects (organization_id, id, channel, kind, recipient, subject_id, content, sealed, state,
           due_at, created_at, updated_at)
         select $1, gen_random_uuid(), 'webhook', 'live.session.ended', $2, 'filled ' || n,
           '{"type":"live.session.ended","data":{"subjectId":"filled"}}', false, 'failed', $3, $3, $3
         from generate_series(1, $4) as n`,
        [world.organizationId, `endpoint:${id}`, at, count],
      );
    await fill(1_100, "2026-01-01T12:00:00Z");
    const before = world.receiver.at("/log").length;
    const day = { from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00+01:00" };
    const answer = await world.as.admin.post(`${path()}/replay`, day);
    assert.deepEqual(answer.body.data, { count: 1_100 });
    await settled(world.server);
    await travel(world.server, minutes(10));
    const ids = world.receiver
      .at("/log")
      .slice(before)
      .map(({ headers }) => headers["webhook-id"]);
    assert.deepEqual([ids.length, new Set(ids).size], [1_100, 1_100]);
    await fill(10_001, "2025-12-01T12:00:00Z");
    const month = { from: "2025-12-01T00:00:00Z", to: "2025-12-31T00:00:00Z" };
    const refused = await world.as.admin.post(`${path()}/replay`, month);
    assert.equal(refused.status, 409);
    assert.match(refused.body.detail, /10000/);
  });

  test("what concerns one subject is sent once more in its order, also across pages", async () => {
    const { id: other } = await world.endpoint("/again", { events: ["api_key.*"] });
    const begun = world.server.clock();
    const events = Array.from({ length: 1_200 }, (_, n) => ({
      subjectId: `again ${n % 3}`,
      n: Math.floor(n / 3) + 1,
    }));
    await world.server.db.query(
      `insert into effects (organization_id, id, channel, kind, recipient, subject_id, content, sealed, state, due_at,
         created_at, updated_at)
       select $1, gen_random_uuid(), 'webhook', 'api_key.created', $2, "subjectId",
         json_build_object('data', json_build_object('subjectId', "subjectId", 'n', n))::text, false, 'dropped', $3, $3, $3
       from json_to_recordset($4::json) as event ("subjectId" text, n integer)`,
      [world.organizationId, `endpoint:${other}`, begun, JSON.stringify(events)],
    );
    const { body } = await world.as.admin.post(`/api/webhook-endpoints/${other}/replay`, {
      from: begun.toISOString(),
      to: begun.toISOString(),
    });
    assert.deepEqual(body.data, { count: 1_200 });
    await eventually(async () => {
      const [row] = await world.server.db.query<{ count: number }>(
        "select count(*)::int as count from effects where recipient = $1 and state <> 'dropped'",
        [`endpoint:${other}`],
      );
      assert.equal(row?.count, 1_200);
    });
    await eventually(async () => {
      await travel(world.server, minutes(5));
      assert.equal(world.receiver.at("/again").length, 1_200);
    });
    const bySubject = Map.groupBy(world.receiver.at("/again"), (one) => one.body.data.subjectId);
    for (const requests of bySubject.values()) {
      assert.deepEqual(
        requests.map((one) => one.body.data.n),
        Array.from({ length: 400 }, (_, n) => n + 1),
      );
    }
  });

  test("a time that ends before it begins, and states that cannot be replayed, are refused", async () => {
    const bad: [object, string][] = [
      [{ from: "2026-01-02T00:00:00Z", to: "2026-01-01T00:00:00Z" }, "/to"],
      [{ from: "2026-01-02T00:00:00Z" }, "/to"],
      [{ ...range(0, 0), states: ["waiting"] }, "/states/0"],
      [{ ...range(0, 0), states: [] }, "/states"],
    ];
    for (const [body, pointer] of bad) {
      const answer = await world.as.admin.post(`${path()}/replay`, body);
      assert.deepEqual([answer.status, answer.body.errors[0].pointer], [400, pointer]);
    }
  });

  test("nothing is sent while the endpoint is switched off", async () => {
    await world.as.admin.patch(path(), { enabled: false });
    const [delivery] = await world.deliveries(id);
    const failed = delivery?.id;
    await world.server.db.query("update effects set state = 'failed' where id = $1", [delivery?.id]);
    const answers = [
      await world.as.admin.post(`${path()}/deliveries/${delivery?.id}/replay`),
      await world.as.admin.post(`${path()}/replay`, range(0, 2)),
      await world.as.admin.post(`${path()}/test`),
    ];
    assert.deepEqual(
      answers.map(({ status }) => status),
      [409, 409, 409],
    );
    const inspected = await world.as.admin.post(`/api/effects/${failed}/retry`);
    assert.deepEqual([inspected.status, inspected.body.code], [409, "conflict"]);
    assert.match(inspected.body.detail, /switched off or removed/);
    const bulk = await world.as.admin.post("/api/effects/retry", { recipient: `endpoint:${id}` });
    assert.deepEqual(bulk.body.data, { retried: 0, hasMore: false });
    await world.as.admin.patch(path(), { enabled: true });
    const again = await world.as.admin.post(`/api/effects/${failed}/retry`);
    assert.deepEqual([again.status, again.body.data.state], [200, "waiting"]);
    await settled(world.server);
  });
});
