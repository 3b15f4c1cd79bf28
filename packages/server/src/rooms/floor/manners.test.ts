import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { eventually } from "../../../test/eventually.ts";
import { connectToRoom, type RoomClient } from "../../../test/room-client.ts";
import type { ClientMessage } from "../protocol/messages.ts";
import { type FloorApp, startFloorApp } from "./test/floor-app.ts";

describe("in a room", () => {
  let floor: FloorApp;
  afterEach(() => floor.close());

  const media = (microphone: boolean, camera = false): ClientMessage => ({
    ...{ type: "media", camera, microphone, screen: false },
  });
  const seen = (client: RoomClient) => client.all("changed").at(-1)?.participant;
  const faultOf = async (client: RoomClient, message: ClientMessage) => {
    client.send(message);
    return (await client.next("fault")).code;
  };

  test("everybody sees what others switch on and raise", async () => {
    floor = await startFloorApp();
    const [one, other] = [await floor.enter("one"), await floor.enter("other")];
    one.send(media(true, true));
    one.send({ type: "hand", raised: true });
    await eventually(async () => assert.equal(seen(other)?.hand, true));
    assert.deepEqual([seen(other)?.camera, seen(other)?.microphone], [true, true]);
    const late = await floor.come("late");
    const [first] = (await late.next("welcome")).participants;
    assert.deepEqual([first?.camera, first?.hand], [true, true]);
  });

  test("what a host mutes stays mute until its owner has said so and unmutes it", async () => {
    floor = await startFloorApp();
    const [host, guest] = [await floor.enter("host", { role: "host" }), await floor.enter("guest")];
    guest.send(media(true));
    await eventually(async () => assert.equal(seen(host)?.microphone, true));
    host.send({ type: "mute", participantId: floor.book.idOf("guest") });
    await guest.next("muted");
    await eventually(async () => assert.match([...floor.sfu.blocked].join(), /microphone/));
    // Sent before they heard of it.
    guest.send(media(true, true));
    await eventually(async () => assert.equal(seen(host)?.camera, true));
    assert.equal(seen(host)?.microphone, false);
    assert.equal(floor.sfu.blocked.size, 1);
    guest.send(media(false, true));
    guest.send(media(true, true));
    await eventually(async () => assert.equal(seen(host)?.microphone, true));
    assert.equal(floor.sfu.blocked.size, 0);
  });

  test("viewers are heard once a host lets them speak, and no longer when not", async () => {
    floor = await startFloorApp();
    const host = await floor.enter("host", { role: "host" });
    const viewer = await floor.enter("viewer", { role: "viewer", speaks: false });
    const publish: ClientMessage = { type: "publish", sdp: "offer", tracks: [] };
    assert.equal(await faultOf(viewer, publish), "forbidden");
    assert.equal(await faultOf(viewer, media(true)), "forbidden");
    assert.equal(floor.sfu.blocked.size, 4);
    const participantId = floor.book.idOf("viewer");
    host.send({ type: "speak", participantId, allowed: true });
    await eventually(async () => assert.equal(seen(viewer)?.speaks, true));
    viewer.send(publish);
    await viewer.next("published");
    await eventually(async () => assert.equal(floor.sfu.blocked.size, 0));
    host.send({ type: "speak", participantId, allowed: false });
    await eventually(async () => assert.equal(floor.sfu.blocked.size, 4));
    assert.equal(await faultOf(viewer, publish), "forbidden");
    assert.equal(
      await faultOf(host, { type: "speak", participantId: floor.book.idOf("host"), allowed: false }),
      "conflict",
    );
  });

  test("hosts alone may do what hosts may, also when somebody was one a moment ago", async () => {
    floor = await startFloorApp();
    const [guest, host] = [await floor.enter("guest"), await floor.enter("host", { role: "host" })];
    const participantId = floor.book.idOf("guest");
    const ofHosts: ClientMessage[] = [
      { type: "admit", participantId },
      { type: "refuse", participantId },
      { type: "remove", participantId },
      { type: "mute", participantId },
      { type: "speak", participantId, allowed: true },
      { type: "record", on: true },
      { type: "begin" },
      { type: "end" },
    ];
    for (const message of ofHosts) assert.equal(await faultOf(guest, message), "forbidden", message.type);
    floor.book.standing.set("host", { role: "participant" });
    floor.signal();
    await eventually(async () => assert.equal(seen(host)?.role, "participant"));
    for (const message of ofHosts) assert.equal(await faultOf(host, message), "forbidden", message.type);
    floor.book.standing.set("guest", { role: "host" });
    floor.signal();
    await guest.next("waiting");
    guest.send({ type: "remove", participantId: floor.book.idOf("host") });
    assert.equal((await host.next("bye")).reason, "removed");
    assert.equal(await faultOf(guest, { type: "remove", participantId }), "conflict");
    assert.equal(await faultOf(guest, { type: "mute", participantId: "nobody" }), "not_found");
  });

  test("whoever may not be there any more goes at once", async () => {
    floor = await startFloorApp();
    const [host, guest] = [await floor.enter("host", { role: "host" }), await floor.enter("guest")];
    floor.book.standing.set("guest", null);
    floor.signal();
    assert.equal((await guest.next("bye")).reason, "removed");
    assert.equal((await host.next("left")).participantId, floor.book.idOf("guest"));
  });

  test("chat is kept and clean, and who comes late reads it", async () => {
    floor = await startFloorApp();
    const [one, other] = [await floor.enter("one"), await floor.enter("other")];
    one.send({ type: "chat", text: "  Good\r\nmorning  " });
    const { message } = await other.next("chat");
    assert.deepEqual([message.text, message.name], ["Good\nmorning", "one"]);
    for (const text of ["   ", "\u0000", "\ud800", "x".repeat(2_001)]) {
      assert.equal(await faultOf(one, { type: "chat", text }), "invalid_request");
    }
    const late = await floor.come("late");
    assert.deepEqual((await late.next("welcome")).chat, [message]);
  });

  test("reactions are those that there are, and are passed on", async () => {
    floor = await startFloorApp();
    const [one, other] = [await floor.enter("one"), await floor.enter("other")];
    one.send({ type: "reaction", emoji: "👍" });
    assert.equal((await other.next("reaction")).participantId, floor.book.idOf("one"));
    assert.deepEqual(floor.reactions, [{ key: "person:one", emoji: "👍" }]);
    assert.equal(await faultOf(one, { type: "reaction", emoji: "🔪" }), "invalid_request");
  });

  test("nobody can flood the others", async () => {
    floor = await startFloorApp();
    const one = await floor.enter("one");
    for (let n = 0; n < 40; n += 1) one.send({ type: "chat", text: "again" });
    assert.equal((await one.next("fault")).code, "too_many_requests");
    assert.ok(one.all("chat").length < 40);
    const two = await floor.enter("two");
    for (let n = 0; n < 40; n += 1) two.send({ type: "consent", agreed: n % 2 === 0 });
    assert.equal((await two.next("fault")).code, "too_many_requests");
  });

  test("nonsense is refused with its fault, and whoever goes on with it is sent away", async () => {
    floor = await startFloorApp();
    const one = await floor.enter("one");
    const nonsense = [
      ...["", "null", "[]", "{", '"text"', "{}", '{"type":1}', '{"type":"nonsense"}', '{"type":"hello"}'],
      '{"type":"chat"}',
      '{"type":"chat","text":1}',
      '{"type":"leave","more":true}',
      '{"type":"hand","raised":"yes"}',
      '{"type":"publish","sdp":"x","tracks":[{"mid":"0","source":"camera2"}]}',
      '{"type":"publish","sdp":"x","tracks":[{},{},{},{},{}]}',
      '{"type":"__proto__"}',
      '{"type":"constructor"}',
      '{"type":"candidate","connection":"publish","candidate":{"candidate":1}}',
      '{"type":"hello","ticket":"again"}',
    ];
    for (const text of nonsense) {
      one.sendRaw(text);
      assert.equal((await one.next("fault")).code, "invalid_request", text);
    }
    one.sendRaw("one more");
    assert.equal((await one.next("bye")).reason, "invalid");
    assert.deepEqual(floor.faults, []);
  });

  test("guesses let nobody in, disturb nobody, and are not let come for long", async () => {
    floor = await startFloorApp({ limits: { perAddress: 50 } });
    const one = await floor.enter("one");
    let guesses = 0;
    let refused = 0;
    const guess = async (): Promise<void> => {
      while (guesses < 1_500) {
        guesses += 1;
        const client = await connectToRoom(floor.url).catch(String);
        if (typeof client === "string") {
          // Only so many a minute are let as far as a guess.
          assert.match(client, /429/);
          refused += 1;
          continue;
        }
        client.send({ type: "hello", ticket: `guess-${guesses}` });
        assert.equal((await client.next("bye")).reason, "ticket");
        await client.closed;
      }
    };
    await Promise.all(Array.from({ length: 20 }, guess));
    assert.ok(refused > 0);
    one.send({ type: "chat", text: "still here" });
    await one.next("chat");
    assert.deepEqual(floor.floor.count(), { rooms: 1, people: 1 });
    assert.deepEqual(floor.faults, []);
  });
});
