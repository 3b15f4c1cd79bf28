import assert from "node:assert/strict";
import { createSocket } from "node:dgram";
import { after, before, describe, test } from "node:test";
import { eventually } from "../../../test/eventually.ts";
import type { SfuEvent } from "./port.ts";
import { createSfu } from "./sfu.ts";
import { createMediaPeer, endMediaPeers, type MediaPeer } from "./test/media-peer.ts";
import { keepFaults, localSettings } from "./test/quiet.ts";

const fingerprint = `sha-256 ${Array.from({ length: 32 }, () => "AB").join(":")}`;

/** A good offer of a camera, as lines. */
const good = [
  ...["v=0", "o=- 1 1 IN IP4 127.0.0.1", "s=-", "t=0 0", "a=group:BUNDLE 0", `a=fingerprint:${fingerprint}`],
  ...["a=setup:actpass", "m=video 9 UDP/TLS/RTP/SAVPF 96", "c=IN IP4 0.0.0.0", "a=mid:0", "a=sendonly"],
  ...[
    "a=rtcp-mux",
    "a=rtpmap:96 VP8/90000",
    "a=ssrc:1234 cname:x",
    "a=ice-ufrag:abcd",
    "a=ice-pwd:abcdefghijklmnopqrstuv",
  ],
];
const sdpOf = (lines: string[]) => `${lines.join("\r\n")}\r\n`;
const changed = (from: string, to: string) => sdpOf(good.map((line) => (line === from ? to : line)));

after(endMediaPeers);

describe("hostile input to the media process", () => {
  const { log, faults } = keepFaults();
  const sfu = createSfu({ settings: localSettings, log });
  const events: SfuEvent[] = [];
  let ann: MediaPeer;
  let bob: MediaPeer;
  let sending: NodeJS.Timeout;

  before(async () => {
    sfu.onEvent((event) => void events.push(event));
    ann = await createMediaPeer(sfu, { roomId: "room", id: "ann", receives: true });
    bob = await createMediaPeer(sfu, { roomId: "room", id: "bob", receives: true });
    await ann.publish(["camera"]);
    let count = 0;
    sending = setInterval(() => {
      count += 1;
      ann.send("camera", { isKeyFrame: count % 10 === 1 });
    }, 20);
  });

  after(async () => {
    clearInterval(sending);
    ann.close();
    bob.close();
    await sfu.close();
  });

  /** The others notice nothing. */
  const goesOn = async () => {
    const received = () => bob.received.get("ann camera")?.length ?? 0;
    const before = received();
    await eventually(async () => assert.ok(received() > before + 5));
    assert.deepEqual(faults, []);
    assert.ok(!events.some(({ type }) => type === "died"));
  };

  test("in descriptions is refused in words, and the room goes on", async () => {
    await sfu.join({ roomId: "room", peerId: "eve", receives: false });
    const refused: [sdp: string, why: RegExp][] = [
      ["", /v=0/],
      ["\0\0\0", /v=0/],
      ["x".repeat(300_000), /too long/],
      ["v=0\r\ns=-\r\n", /no media/],
      [
        sdpOf([...good.slice(0, 7), ...Array.from({ length: 65 }, () => "m=video 9 UDP/TLS/RTP/SAVPF 96")]),
        /too many/,
      ],
      [sdpOf([...good, ...good.slice(7)]), /share a mid/],
      [sdpOf(good.filter((line) => !line.startsWith("a=fingerprint"))), /fingerprint/],
      [changed(`a=fingerprint:${fingerprint}`, "a=fingerprint:sha-1 00:11"), /fingerprint/],
      [changed("a=setup:actpass", "a=setup:passive"), /setup/],
      [changed("a=mid:0", "a=mid:<script>"), /mid/],
      [changed("m=video 9 UDP/TLS/RTP/SAVPF 96", "m=video nine UDP/TLS/RTP/SAVPF 96"), /m-line/],
      [changed("m=video 9 UDP/TLS/RTP/SAVPF 96", "m=video 9 UDP/TLS/RTP/SAVPF \u00e9"), /formats/],
      [changed("m=video 9 UDP/TLS/RTP/SAVPF 96", "m=video 0 UDP/TLS/RTP/SAVPF 96"), /sends nothing/],
      [changed("a=sendonly", "a=recvonly"), /sends nothing/],
      [changed("a=rtpmap:96 VP8/90000", "a=rtpmap:96 H264/90000"), /VP8/],
      [changed("m=video 9 UDP/TLS/RTP/SAVPF 96", "m=audio 9 UDP/TLS/RTP/SAVPF 96"), /another kind/],
    ];
    for (const [sdp, why] of refused) {
      const tracks = [{ mid: "0", source: "camera" as const }];
      await assert.rejects(sfu.publish("eve", { sdp, tracks }), (fault: Error & { code: string }) => {
        assert.equal(fault.code, "invalid_sdp", sdp.slice(0, 200));
        assert.match(fault.message, why);
        return true;
      });
    }
    const twice = [
      { mid: "0", source: "camera" as const },
      { mid: "0", source: "screen" as const },
    ];
    await assert.rejects(sfu.publish("eve", { sdp: sdpOf(good), tracks: twice }), { code: "invalid_sdp" });
    await goesOn();
    assert.match((await sfu.publish("eve", { sdp: sdpOf(good), tracks: [] })).sdp, /^v=0/);
    await sfu.leave("eve");
  });

  test("that is any change of a good offer gives an answer or a refusal, never a fault", async () => {
    await sfu.join({ roomId: "room", peerId: "mallory", receives: true });
    const bad = [
      "",
      "a=",
      "m=",
      "a=mid:",
      "m=video",
      "a=ssrc:-1 x",
      "a=rtpmap:999999 VP8/90000",
      "a=extmap:0",
      "\u0000",
    ];
    for (const [index] of good.entries()) {
      for (const line of bad) {
        const lines = good.map((original, at) => (at === index ? line : original));
        for (const lines2 of [lines, lines.slice(0, index), [...lines, ...lines]]) {
          const offer = { sdp: sdpOf(lines2), tracks: [{ mid: "0", source: "camera" as const }] };
          await sfu.publish("mallory", offer).catch(({ code }) => assert.equal(code, "invalid_sdp"));
          await sfu
            .answer("mallory", { sdp: offer.sdp, negotiation: 1 })
            .catch(({ code }) => assert.equal(code, "invalid_sdp"));
        }
      }
    }
    await sfu.leave("mallory");
    await goesOn();
  });

  test("at the ports opens nothing: garbage, forged checks, and media of nobody", async () => {
    const sdp = await offerOf("trent");
    const port = Number(/127\.0\.0\.1 (\d+) typ host/.exec(sdp)?.[1]);
    const socket = createSocket("udp4");
    let answers = 0;
    socket.on("message", () => (answers += 1));
    const send = (datagram: Buffer) => new Promise((done) => socket.send(datagram, port, "127.0.0.1", done));
    const check = Buffer.from(forgedCheck(/a=ice-ufrag:(\w+)/.exec(sdp)?.[1] ?? ""));
    for (let first = 0; first < 256; first += 1) {
      await send(Buffer.alloc(1 + first * 5, first));
      await send(Buffer.concat([Buffer.from([first]), check.subarray(1)]));
      await send(check.subarray(0, first % check.length));
    }
    await goesOn();
    assert.equal(answers, 0);
    await new Promise<void>((done) => socket.close(done));
  });

  test("as a certificate other than the one in the description gets no media", async () => {
    const forged = await createMediaPeer(
      {
        ...sfu,
        answer: (peerId, { sdp, negotiation }) =>
          sfu.answer(peerId, {
            sdp: sdp.replace(/a=fingerprint:.*/g, `a=fingerprint:${fingerprint}`),
            negotiation,
          }),
      },
      { roomId: "room", id: "forger", receives: true },
    );
    await eventually(async () => {
      const states = events.filter((event) => event.type === "connection" && event.peerId === "forger");
      assert.deepEqual(
        states.map((event) => event.type === "connection" && event.state),
        ["lost"],
      );
    });
    await goesOn();
    assert.equal(forged.received.size, 0);
    forged.close();
    await sfu.leave("forger");
  });

  async function offerOf(peerId: string): Promise<string> {
    await sfu.join({ roomId: "elsewhere", peerId, receives: true });
    return eventually(async () => {
      const offer = events.find((event) => event.type === "offer" && event.peerId === peerId);
      assert.ok(offer?.type === "offer");
      return offer.sdp;
    });
  }
});

describe("races of negotiation", () => {
  const { log, faults } = keepFaults();
  const sfu = createSfu({ settings: localSettings, log });

  after(async () => {
    await sfu.close();
  });

  test("one offer at a time, with what came meanwhile in the next; answers to older ones are let fall", async () => {
    const bob = await createMediaPeer(sfu, { roomId: "races", id: "bob", receives: true, isSilent: true });
    const ann = await createMediaPeer(sfu, { roomId: "races", id: "ann", receives: false });
    await ann.publish(["microphone"]);
    await ann.publish(["microphone", "camera"]).catch(() => {});
    const cleo = await createMediaPeer(sfu, { roomId: "races", id: "cleo", receives: false });
    await cleo.publish(["microphone"]);
    await eventually(async () => assert.ok(bob.offers.length >= 1));
    assert.equal(bob.offers.length, 1, "nothing new before the answer");
    await bob.answerLast();
    await eventually(async () => assert.equal(bob.offers.length, 2));
    const [first, second] = bob.offers;
    assert.ok(first && second && second.negotiation > first.negotiation);
    await sfu.answer("bob", { sdp: "v=0\r\n", negotiation: first.negotiation });
    await sfu.leave("ann");
    await bob.answerLast();
    await eventually(async () => {
      assert.deepEqual(
        bob.offers.at(-1)?.tracks.map(({ from }) => from),
        ["cleo"],
      );
    });
    await sfu.leave("bob");
    await assert.rejects(bob.answerLast(), { code: "no_peer" });
    for (const peer of [ann, bob, cleo]) peer.close();
    assert.deepEqual(faults, []);
  });
});

/** A check of ICE for a connection that exists, by somebody who does not know its password. */
function forgedCheck(ufrag: string): Buffer {
  const name = Buffer.from(`${ufrag}:evil`);
  const padded = Buffer.concat([name, Buffer.alloc((4 - (name.length % 4)) % 4)]);
  const attributes = Buffer.concat([
    Buffer.from([0, 6, 0, name.length]),
    padded,
    Buffer.from([0, 0x25, 0, 0, 0, 8, 0, 20]),
    Buffer.alloc(20, 1),
  ]);
  const head = Buffer.from([0, 1, 0, attributes.length, 0x21, 0x12, 0xa4, 0x42]);
  return Buffer.concat([head, Buffer.alloc(12, 9), attributes]);
}
