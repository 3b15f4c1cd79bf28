import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { eventually } from "../../../test/eventually.ts";
import type { RoomClient } from "../../../test/room-client.ts";
import { type FloorApp, startFloorApp } from "./test/floor-app.ts";

describe("the lobby", () => {
  let floor: FloorApp;
  afterEach(() => floor.close());

  const waitingFor = (host: RoomClient, names: string[]) =>
    eventually(async () =>
      assert.deepEqual(
        host
          .all("waiting")
          .at(-1)
          ?.people.map(({ name }) => name),
        names,
      ),
    );

  test("shows hosts who waits, also to one who comes later, and nobody else", async () => {
    floor = await startFloorApp();
    const guest = await floor.come("guest", { enters: "when_admitted" });
    assert.deepEqual(await guest.next("lobby"), { type: "lobby", awaits: "host", ahead: null });
    const other = await floor.enter("other");
    const host = await floor.enter("host", { role: "host" });
    await waitingFor(host, ["guest"]);
    await floor.come("second guest", { enters: "when_admitted" });
    await waitingFor(host, ["guest", "second guest"]);
    guest.cut();
    await waitingFor(host, ["second guest"]);
    assert.deepEqual([...other.all("waiting"), ...guest.all("waiting")], []);
  });

  test("lets nobody do anything but leave", async () => {
    floor = await startFloorApp();
    const host = await floor.enter("host", { role: "host" });
    const guest = await floor.come("guest", { role: "host", enters: "when_admitted" });
    await guest.next("lobby");
    guest.send({ type: "chat", text: "let me in" });
    guest.send({ type: "admit", participantId: floor.book.idOf("guest") });
    guest.send({ type: "publish", sdp: "offer", tracks: [] });
    for (let n = 0; n < 3; n += 1) assert.equal((await guest.next("fault")).code, "forbidden");
    assert.deepEqual(
      new Set(guest.all("fault").map(({ about }) => about)),
      new Set(["chat", "admit", "publish"]),
    );
    guest.send({ type: "leave" });
    assert.equal((await guest.next("bye")).reason, "left");
    await waitingFor(host, []);
    assert.deepEqual(floor.book.done, []);
    assert.equal(floor.sfu.peers.size, 1);
  });

  test("is left by whom a host admits, refuses or removes", async () => {
    floor = await startFloorApp();
    const host = await floor.enter("host", { role: "host" });
    const guests: Record<string, RoomClient> = {};
    for (const name of ["one", "two", "three"]) {
      guests[name] = await floor.come(name, { enters: "when_admitted" });
      await guests[name].next("lobby");
    }
    await waitingFor(host, ["one", "two", "three"]);
    host.send({ type: "admit", participantId: floor.book.idOf("one") });
    await guests.one?.next("welcome");
    await waitingFor(host, ["two", "three"]);
    host.send({ type: "refuse", participantId: floor.book.idOf("two") });
    assert.equal((await guests.two?.next("bye"))?.reason, "refused");
    host.send({ type: "remove", participantId: floor.book.idOf("three") });
    assert.equal((await guests.three?.next("bye"))?.reason, "removed");
    await waitingFor(host, []);
    host.send({ type: "admit", participantId: floor.book.idOf("two") });
    assert.equal((await host.next("fault")).code, "not_found");
    assert.deepEqual(floor.book.done, ["admit one", "refuse two", "remove three"]);
  });

  test("is left by itself when the session begins, and when it is one's turn", async () => {
    floor = await startFloorApp({ subject: { product: "live", state: "ahead" } });
    const host = await floor.come("host", { role: "host" });
    assert.equal((await host.next("welcome")).features.mayBegin, true);
    const seated = await floor.come("seated", { role: "viewer", enters: "when_running" });
    assert.equal((await seated.next("lobby")).awaits, "beginning");
    const called = await floor.come("called", { enters: "when_called", ahead: 3 });
    assert.deepEqual(await called.next("lobby"), { type: "lobby", awaits: "turn", ahead: 3 });
    floor.book.standing.set("seated", { enters: "at_once" });
    floor.book.standing.set("called", { enters: "when_called" });
    const { room } = floor.book;
    floor.book.room = {
      ...room,
      beganAt: floor.app.clock(),
      subject: { ...room.subject, state: "running" },
    };
    host.send({ type: "begin" });
    await seated.next("welcome");
    assert.equal((await host.next("began")).at, floor.app.clock().toISOString());
    assert.equal((await called.next("lobby")).ahead, null);
    assert.deepEqual(called.all("welcome"), []);
    floor.book.standing.set("called", { enters: "at_once" });
    floor.signal();
    await called.next("welcome");
    host.send({ type: "begin" });
    assert.equal((await host.next("fault")).code, "conflict");
  });

  test("is looked at again now and then, though no signal came", async () => {
    floor = await startFloorApp({ times: { reconsiderEvery: 50 } });
    const guest = await floor.come("guest", { enters: "when_running" });
    await guest.next("lobby");
    floor.book.standing.set("guest", { enters: "at_once" });
    await guest.next("welcome");
    floor.book.over = "canceled";
    assert.equal((await guest.next("bye")).reason, "canceled");
  });

  test("leads to the provider where the media is elsewhere, and hosts stay in it", async () => {
    floor = await startFloorApp({ subject: { provider: "zoom", reference: "1" } });
    const host = await floor.come("host", { role: "host" });
    assert.equal(((await host.next("handover")).join as { provider: string }).provider, "zoom");
    const guest = await floor.come("guest", { enters: "when_admitted" });
    await guest.next("lobby");
    await waitingFor(host, ["guest"]);
    host.send({ type: "admit", participantId: floor.book.idOf("guest") });
    await guest.next("handover");
    assert.equal(await guest.closed, 1000);
    assert.deepEqual(guest.all("bye"), []);
    await waitingFor(host, []);
    host.send({ type: "publish", sdp: "offer", tracks: [] });
    assert.equal((await host.next("fault")).code, "conflict");
    assert.deepEqual([floor.book.noted, floor.sfu.peers.size], [[], 0]);
    host.send({ type: "end" });
    assert.equal((await host.next("bye")).reason, "ended");
  });
});
