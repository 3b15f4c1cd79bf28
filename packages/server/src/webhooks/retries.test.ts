import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { buildWebhookWorld, type WebhookWorld } from "../../test/build-webhooks.ts";
import { capturedMails } from "../../test/mailbox.ts";
import { settled, travel } from "../../test/travel.ts";
import { verify } from "../../test/webhook-receiver.ts";
import { days, hours, minutes, seconds } from "../kernel/clock.ts";

const schedule = [
  seconds(5),
  minutes(5),
  minutes(30),
  hours(2),
  hours(5),
  hours(10),
  hours(14),
  hours(20),
  hours(24),
];

describe("a webhook that does not arrive", () => {
  let world: WebhookWorld;
  let tick: (milliseconds: number) => Promise<void>;

  const tell = async (...given: Parameters<WebhookWorld["happen"]>) => {
    await world.happen(...given);
    await settled(world.server);
  };
  const only = async (endpointId: string) => {
    const [delivery, ...others] = await world.deliveries(endpointId);
    assert.ok(delivery && others.length === 0);
    const { body } = await world.as.admin.get(
      `/api/webhook-endpoints/${endpointId}/deliveries/${delivery.id}`,
    );
    return body.data;
  };
  const switchOff = (endpointId: string) =>
    world.as.admin.patch(`/api/webhook-endpoints/${endpointId}`, { enabled: false });
  /** Nothing else may be sent to, or failing, in the next test. */
  const finish = async (endpointId: string) => {
    await switchOff(endpointId);
    await settled(world.server);
  };

  before(async () => {
    world = await buildWebhookWorld();
    tick = (milliseconds) => travel(world.server, milliseconds);
  });
  after(() => world.close());

  test("is tried ten times at the documented pauses and not before, always as the same message", async () => {
    const { id, secret } = await world.endpoint("/down");
    world.receiver.answer("/down", () => ({ status: 500, text: "out of order" }));
    // Something else arrives there now and then, so that it stays on.
    world.receiver.answer("/down", ({ body }) => ({
      status: body.data.subjectId === "well" ? 204 : 500,
      text: "",
    }));
    await tell([{ subjectId: "down" }]);
    const requests = () => world.receiver.at("/down").filter(({ body }) => body.data.subjectId === "down");
    for (const [n, pause] of schedule.entries()) {
      assert.equal(requests().length, n + 1);
      await tick(pause - seconds(1));
      assert.equal(requests().length, n + 1, `before ${pause} ms`);
      // With the jitter of up to a tenth.
      await tick(seconds(1) + 0.1 * pause);
      assert.equal(requests().length, n + 2, `after ${pause} ms`);
      await tell([{ subjectId: "well", n }]);
    }
    await tick(days(3));
    assert.equal(requests().length, 10);
    assert.equal(new Set(requests().map(({ headers }) => headers["webhook-id"])).size, 1);
    assert.equal(new Set(requests().map(({ text }) => text)).size, 1);
    assert.equal(new Set(requests().map(({ headers }) => headers["webhook-timestamp"])).size, 10);
    for (const request of requests()) verify(request, secret);
    assert.equal((await world.read(id)).enabled, true);
    const [failed] = (await world.deliveries(id, "&state=failed")) ?? [];
    const { body } = await world.as.admin.get(`/api/webhook-endpoints/${id}/deliveries/${failed?.id}`);
    assert.equal(body.data.attemptLog.length, 10);
    await finish(id);
  });

  test("holds back what concerns its subject, and nothing else", async () => {
    const { id } = await world.endpoint("/line");
    let isUp = false;
    world.receiver.answer("/line", ({ body }) => ({
      status: isUp || body.data.subjectId === "free" ? 200 : 503,
    }));
    await tell([{ subjectId: "line", n: 1 }, { subjectId: "line", n: 2 }, { subjectId: "free" }]);
    const seen = () => world.receiver.at("/line").map(({ body }) => `${body.data.subjectId} ${body.data.n}`);
    assert.deepEqual(seen().sort(), ["free 1", "line 1"]);
    isUp = true;
    await tick(seconds(6));
    assert.deepEqual(seen().slice(2), ["line 1", "line 2"]);
    assert.equal((await world.read(id)).failingSince, null);
    await finish(id);
  });

  test("is logged with each attempt: when, what was answered, what went wrong", async () => {
    const { id } = await world.endpoint("/log");
    const replies = [
      { status: 500, text: `\u0000it <b>broke</b> ${"x".repeat(2_000)}` },
      { status: 302, headers: { location: `${world.receiver.url}/elsewhere` } },
      { status: 204 },
    ];
    world.receiver.answer("/log", () => replies.shift() ?? { status: 500 });
    const begun = world.server.clock().toISOString();
    await tell([{ subjectId: "log" }]);
    await tick(seconds(6));
    const waiting = await only(id);
    assert.deepEqual([waiting.state, waiting.attempts], ["waiting", 2]);
    assert.ok(new Date(waiting.nextAttemptAt).getTime() >= world.server.clock().getTime() + minutes(5));
    await tick(minutes(6));
    const delivery = await only(id);
    assert.deepEqual([delivery.state, delivery.attempts, delivery.nextAttemptAt], ["delivered", 3, null]);
    assert.equal(delivery.payload.data.subjectId, "log");
    const log = delivery.attemptLog;
    assert.deepEqual(
      log.map((one: { attempt: number; status: number; result: string }) => [
        one.attempt,
        one.status,
        one.result,
      ]),
      [
        [1, 500, "unreachable"],
        [2, 302, "unreachable"],
        [3, 204, "delivered"],
      ],
    );
    assert.equal(log[0].startedAt, begun);
    assert.ok(log.every((one: { durationMs: number }) => one.durationMs >= 0));
    assert.match(log[0].detail, /^it <b>broke<\/b> x+$/);
    assert.equal(log[0].detail.length, 500);
    assert.match(log[1].detail, /redirects to .*\/elsewhere, and redirects are not followed/);
    assert.equal(world.receiver.at("/elsewhere").length, 0);
    await finish(id);
  });

  test("waits as long as a receiver asks with 429, 502, 503 or 504, to a day, and for no other status", async () => {
    const cases = [
      ["/seconds", 429, "3600", hours(1)],
      ["/date", 503, new Date(world.server.clock().getTime() + hours(2)).toUTCString(), hours(2)],
      ["/gateway", 502, "3600", hours(1)],
      ["/late-gateway", 504, "3600", hours(1)],
      ["/huge", 429, "9".repeat(400), days(1)],
      ["/ignored", 500, "3600", seconds(5)],
      ["/nonsense", 503, "soon", seconds(5)],
    ] as const;
    for (const [path, status, retryAfter, pause] of cases) {
      const { id } = await world.endpoint(path);
      world.receiver.answer(path, () => ({ status, headers: { "retry-after": retryAfter } }));
      await tell([{ subjectId: path }]);
      const { nextAttemptAt } = await only(id);
      const wait = new Date(nextAttemptAt).getTime() - world.server.clock().getTime();
      assert.ok(wait > pause - seconds(1) && wait <= 1.1 * pause, `${path} ${wait}`);
      await finish(id);
    }
  });

  test("and is answered 410 switches its endpoint off at once, drops what waits, and warns those concerned", async () => {
    const creator = await world.server.build.member(world.organizationId, "OrganizationAdmin");
    const answer = await world.server
      .api(creator.token)
      .post("/api/webhook-endpoints", { url: `${world.receiver.url}/gone?key=k`, events: ["api_key.*"] });
    const { id } = answer.body.data;
    await world.server.db.query("update members set role = 'Coach' where person_id = $1", [creator.id]);
    let status = 500;
    world.receiver.answer("/gone?key=k", () => ({ status, text: "never again" }));
    await tell([{ subjectId: "x" }, { subjectId: "x", n: 2 }, { subjectId: "y" }], "api_key.created");
    status = 410;
    await tick(seconds(6));
    const { enabled, disabledReason, disabledAt } = await world.read(id);
    assert.deepEqual([enabled, disabledReason], [false, "gone"]);
    assert.equal(disabledAt, world.server.clock().toISOString());
    const deliveries = await world.deliveries(id);
    assert.deepEqual(
      deliveries.map(({ state }) => state),
      ["dropped", "dropped", "dropped"],
    );
    const requests = world.receiver.at("/gone?key=k").length;
    await tell([{ subjectId: "z" }], "api_key.created");
    await tick(days(4));
    assert.equal(world.receiver.at("/gone?key=k").length, requests);
    assert.equal((await world.deliveries(id)).length, 3);
    for (const email of [creator.email, world.admin.email]) {
      const mails = await capturedMails(world.server, email);
      const warnings = mails.filter(({ email: { subject } }) => subject?.includes("switched off"));
      assert.equal(warnings.length, 1, email);
      const text = warnings[0]?.email.text ?? "";
      assert.match(text, /410 Gone/);
      assert.match(text, /\/gone/);
      assert.ok(!text.includes("key=k"));
    }
    const [event] = await world.server.db.query<{ payload: object; actor_kind: string }>(
      "select payload, actor_kind from events where subject_id = $1 and type = 'webhook.endpoint_disabled'",
      [id],
    );
    assert.deepEqual(event, { payload: { endpointId: id, reason: "gone" }, actor_kind: "system" });
  });

  test("to the last try, while nothing else arrived, switches its endpoint off", async () => {
    const { id } = await world.endpoint("/dead");
    world.receiver.answer("/dead", () => ({ status: 500 }));
    const since = world.server.clock().toISOString();
    await tell([{ subjectId: "dead" }]);
    assert.equal((await world.read(id)).failingSince, since);
    for (const pause of schedule) {
      assert.equal((await world.read(id)).enabled, true);
      await tick(1.1 * pause);
    }
    const { enabled, disabledReason, failingSince } = await world.read(id);
    assert.deepEqual([enabled, disabledReason, failingSince], [false, "failing", since]);
    assert.equal((await only(id)).state, "failed");
    const mails = await capturedMails(world.server, world.admin.email);
    const [last] = mails.filter(({ email: { text } }) => text?.includes("/dead"));
    assert.match(last?.email.text ?? "", /Nothing has arrived/);
    // Switched on again it begins anew, and nothing is sent by itself.
    const before = world.receiver.at("/dead").length;
    const on = await world.as.admin.patch(`/api/webhook-endpoints/${id}`, { enabled: true });
    assert.deepEqual([on.body.data.enabled, on.body.data.failingSince], [true, null]);
    await tick(days(1));
    assert.equal(world.receiver.at("/dead").length, before);
    await finish(id);
  });

  test("switches its endpoint off after five days in which nothing arrived, however long each waits", async () => {
    const { id } = await world.endpoint("/patient");
    world.receiver.answer("/patient", () => ({ status: 503, headers: { "retry-after": "86400" } }));
    await tell([{ subjectId: "patient" }]);
    for (let day = 1; day < 5; day += 1) {
      await tick(days(1));
      assert.equal((await world.read(id)).enabled, true, `day ${day}`);
    }
    await tick(days(1) + hours(3));
    const { enabled, disabledReason } = await world.read(id);
    assert.deepEqual([enabled, disabledReason], [false, "failing"]);
    const attempts = world.receiver.at("/patient").length;
    await tick(days(3));
    assert.equal(world.receiver.at("/patient").length, attempts);
    assert.equal((await only(id)).state, "dropped");
  });

  test("goes nowhere once its endpoint was switched off by a member, or removed", async () => {
    const off = await world.endpoint("/off");
    const removed = await world.endpoint("/removed");
    for (const path of ["/off", "/removed"]) world.receiver.answer(path, () => ({ status: 500 }));
    await tell([
      { subjectId: "off", n: 1 },
      { subjectId: "off", n: 2 },
    ]);
    await switchOff(off.id);
    await world.as.admin.delete(`/api/webhook-endpoints/${removed.id}`);
    await settled(world.server);
    const deliveries = await world.deliveries(off.id);
    assert.deepEqual(
      deliveries.map(({ state, outcome }) => [state, outcome]),
      [1, 2].map(() => ["dropped", "the endpoint is switched off"]),
    );
    const effects = await world.server.db.query("select state, outcome from effects where recipient = $1", [
      `endpoint:${removed.id}`,
    ]);
    assert.deepEqual(
      effects,
      [1, 2].map(() => ({ state: "dropped", outcome: "the endpoint was removed" })),
    );
    assert.equal((await world.as.admin.get(`/api/webhook-endpoints/${removed.id}/deliveries`)).status, 404);
    await tick(days(1));
    assert.deepEqual([world.receiver.at("/off").length, world.receiver.at("/removed").length], [1, 1]);
  });
});
