import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { buildWebhookWorld, type WebhookWorld } from "../../test/build-webhooks.ts";
import { eventually } from "../../test/eventually.ts";
import { settled, travel } from "../../test/travel.ts";
import { minutes } from "../kernel/clock.ts";

describe("many webhooks", () => {
  let world: WebhookWorld;

  before(async () => {
    world = await buildWebhookWorld();
  });
  after(() => world.close());

  test("a slow endpoint has four requests open in one process, and holds up no other endpoint", async () => {
    const slow = await world.endpoint("/slow");
    await world.endpoint("/quick", { events: ["api_key.*"] });
    const gate = Promise.withResolvers<{ status: number }>();
    world.receiver.answer("/slow", () => gate.promise);
    await world.happen(Array.from({ length: 40 }, (_, n) => ({ subjectId: `slow ${n}` })));
    await eventually(async () => assert.equal(world.receiver.open("/slow").now, 4));
    await world.happen(
      Array.from({ length: 20 }, (_, n) => ({ subjectId: `quick ${n}` })),
      "api_key.created",
    );
    await eventually(async () => assert.equal(world.receiver.at("/quick").length, 20));
    assert.deepEqual(world.receiver.open("/slow"), { now: 4, most: 4 });
    gate.resolve({ status: 200 });
    // Those that were sent away come again in their turn.
    await eventually(async () => {
      await travel(world.server, minutes(5));
      const states = (await world.deliveries(slow.id)).map(({ state }) => state);
      assert.deepEqual(
        states,
        Array.from({ length: 40 }, () => "delivered"),
      );
    });
    assert.equal(world.receiver.at("/slow").length, 40);
    assert.equal(world.receiver.open("/slow").most, 4);
    const tries = await world.server.db.query(
      "select distinct attempts, tries from effects where recipient = $1",
      [`endpoint:${slow.id}`],
    );
    assert.deepEqual(tries, [{ attempts: 1, tries: 1 }]);
    await world.as.admin.delete(`/api/webhook-endpoints/${slow.id}`);
  });

  test("endpoints that never answer hold up their own organization alone", async () => {
    const paths = Array.from({ length: 12 }, (_, n) => `/never-${n}`);
    const gate = Promise.withResolvers<{ status: number }>();
    for (const path of paths) {
      world.receiver.answer(path, () => gate.promise);
      await world.endpoint(path, { events: ["screening.template.*"] });
    }
    const open = () => paths.reduce((sum, path) => sum + world.receiver.open(path).now, 0);
    await world.happen(
      Array.from({ length: 10 }, (_, n) => ({ subjectId: `never ${n}` })),
      "screening.template.changed",
    );
    await eventually(async () => assert.equal(open(), 8));
    const other = await world.server.memberApi(await world.server.build.organization(), "OrganizationAdmin");
    const { body } = await other.post("/api/webhook-endpoints", { url: `${world.receiver.url}/foreign` });
    await other.post(`/api/webhook-endpoints/${body.data.id}/test`);
    await eventually(async () =>
      assert.ok(world.receiver.at("/foreign").some((request) => request.body.type === "webhook.test")),
    );
    // The same eight are open still: none of them was over when the other's message arrived.
    const over = await world.server.db.query(
      `select from effect_attempts a join effects e on e.organization_id = a.organization_id and e.id = a.effect_id
       where e.kind = 'screening.template.changed'`,
    );
    assert.deepEqual([over.length, open()], [0, 8]);
    gate.resolve({ status: 200 });
    const { data } = (await world.as.admin.get("/api/webhook-endpoints?limit=50")).body;
    for (const { id, url } of data)
      if (url.includes("/never")) await world.as.admin.delete(`/api/webhook-endpoints/${id}`);
  });

  test("a thousand events reach an endpoint from two processes, each under one identity", async () => {
    const { id } = await world.endpoint("/many");
    await world.server.another();
    const events = Array.from({ length: 1_000 }, (_, n) => ({
      subjectId: `many ${n % 250}`,
      n: Math.floor(n / 250) + 1,
    }));
    await world.happen(events);
    await eventually(async () => {
      const rows = await world.server.db.query<{ state: string; count: number }>(
        "select state, count(*)::int as count from effects where recipient = $1 group by state",
        [`endpoint:${id}`],
      );
      assert.deepEqual(rows, [{ state: "delivered", count: 1_000 }]);
    });
    await settled(world.server);
    const received = world.receiver.at("/many");
    assert.equal(received.length, 1_000);
    assert.equal(new Set(received.map(({ headers }) => headers["webhook-id"])).size, 1_000);
    assert.equal(new Set(received.map(({ body }) => body.data.eventId)).size, 1_000);
    for (const requests of Map.groupBy(received, ({ body }) => body.data.subjectId).values()) {
      assert.deepEqual(
        requests.map(({ body }) => body.data.n),
        [1, 2, 3, 4],
      );
    }
  });
});
