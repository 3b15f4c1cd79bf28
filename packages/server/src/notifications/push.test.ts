import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { givePassword, signIn } from "../../test/build-identity.ts";
import { notice } from "../../test/build-notices.ts";
import { type PushWorld, startPushWorld } from "../../test/build-push.ts";
import { settled, travel } from "../../test/travel.ts";
import { days, seconds } from "../kernel/clock.ts";
import { newId } from "../kernel/ids.ts";
import { notify } from "./notify.ts";

describe("a push", () => {
  let world: PushWorld;
  before(async () => {
    world = await startPushWorld();
  });
  after(() => world.close());

  test("is planned once for a cause, however often it is told", async () => {
    const person = await world.person();
    const browser = await world.browser(person);
    const { organizationId, server } = world;
    const to = { kind: "person", id: person.id, email: person.email, name: null } as const;
    const about = { organizationId, eventId: null, cause: newId(), subjectId: newId() };
    for (let round = 0; round < 3; round += 1) {
      await server.server.database.asTenant(organizationId, (tx) =>
        notify(tx, about, [notice(person.email, { to, withPush: true })], server.clock()),
      );
    }
    await settled(server);
    assert.equal(browser.received.length, 1);
  });

  test("is for people, for what is worth one, and for who wants reminders", async () => {
    const person = await world.person();
    const browser = await world.browser(person);
    await world.server.db.query("insert into reminder_opt_outs values ($1, $2, $3)", [
      world.organizationId,
      person.email.toLowerCase(),
      world.server.clock(),
    ]);
    const to = { kind: "invite", id: person.id, email: person.email, name: null } as const;
    for (const members of [{ withPush: false }, { isReminder: true }, { to }])
      await world.tell(person, members);
    assert.deepEqual(await world.pushes(browser.id), []);
    await world.tell(person);
    assert.equal(browser.received.length, 1);
  });

  test("that waits for a phone's former owner never reaches the new one", async () => {
    const [former, owner] = [await world.person(), await world.person()];
    const browser = await world.browser(former);
    browser.trouble = { status: 503 };
    await world.tell(former, { title: "for the former owner" });
    await world.register(owner.token, { type: "web", ...browser.json });
    browser.trouble = null;
    await world.tell(owner, { title: "for the new one" });
    await travel(world.server, seconds(11));
    assert.deepEqual(
      browser.received.map(({ message }) => message.title),
      ["for the new one"],
    );
    const [push] = await world.pushes(browser.id);
    assert.deepEqual([push?.state, push?.outcome], ["dropped", "the device is not registered any more"]);
  });

  test("does not reach a browser that was signed out, nor one whose sign-in has expired", async () => {
    const person = await world.person();
    await givePassword(world.server, person.id);
    const [out, expired] = [await signIn(world.server, person), await signIn(world.server, person)];
    const signedOut = await world.browser({ ...person, token: out.token });
    const old = await world.browser({ ...person, token: expired.token });
    for (const browser of [signedOut, old]) browser.trouble = { status: 503 };
    await world.tell(person);
    await world.server.api(out.token).post("/api/auth/sign-out");
    for (const browser of [signedOut, old]) browser.trouble = null;
    await travel(world.server, seconds(11));
    assert.deepEqual([signedOut.received.length, old.received.length], [0, 1]);
    world.server.clock.advance(days(30));
    await world.tell(person);
    assert.deepEqual([signedOut.received.length, old.received.length], [0, 1]);
  });

  test("of another organization does not reach a device that an outside issuer vouched for", async () => {
    const person = await world.person();
    const browser = await world.browser(person);
    const confine = (organizationId: string) =>
      world.server.db.query("update devices set confined_to = array[$1::uuid] where id = $2", [
        organizationId,
        browser.id,
      ]);
    await confine(newId());
    await world.tell(person);
    await confine(world.organizationId);
    await world.tell(person);
    assert.equal(browser.received.length, 1);
  });

  test("does not follow a name into the operator's own network", async () => {
    const guarded = await startPushWorld({ WEBHOOK_ALLOW_PRIVATE: "" });
    try {
      const person = await guarded.person();
      await assert.rejects(guarded.browser(person), /must not lead to an address that is not public/);
      const { json } = await world.browser(await world.person());
      const id = await guarded.register(person.token, {
        type: "web",
        ...json,
        endpoint: "https://localhost/push",
      });
      await guarded.tell(person);
      const [push] = await guarded.pushes(id);
      assert.equal(push?.state, "failed");
      assert.match(push?.outcome ?? "", /not public/);
    } finally {
      await guarded.close();
    }
  });
});
