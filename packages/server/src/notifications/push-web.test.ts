import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { buildMentorshipWorld } from "../../test/build-mentorship.ts";
import { type PushWorld, startPushWorld } from "../../test/build-push.ts";
import { settled, travel } from "../../test/travel.ts";
import { hours, minutes, plus, seconds } from "../kernel/clock.ts";

describe("pushes to browsers", () => {
  let world: PushWorld;
  before(async () => {
    world = await startPushWorld();
  });
  after(() => world.close());

  const states = async (deviceId: string) => (await world.pushes(deviceId)).map(({ state }) => state);

  test("are decrypted by the browser alone, and signed by the key that it subscribed for", async () => {
    const person = await world.person();
    const browser = await world.browser(person);
    await world.tell(person, { title: "Session moved ✈", paragraphs: ["Now at 15:00.", "Before: 14:00."] });
    const [push] = browser.received;
    assert.ok(push && browser.received.length === 1);
    const [effect] = await world.pushes(browser.id);
    assert.deepEqual(push.message, {
      id: effect?.id,
      kind: "mentorship.session.rescheduled",
      title: "Session moved ✈",
      body: "Now at 15:00.",
      url: "https://convene.test/sessions/1",
    });
    assert.equal(effect?.state, "delivered");
    assert.equal(push.claims.aud, new URL(browser.json.endpoint).origin);
    assert.equal(push.claims.sub, "mailto:operator@convene.test");
    assert.ok(!push.encrypted.toString("latin1").includes("15:00"));
    const { ttl, urgency, topic } = push.headers;
    assert.deepEqual([ttl, urgency], [String(hours(24) / 1000), "normal"]);
    assert.match(String(topic), /^[\w-]{22}$/);
  });

  test("follow from what happens in a product, for each device of whom it concerns", async () => {
    const { as, ids, ...mentorship } = await buildMentorshipWorld(world.server);
    const [{ token }] = [await world.server.server.tokens.issue(ids.teacher, null, hours(1))];
    const teacher = { id: ids.teacher, email: "", token };
    const [first, second] = [await world.browser(teacher), await world.browser(teacher)];
    const phone = await world.phone(teacher);
    const created = await as.coach.post("/api/sessions", mentorship.plan(3 * 24 * 60));
    assert.equal(created.status, 201);
    await settled(world.server);
    for (const { received } of [first, second]) assert.equal(received.length, 1);
    const messages = world.expo.messages.filter(({ to }) => to === phone.token);
    assert.deepEqual(
      messages.map(({ title }) => title),
      first.received.map(({ message }) => message.title),
    );
  });

  test("a repeat takes the place of the first: same id, same topic", async () => {
    const person = await world.person();
    const browser = await world.browser(person);
    await world.tell(person);
    await world.tell(person);
    const [effect] = await world.pushes(browser.id);
    await world.replay(effect?.id ?? "");
    assert.equal(browser.received.length, 3);
    assert.equal(browser.waiting.size, 2);
    assert.equal(browser.received[2]?.message.id, effect?.id);
  });

  for (const status of [404, 410]) {
    test(`a subscription that its service answers with ${status} is dropped, and no other`, async () => {
      const person = await world.person();
      const [dead, alive] = [await world.browser(person), await world.browser(person)];
      dead.trouble = { status };
      await world.tell(person);
      assert.deepEqual(await world.devices(person), [alive.id]);
      assert.equal(alive.received.length, 1);
      assert.deepEqual([await states(dead.id), await states(alive.id)], [["dropped"], ["delivered"]]);
      await world.tell(person);
      assert.deepEqual(
        [await states(dead.id), await states(alive.id)],
        [["dropped"], Array(2).fill("delivered")],
      );
    });
  }

  test("a service that is down is tried again with growing pauses, and given up after six tries", async () => {
    const person = await world.person();
    const [up, down] = [await world.browser(person), await world.browser(person)];
    down.trouble = { status: 503, body: "out to lunch\u0000" };
    await world.tell(person);
    const pauses = [seconds(11), seconds(66), minutes(5.5), minutes(16.5), minutes(66)];
    for (const [index, pause] of pauses.entries()) {
      const [push] = await world.pushes(down.id);
      assert.deepEqual([push?.state, push?.tries], ["waiting", index + 1]);
      await travel(world.server, pause);
    }
    const [push] = await world.pushes(down.id);
    assert.deepEqual([push?.state, push?.tries], ["failed", 6]);
    assert.match(push?.outcome ?? "", /503: out to lunch$/);
    assert.equal(up.received.length, 1);
    assert.equal((await world.devices(person)).length, 2);
  });

  test("one that comes back in time delivers what waited, in its order", async () => {
    const person = await world.person();
    const browser = await world.browser(person);
    browser.trouble = { status: 500 };
    for (const title of ["first", "second", "third"]) await world.tell(person, { title }, "one-subject");
    browser.trouble = null;
    await travel(world.server, seconds(11));
    assert.deepEqual(
      browser.received.map(({ message }) => message.title),
      ["first", "second", "third"],
    );
  });

  test("one that asks for patience gets it", async () => {
    const person = await world.person();
    const browser = await world.browser(person);
    const until = plus(world.server.clock(), minutes(30));
    browser.trouble = { status: 429, headers: { "retry-after": until.toUTCString() } };
    await world.tell(person);
    browser.trouble = null;
    await travel(world.server, minutes(29));
    assert.equal(browser.received.length, 0);
    await travel(world.server, minutes(1));
    assert.equal(browser.received.length, 1);
  });

  test("what a service refuses is not tried again, and the device stays", async () => {
    const person = await world.person();
    const browser = await world.browser(person);
    for (const status of [400, 403, 413, 302]) {
      browser.trouble = { status, headers: { location: "https://elsewhere.example/" } };
      await world.tell(person);
    }
    assert.deepEqual(await states(browser.id), Array(4).fill("failed"));
    assert.deepEqual(await world.devices(person), [browser.id]);
  });

  test("a reminder wakes the device, and is worth nothing once it is over", async () => {
    const person = await world.person();
    const browser = await world.browser(person);
    const staleAt = plus(world.server.clock(), minutes(15)).toISOString();
    await world.tell(person, { isReminder: true, staleAt });
    const [push] = browser.received;
    assert.deepEqual([push?.headers.urgency, push?.headers.ttl], ["high", "900"]);
    browser.trouble = { status: 503 };
    await world.tell(person, { isReminder: true, staleAt });
    await travel(world.server, minutes(5));
    browser.trouble = null;
    await travel(world.server, minutes(16));
    assert.equal(browser.received.length, 1);
    assert.deepEqual(await states(browser.id), ["delivered", "dropped"]);
  });

  test("the longest texts fit", async () => {
    const person = await world.person();
    const browser = await world.browser(person);
    const url = `https://convene.test/${"x".repeat(1000)}`;
    await world.tell(person, {
      title: "🗓".repeat(400),
      paragraphs: ["👩".repeat(2000)],
      action: { label: "Open", url },
    });
    const [push] = browser.received;
    assert.equal([...(push?.message.title ?? "")].length, 150);
    assert.ok(push?.message.body.endsWith("👩…"));
    assert.equal(push?.message.url, url);
  });
});
