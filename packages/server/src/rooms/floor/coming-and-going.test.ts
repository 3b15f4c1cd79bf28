import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eventually } from "../../../test/eventually.ts";
import { connectToRoom } from "../../../test/room-client.ts";
import { type FloorApp, startFloorApp } from "./test/floor-app.ts";

describe("coming and going", () => {
  let floor: FloorApp;
  before(async () => {
    floor = await startFloorApp({ times: { awayFor: 300, helloWithin: 200, retryAfter: 20 } });
  });
  after(() => floor.close());

  test("who comes sees who is there, and is shown to them", async () => {
    const host = await floor.enter("host", { role: "host" });
    const guest = await floor.come("guest");
    const welcome = await guest.next("welcome");
    assert.deepEqual(
      welcome.participants.map(({ name, role, away }) => ({ name, role, away })),
      [{ name: "host", role: "host", away: false }],
    );
    assert.equal(welcome.you.name, "guest");
    assert.deepEqual(welcome.iceServers, [{ urls: ["stun:stun.example"] }]);
    assert.equal((await host.next("joined")).participant.name, "guest");
    const offer = await guest.next("offer");
    assert.ok(guest.told.indexOf(offer) > guest.told.indexOf(welcome), "nothing comes before the welcome");
    guest.send({ type: "leave" });
    assert.equal((await guest.next("bye")).reason, "left");
    assert.equal((await host.next("left")).participantId, welcome.you.id);
    host.send({ type: "leave" });
    await host.closed;
    await eventually(async () => assert.deepEqual(floor.floor.count(), { rooms: 0, people: 0 }));
  });

  test("media goes back and forth", async () => {
    const [one, other] = [await floor.enter("one"), await floor.enter("other")];
    await other.next("offer");
    one.send({ type: "publish", sdp: "offer", tracks: [{ mid: "0", source: "camera" }] });
    assert.equal((await one.next("published")).sdp, "answer");
    const offer = await other.next("offer");
    assert.deepEqual(offer.tracks, [{ mid: "0", source: "camera", participantId: floor.book.idOf("one") }]);
    other.send({ type: "answer", sdp: "answer", negotiation: offer.negotiation });
    other.send({ type: "candidate", connection: "subscribe", candidate: null });
    const [peerId = ""] = floor.sfu.peers;
    floor.sfu.emit({ type: "candidate", peerId, connection: "publish", candidate: { candidate: "c" } });
    assert.deepEqual((await one.next("candidate")).candidate, { candidate: "c" });
    assert.deepEqual([...one.all("fault"), ...other.all("fault")], []);
    for (const client of [one, other]) client.send({ type: "leave" });
    await eventually(async () => assert.equal(floor.sfu.peers.size, 0));
  });

  test("whoever was cut off keeps their place for a while, and attendance says when they were not there", async () => {
    const host = await floor.enter("host", { role: "host" });
    const guest = await floor.enter("guest");
    await host.next("joined");
    const before = floor.book.noted.length;
    guest.cut();
    assert.equal((await host.next("changed")).participant.away, true);
    await floor.enter("guest");
    assert.equal((await host.next("changed")).participant.away, false);
    const [left, joined] = floor.book.noted.slice(before);
    assert.deepEqual([left?.kind, joined?.kind], ["left", "joined"]);
    assert.deepEqual(host.all("left"), []);
    host.send({ type: "leave" });
  });

  test("whoever does not come back has left", async () => {
    const host = await floor.enter("host", { role: "host" });
    const guest = await floor.enter("passer-by");
    guest.cut();
    assert.equal((await host.next("left")).participantId, floor.book.idOf("passer-by"));
    host.send({ type: "leave" });
  });

  test("a second connection of the same person takes the place of the first", async () => {
    const host = await floor.enter("host", { role: "host" });
    const laptop = await floor.enter("traveller");
    await host.next("joined");
    const before = floor.book.noted.length;
    const phone = await floor.enter("traveller");
    assert.equal((await laptop.next("bye")).reason, "replaced");
    await laptop.closed;
    assert.equal((await host.next("changed")).participant.away, false);
    await eventually(async () => assert.equal(floor.book.noted.length, before + 2));
    const [left, joined] = floor.book.noted.slice(before);
    assert.ok(left?.kind === "left" && joined?.kind === "joined");
    assert.notEqual(left.connectionId, joined.connectionId);
    phone.send({ type: "hand", raised: true });
    assert.equal((await host.next("changed")).participant.hand, true);
    assert.deepEqual(host.all("left"), []);
    for (const client of [host, phone]) client.send({ type: "leave" });
  });

  test("nothing that happened is lost while the database is away", async () => {
    const host = await floor.enter("host", { role: "host" });
    const guest = await floor.enter("guest");
    const before = floor.book.noted.length;
    floor.book.isAway = true;
    guest.send({ type: "leave" });
    await host.next("left");
    host.send({ type: "leave" });
    await host.closed;
    assert.equal(floor.book.noted.length, before);
    floor.book.isAway = false;
    await eventually(async () =>
      assert.deepEqual(
        floor.book.noted.slice(before).map(({ kind }) => kind),
        ["left", "left"],
      ),
    );
  });

  test("a ticket is good once, and for its own room", async () => {
    const ticket = floor.book.ticket("guest");
    const elsewhere = await connectToRoom(floor.url.replace("some-session", "other-session"));
    elsewhere.send({ type: "hello", ticket });
    assert.equal((await elsewhere.next("bye")).reason, "ticket");
    const again = await connectToRoom(floor.url);
    again.send({ type: "hello", ticket });
    assert.equal((await again.next("fault")).code, "unauthenticated");
    assert.equal((await again.next("bye")).reason, "ticket");
    await again.closed;
  });

  test("whoever comes again and must wait now is no longer shown in the room", async () => {
    const host = await floor.enter("host", { role: "host" });
    await floor.enter("called");
    const again = await floor.come("called", { enters: "when_called" });
    await again.next("lobby");
    assert.equal((await host.next("left")).participantId, floor.book.idOf("called"));
    again.cut();
    host.send({ type: "leave" });
    await host.closed;
  });

  test("whoever is put out while they are on their way in goes at once", async () => {
    const host = await floor.enter("host", { role: "host" });
    const { redeem } = floor.book;
    floor.book.redeem = async (ticket) => {
      const entry = await redeem(ticket);
      floor.book.standing.set("late", null);
      floor.signal();
      return entry;
    };
    const late = await floor.come("late");
    assert.equal((await late.next("bye")).reason, "removed");
    floor.book.redeem = redeem;
    host.send({ type: "leave" });
    await host.closed;
  });

  test("whoever says nothing is sent away", async () => {
    const silent = await connectToRoom(floor.url);
    assert.equal((await silent.next("bye")).reason, "invalid");
    await silent.closed;
  });

  test("whom the media process cannot take is told that the room is full, and leaves no trace", async () => {
    const host = await floor.enter("host", { role: "host" });
    floor.sfu.room = 1;
    const late = await floor.come("late");
    assert.equal((await late.next("fault")).code, "room_full");
    assert.equal((await late.next("bye")).reason, "full");
    assert.deepEqual(host.all("joined"), []);
    floor.sfu.room = Number.POSITIVE_INFINITY;
    host.send({ type: "leave" });
  });

  test("when the media process dies, everybody sets up media anew as soon as it is back", async () => {
    const one = await floor.enter("one");
    await one.next("offer");
    floor.sfu.die();
    await one.next("renew");
    one.send({ type: "publish", sdp: "offer", tracks: [] });
    assert.deepEqual(one.all("published"), []);
    floor.sfu.restart();
    await one.next("published");
    await one.next("offer");
    one.send({ type: "leave" });
  });

  test("nothing failed inside", () => {
    assert.deepEqual(
      floor.faults.filter((fault) => !String(fault).includes("the database is away")),
      [],
    );
  });
});
