import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type PushWorld, startPushWorld } from "../../test/build-push.ts";
import { eventually } from "../../test/eventually.ts";
import { startExpoSimulator } from "../../test/expo-simulator.ts";
import { travel } from "../../test/travel.ts";
import { days, hours, minutes, seconds } from "../kernel/clock.ts";
import { expoPush } from "../providers/push/expo.ts";

describe("pushes to phones", () => {
  let world: PushWorld;
  before(async () => {
    world = await startPushWorld();
  });
  after(() => world.close());

  const messagesTo = (token: string) => world.expo.messages.filter(({ to }) => to === token);
  /** State and outcome of the pushes to a device. */
  const states = async (deviceId: string) =>
    (await world.pushes(deviceId)).map(({ state, outcome }) => [state, outcome]);
  const asked = () => world.expo.requests.filter(({ path }) => path.endsWith("/getReceipts"));
  /** Until the receipts of what was sent now are asked for. */
  const receiptsLater = () => travel(world.server, minutes(20));

  test("say what happened, and take the place of an earlier one of the same", async () => {
    const person = await world.person();
    const phone = await world.phone(person);
    await world.tell(person, { title: "Session moved", paragraphs: ["Now at 15:00."] });
    const [effect] = await world.pushes(phone.id);
    const { ticket, ...message } = messagesTo(phone.token)[0] ?? {};
    assert.ok(ticket);
    assert.deepEqual(message, {
      to: phone.token,
      title: "Session moved",
      body: "Now at 15:00.",
      data: {
        effectId: effect?.id,
        kind: "mentorship.session.rescheduled",
        url: "https://convene.test/sessions/1",
      },
      ttl: hours(24) / 1000,
      priority: "default",
      sound: "default",
      tag: effect?.id,
      collapseId: effect?.id,
    });
    await world.replay(effect?.id ?? "");
    const ids = messagesTo(phone.token).map(({ collapseId }) => collapseId);
    assert.deepEqual(ids, [effect?.id, effect?.id]);
  });

  test("a token that Expo calls dead is dropped at once, and no other", async () => {
    const person = await world.person();
    const [dead, alive] = [await world.phone(person), await world.phone(person)];
    world.expo.ticketErrors.set(dead.token, "DeviceNotRegistered");
    await world.tell(person);
    assert.deepEqual(await world.devices(person), [alive.id]);
    const reason = `Expo: DeviceNotRegistered: "${dead.token}": DeviceNotRegistered`;
    assert.deepEqual(await states(dead.id), [["dropped", reason]]);
    assert.equal(messagesTo(alive.token).length, 1);
  });

  test("what passes is tried again; what does not is not, and the device stays", async () => {
    const person = await world.person();
    const [busy, refused] = [await world.phone(person), await world.phone(person)];
    world.expo.ticketErrors.set(busy.token, "MessageRateExceeded");
    world.expo.ticketErrors.set(refused.token, "InvalidCredentials");
    await world.tell(person);
    world.expo.ticketErrors.clear();
    await travel(world.server, seconds(11));
    assert.equal(messagesTo(busy.token).length, 1);
    assert.equal(messagesTo(refused.token).length, 0);
    const [push] = await world.pushes(refused.id);
    assert.deepEqual([push?.state, push?.tries], ["failed", 1]);
    assert.equal((await world.devices(person)).length, 2);
  });

  test("Expo down, or asking for patience: everything arrives afterwards", async () => {
    const person = await world.person();
    const phone = await world.phone(person);
    world.expo.trouble = { status: 502, body: "<html>Bad gateway</html>" };
    await world.tell(person);
    assert.match((await world.pushes(phone.id))[0]?.outcome ?? "", /^Expo: <html>Bad gateway/);
    const body = JSON.stringify({ errors: [{ code: "TOO_MANY_REQUESTS", message: "slow down" }] });
    world.expo.trouble = { status: 429, headers: { "retry-after": "600" }, body };
    await travel(world.server, seconds(11));
    assert.equal((await world.pushes(phone.id))[0]?.outcome, "Expo: slow down");
    world.expo.trouble = null;
    await travel(world.server, minutes(9));
    assert.equal(messagesTo(phone.token).length, 0);
    await travel(world.server, minutes(1));
    assert.equal(messagesTo(phone.token).length, 1);
  });

  describe("their receipts", () => {
    test("are asked for together, once they can be there; who is dead by them is dropped", async () => {
      await receiptsLater();
      const person = await world.person();
      const [dead, alive, tooBig] = [
        await world.phone(person),
        await world.phone(person),
        await world.phone(person),
      ];
      world.expo.receiptErrors.set(dead.token, "DeviceNotRegistered");
      world.expo.receiptErrors.set(tooBig.token, "MessageTooBig");
      const before = asked().length;
      await world.tell(person);
      await travel(world.server, minutes(14));
      assert.equal(asked().length, before);
      assert.deepEqual(await states(dead.id), [["delivered", "taken by Expo"]]);
      await travel(world.server, minutes(6));
      assert.deepEqual(
        asked()
          .slice(before)
          .map(({ items }) => items),
        [3],
      );
      const reason = (token: string, error: string) => `Expo: ${error}: "${token}": ${error}`;
      assert.deepEqual(await states(dead.id), [["failed", reason(dead.token, "DeviceNotRegistered")]]);
      assert.deepEqual(await states(tooBig.id), [["failed", reason(tooBig.token, "MessageTooBig")]]);
      assert.deepEqual(await states(alive.id), [["delivered", "taken by Expo"]]);
      assert.deepEqual((await world.devices(person)).toSorted(), [alive.id, tooBig.id].toSorted());
      assert.deepEqual(await world.server.db.query("select * from push_tickets"), []);
    });

    test("do not drop a device that was registered again since", async () => {
      const person = await world.person();
      const phone = await world.phone(person);
      world.expo.receiptErrors.set(phone.token, "DeviceNotRegistered");
      await world.tell(person);
      await travel(world.server, seconds(1));
      assert.equal((await world.phone(person, phone.token)).id, phone.id);
      await receiptsLater();
      assert.equal((await states(phone.id))[0]?.[0], "failed");
      assert.deepEqual(await world.devices(person), [phone.id]);
    });

    test("are asked for again while Expo does not know, and for a day at most", async () => {
      const person = await world.person();
      const phone = await world.phone(person);
      world.expo.receiptErrors.set(phone.token, "ExpoError");
      world.expo.isSlow = true;
      await world.tell(person);
      const before = asked().length;
      for (let round = 1; round <= 2; round += 1) {
        await receiptsLater();
        assert.equal(asked().length, before + round);
      }
      world.expo.isSlow = false;
      await receiptsLater();
      assert.equal((await states(phone.id))[0]?.[0], "failed");
      world.expo.isSlow = true;
      await world.tell(person);
      await travel(world.server, days(1));
      assert.deepEqual(await world.server.db.query("select * from push_tickets"), []);
      assert.equal((await states(phone.id))[1]?.[0], "delivered");
      world.expo.isSlow = false;
    });

    test("are not lost while Expo is down", async () => {
      const person = await world.person();
      const phone = await world.phone(person);
      world.expo.receiptErrors.set(phone.token, "DeviceNotRegistered");
      await world.tell(person);
      world.expo.trouble = { status: 503, body: "" };
      world.server.clock.advance(minutes(20));
      await world.server.db.query(
        "update graphile_worker._private_jobs set run_at = now() where key like 'push.receipts%'",
      );
      await eventually(async () => {
        const failed = await world.server.db.query(
          "select id from graphile_worker.jobs where key like 'push.receipts%' and last_error like '%503%'",
        );
        assert.equal(failed.length, 1);
      });
      world.expo.trouble = null;
      await travel(world.server, minutes(1));
      assert.deepEqual(await world.devices(person), []);
    });
  });

  test("are refused without the project's access token", async () => {
    const { url } = world.expo;
    const push = expoPush({ url, accessToken: null, clock: world.server.clock });
    const message = { id: "x", kind: "x", title: "x", body: "x", url: null, ttl: 60, isUrgent: false };
    const answer = await push.send("ExponentPushToken[x]", message);
    assert.deepEqual([answer.result, answer.status], ["refused", 403]);
  });

  test("a long body travels compressed", async () => {
    const person = await world.person();
    await world.phone(person);
    await world.tell(person, { paragraphs: ["👩".repeat(400)] });
    assert.equal(world.expo.messages.at(-1)?.body, "👩".repeat(400));
    assert.equal(world.expo.requests.findLast(({ path }) => path.endsWith("/send"))?.isCompressed, true);
  });

  test("what cannot be reached, or is no Expo, is unreachable, in words", async () => {
    const message = { id: "x", kind: "x", title: "x", body: "x", url: null, ttl: 60, isUrgent: true };
    const { clock } = world.server;
    const gone = await startExpoSimulator();
    await gone.close();
    const nowhere = expoPush({ url: gone.url, accessToken: null, clock });
    const answer = await nowhere.send("ExponentPushToken[x]", message);
    assert.equal(answer.result, "unreachable");
    assert.match(answer.detail ?? "", /^Expo cannot be reached: connect ECONNREFUSED/);
    for (const body of ["", "[]", "null", '{"data":null}', '{"data":[]}', '{"data":{}}']) {
      world.expo.trouble = { status: 200, body };
      const strange = expoPush({ url: world.expo.url, accessToken: null, clock });
      assert.equal((await strange.send("ExponentPushToken[x]", message)).result, "unreachable", body);
    }
    world.expo.trouble = null;
  });
});
