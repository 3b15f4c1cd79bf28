import assert from "node:assert/strict";
import { after, afterEach, describe, test } from "node:test";
import { eventually } from "../../../test/eventually.ts";
import type { Sfu, Source } from "./port.ts";
import { keyFramePause } from "./process/media/key-frames.ts";
import { readFeedback, writeKeyFrameRequest, writeLost } from "./process/rtp/rtcp.ts";
import { createSfu } from "./sfu.ts";
import { createLossyPath, type LossyPath } from "./test/lossy-path.ts";
import { createMediaPeer, endMediaPeers, type MediaPeer, type Received } from "./test/media-peer.ts";
import { keepFaults, localSettings } from "./test/quiet.ts";

const { log, faults } = keepFaults();
const sfu = createSfu({ settings: localSettings, log });
const peers: MediaPeer[] = [];
let rooms = 0;

after(async () => {
  await sfu.close();
  endMediaPeers();
});
afterEach(async () => {
  for (const peer of peers.splice(0)) {
    peer.close();
    await sfu.leave(peer.id);
  }
  assert.deepEqual(faults, []);
});

/** A room of its own for each test. */
function createRoom(within: Sfu = sfu) {
  rooms += 1;
  const roomId = `room-${rooms}`;
  return {
    roomId,
    async join(name: string, { receives = true, path }: { receives?: boolean; path?: LossyPath } = {}) {
      const peer = await createMediaPeer(within, { roomId, id: `${name}-${roomId}`, receives, path });
      peers.push(peer);
      return peer;
    },
  };
}

const got = (peer: MediaPeer, from: MediaPeer, source: Source): Received[] =>
  peer.received.get(`${from.id} ${source}`) ?? [];

/** Sends from all, fifty packets a second each, until it holds. */
async function whileSending(from: MediaPeer[], sources: Source[], check: () => void): Promise<void> {
  let count = 0;
  const timer = setInterval(() => {
    count += 1;
    for (const peer of from) {
      for (const source of sources) peer.send(source, { isKeyFrame: count % 10 === 1 });
    }
  }, 20);
  try {
    await eventually(async () => check());
  } finally {
    clearInterval(timer);
  }
}

const arrives = (peer: MediaPeer, from: MediaPeer, source: Source, atLeast = 5) =>
  assert.ok(got(peer, from, source).length >= atLeast, `${peer.id} has ${got(peer, from, source).length}`);

/** In the order of their numbers, without one missing. */
function assertUnbroken(packets: Received[]): void {
  const [first] = packets;
  assert.ok(first);
  const numbers = packets.map(({ sequence }) => (sequence - first.sequence + 0x1_0000) & 0xffff);
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  assert.deepEqual(
    sorted,
    Array.from({ length: sorted.length }, (_, index) => index),
  );
}

describe("a room's media", () => {
  test("goes from everybody to everybody, with unbroken numbers, and video begins with a key frame", async () => {
    const room = createRoom();
    const [ann, bob] = [await room.join("ann"), await room.join("bob")];
    await Promise.all([ann.publish(["camera", "microphone"]), bob.publish(["camera", "microphone"])]);
    await whileSending([ann, bob], ["camera", "microphone"], () => {
      for (const source of ["camera", "microphone"] as const) {
        arrives(ann, bob, source, 20);
        arrives(bob, ann, source, 20);
      }
    });
    for (const packets of [...ann.received.values(), ...bob.received.values()]) {
      assertUnbroken(packets);
      assert.equal(new Set(packets.map(({ ssrc }) => ssrc)).size, 1);
    }
    assert.equal((got(bob, ann, "camera")[0]?.payload[1] ?? 1) & 1, 0, "the first is of a key frame");
    assert.equal(got(ann, ann, "camera").length, 0, "nobody gets their own");
  });

  test("reaches a late joiner at once: one offer with all, and a key frame is asked for", async () => {
    const room = createRoom();
    const [ann, bob] = [await room.join("ann"), await room.join("bob")];
    await ann.publish(["camera", "microphone"]);
    await bob.publish(["camera", "microphone", "screen"]);
    await whileSending([ann, bob], ["camera"], () => arrives(bob, ann, "camera"));
    const before = keyFrameRequests(ann);
    const cleo = await room.join("cleo");
    await eventually(async () => assert.equal(cleo.offers.length, 1));
    assert.equal(cleo.offers[0]?.tracks.length, 5);
    await eventually(async () => assert.ok(keyFrameRequests(ann) > before));
    await whileSending([ann, bob], ["camera", "microphone"], () => {
      arrives(cleo, ann, "microphone");
      arrives(cleo, bob, "camera");
    });
    assert.equal(cleo.offers.length, 1);
  });

  test("of somebody who leaves ends, and their sections are used again", async () => {
    const room = createRoom();
    const [ann, bob, cleo] = [await room.join("ann"), await room.join("bob"), await room.join("cleo")];
    await ann.publish(["camera", "microphone"]);
    await bob.publish(["microphone"]);
    await whileSending([ann], ["camera", "microphone"], () => arrives(cleo, ann, "camera"));
    const mids = midsOf(cleo, ann);
    await sfu.leave(ann.id);
    await eventually(async () => assert.deepEqual(midsOf(cleo, ann), []));
    const dan = await room.join("dan");
    await dan.publish(["camera", "microphone"]);
    await whileSending([dan], ["camera", "microphone"], () => arrives(cleo, dan, "camera"));
    assert.deepEqual(midsOf(cleo, dan).sort(), mids.sort());
    assert.notEqual(got(cleo, dan, "camera")[0]?.ssrc, got(cleo, ann, "camera")[0]?.ssrc);
    await assert.rejects(ann.publish(["camera", "microphone"]), { code: "no_peer" });
  });

  test("waits until a peer that has yet to consent may receive", async () => {
    const room = createRoom();
    const [ann, bob] = [await room.join("ann"), await room.join("bob", { receives: false })];
    await ann.publish(["camera"]);
    await bob.publish(["microphone"]);
    await whileSending([ann, bob], [], () => {});
    await eventually(async () => assert.equal(ann.offers.at(-1)?.tracks.length, 1));
    assert.equal(bob.offers.length, 0);
    await sfu.receive(bob.id);
    await whileSending([ann], ["camera"], () => arrives(bob, ann, "camera"));
  });

  test("that a host has muted stays mute, and goes on unbroken afterwards", async () => {
    const room = createRoom();
    const [ann, bob] = [await room.join("ann"), await room.join("bob")];
    await ann.publish(["camera", "microphone"]);
    await whileSending([ann], ["camera", "microphone"], () => arrives(bob, ann, "microphone"));
    await sfu.allow(ann.id, "microphone", false);
    const before = got(bob, ann, "microphone").length;
    const pictures = got(bob, ann, "camera").length;
    await whileSending([ann], ["camera", "microphone"], () => arrives(bob, ann, "camera", pictures + 20));
    // One may have been under way.
    assert.ok(got(bob, ann, "microphone").length <= before + 1);
    await sfu.allow(ann.id, "microphone", true);
    await whileSending([ann], ["microphone"], () => arrives(bob, ann, "microphone", before + 20));
    assertUnbroken(got(bob, ann, "microphone"));
  });

  test("stays mute also when it is published only after the host's word", async () => {
    const room = createRoom();
    const [ann, bob] = [await room.join("ann"), await room.join("bob")];
    await sfu.allow(ann.id, "microphone", false);
    await ann.publish(["camera", "microphone"]);
    await whileSending([ann], ["camera", "microphone"], () => arrives(bob, ann, "camera", 20));
    assert.equal(got(bob, ann, "microphone").length, 0);
  });

  test("keeps its numbers when the publisher's wrap", async () => {
    const room = createRoom();
    const [ann, bob] = [await room.join("ann"), await room.join("bob")];
    await ann.publish(["camera"]);
    ann.send("camera", { sequence: 0xff80 });
    await whileSending([ann], ["camera"], () => {
      const last = ann.send("camera");
      assert.ok(last > 20 && last < 0x8000, `the publisher is at ${last}`);
      arrives(bob, ann, "camera", last + 20);
    });
    assertUnbroken(got(bob, ann, "camera"));
  });

  test("goes on under the same numbers when the publisher begins anew", async () => {
    const room = createRoom();
    const [ann, bob] = [await room.join("ann"), await room.join("bob")];
    await ann.publish(["camera"]);
    await whileSending([ann], ["camera"], () => arrives(bob, ann, "camera"));
    const offers = bob.offers.length;
    ann.forget();
    await ann.publish(["camera"]);
    const before = got(bob, ann, "camera").length;
    await whileSending([ann], ["camera"], () => arrives(bob, ann, "camera", before + 20));
    assert.equal(bob.offers.length, offers, "the receivers need not be told");
    assertUnbroken(got(bob, ann, "camera"));
    assert.equal(new Set(got(bob, ann, "camera").map(({ ssrc }) => ssrc)).size, 1);
    const times = got(bob, ann, "camera").map(({ timestamp }) => timestamp);
    assert.ok(
      times.every((time, index) => index === 0 || (time - (times[index - 1] ?? 0)) >>> 0 < 90_000 * 60),
    );
  });
});

describe("loss", () => {
  test("on the way to us is repaired by asking the publisher", async () => {
    const room = createRoom();
    const [ann, bob] = [await room.join("ann"), await room.join("bob")];
    await ann.publish(["camera"]);
    await whileSending([ann], ["camera"], () => arrives(bob, ann, "camera"));
    const last = ann.send("camera");
    const lost = [(last + 1) & 0xffff, (last + 3) & 0xffff];
    for (const ahead of [2, 4, 5]) ann.send("camera", { sequence: (last + ahead) & 0xffff });
    await eventually(async () => {
      const asked = ann.feedback
        .flatMap(readFeedback)
        .flatMap((one) => (one.kind === "lost" ? one.sequences : []));
      for (const sequence of lost) assert.ok(asked.includes(sequence), `${sequence} of ${asked}`);
    });
    const before = got(bob, ann, "camera").length;
    for (const sequence of lost) ann.send("camera", { sequence });
    await eventually(async () => arrives(bob, ann, "camera", before + 2));
    assertUnbroken(got(bob, ann, "camera"));
  });

  test("on the way to a receiver is repaired from what was kept, and the others notice nothing", async () => {
    const path = await createLossyPath();
    const room = createRoom();
    const [ann, cleo] = [await room.join("ann"), await room.join("cleo")];
    const bob = await room.join("bob", { path });
    try {
      await ann.publish(["camera"]);
      await whileSending([ann], ["camera"], () => {
        arrives(bob, ann, "camera");
        arrives(cleo, ann, "camera");
      });
      path.losesEvery = 5;
      await whileSending([ann], ["camera"], () => assert.ok(path.lost >= 10));
      path.losesEvery = 0;
      const before = got(bob, ann, "camera").length;
      await whileSending([ann], ["camera"], () => arrives(bob, ann, "camera", before + 5));
      const wanted = missingOf(got(bob, ann, "camera"));
      assert.ok(wanted.length >= 10, `${wanted.length} are missing`);
      bob.sendFeedback(writeLost(1, bob.ssrcOf(ann.id, "camera"), wanted));
      await eventually(async () => assert.deepEqual(missingOf(got(bob, ann, "camera")), []));
      const repeated = got(cleo, ann, "camera").map(({ sequence }) => sequence);
      assert.equal(new Set(repeated).size, repeated.length);
      assertUnbroken(got(cleo, ann, "camera"));
      assert.equal(ann.feedback.flatMap(readFeedback).filter(({ kind }) => kind === "lost").length, 0);
    } finally {
      path.close();
    }
  });
});

describe("requests for key frames", () => {
  test("of many receivers become few, and the last is not lost", async () => {
    const room = createRoom();
    const ann = await room.join("ann");
    const others = [await room.join("bob"), await room.join("cleo"), await room.join("dan")];
    await ann.publish(["camera"]);
    await whileSending([ann], ["camera"], () => {
      for (const peer of others) arrives(peer, ann, "camera");
    });
    const before = keyFrameRequests(ann);
    const began = performance.now();
    const ask = () => {
      for (const peer of others) peer.sendFeedback(writeKeyFrameRequest(1, peer.ssrcOf(ann.id, "camera")));
    };
    for (let count = 0; count < 40; count += 1) {
      ask();
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    const during = keyFrameRequests(ann);
    ask();
    // One more follows the last, at once or when the pause is over.
    await eventually(async () => assert.ok(keyFrameRequests(ann) > during));
    const most = Math.ceil((performance.now() - began) / keyFramePause) + 1;
    assert.ok(keyFrameRequests(ann) - before <= most, `${keyFrameRequests(ann) - before} of at most ${most}`);
  });
});

function keyFrameRequests(peer: MediaPeer): number {
  return peer.feedback.flatMap(readFeedback).filter(({ kind }) => kind === "key_frame").length;
}

function midsOf(peer: MediaPeer, from: MediaPeer): string[] {
  const tracks = peer.offers.at(-1)?.tracks ?? [];
  return tracks.filter((track) => track.from === from.id).map(({ mid }) => mid);
}

/** Numbers between the first and the last that have not come. */
function missingOf(packets: Received[]): number[] {
  const [first] = packets;
  const numbers = new Set(
    packets.map(({ sequence }) => (sequence - (first?.sequence ?? 0) + 0x1_0000) & 0xffff),
  );
  const all = Array.from({ length: Math.max(...numbers) + 1 }, (_, index) => index);
  return all
    .filter((number) => !numbers.has(number))
    .map((number) => (number + (first?.sequence ?? 0)) & 0xffff);
}
