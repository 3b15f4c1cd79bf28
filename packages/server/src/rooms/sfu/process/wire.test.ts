import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, test } from "node:test";
import {
  type GenericNack,
  RtcpPacketConverter,
  type RtcpRrPacket,
  type RtcpSrPacket,
  RtpHeader,
  SrtpSession,
} from "werift";
import { beginsKeyFrame, headerLengthOf, readPacket, writeHeader } from "./rtp/packet.ts";
import {
  readFeedback,
  writeBitrateLimit,
  writeLost,
  writeReceiverReport,
  writeSenderReport,
} from "./rtp/rtcp.ts";
import { rolloverOf, Sequence } from "./rtp/sequence.ts";
import { chooseAddresses } from "./transport/addresses.ts";
import { createSrtpContext, type Profile, profiles } from "./transport/srtp.ts";
import { readCheck } from "./transport/stun.ts";

describe("SRTP", () => {
  for (const [name, profile] of Object.entries(profiles)) {
    test(`${name}: what we protect another implementation reads, and the other way round`, () => {
      const salt = profile === profiles.gcm ? 12 : 14;
      const [ours, theirs] = [keys(salt), keys(salt)];
      const other = new SrtpSession({
        keys: {
          localMasterKey: theirs.key,
          localMasterSalt: theirs.salt,
          remoteMasterKey: ours.key,
          remoteMasterSalt: ours.salt,
        },
        profile: profile as Profile,
      });
      const out = createSrtpContext(profile as Profile, ours.key, ours.salt);
      const incoming = createSrtpContext(profile as Profile, theirs.key, theirs.salt);
      const payload = randomBytes(700);
      const header = writeHeader({ payloadType: 96, marker: true, timestamp: 7, ssrc: 0xdeadbeef }, 500);
      assert.deepEqual(other.decrypt(out.protect(header, payload, 0)), Buffer.concat([header, payload]));
      const fromOther = other.encrypt(
        payload,
        new RtpHeader({ payloadType: 96, sequenceNumber: 9, timestamp: 8, ssrc: 77 }),
      );
      assert.deepEqual(incoming.unprotect(fromOther, 12, 0)?.subarray(12), payload);
      for (const at of [0, 3, 40, fromOther.length - 1]) {
        const forged = Buffer.from(fromOther);
        forged[at] = (forged[at] ?? 0) ^ 1;
        assert.equal(incoming.unprotect(forged, 12, 0), null);
      }
      assert.equal(incoming.unprotect(fromOther, 12, 1), null, "another rollover is another packet");
      assert.equal(incoming.unprotect(fromOther.subarray(0, 15), 12, 0), null);
    });
  }
});

describe("RTCP", () => {
  test("that we write another implementation reads", () => {
    const lost = [65_530, 65_535, 0, 3, 40];
    const report = {
      ...{ ssrc: 5, fractionLost: 64, packetsLost: 1_000, highestSequence: 70_000, jitter: 12 },
      ...{ lastSenderReport: 0xfedcba98, delaySinceSenderReport: 65_536 },
    };
    const counts = { ssrc: 9, ntpHigh: 0xe0000000, ntpLow: 5, timestamp: 0xffffffff, packets: 3, bytes: 400 };
    const [nack] = RtcpPacketConverter.deSerialize(writeLost(1, 2, lost));
    assert.deepEqual(
      (nack as unknown as { feedback: GenericNack }).feedback.lost.map((sequence) => sequence & 0xffff),
      lost,
    );
    const [receiver] = RtcpPacketConverter.deSerialize(writeReceiverReport(1, [report])) as [RtcpRrPacket];
    assert.deepEqual(
      [receiver.reports[0]?.ssrc, receiver.reports[0]?.packetsLost, receiver.reports[0]?.highestSequence],
      [5, 1_000, 70_000],
    );
    const [sender] = RtcpPacketConverter.deSerialize(writeSenderReport(counts, "ann")) as [RtcpSrPacket];
    assert.equal(sender.senderInfo.rtpTimestamp, 0xffffffff);
    const [remb] = RtcpPacketConverter.deSerialize(writeBitrateLimit(1, [2, 3], 900_000));
    const limit = (remb as unknown as { feedback: { bitrate: bigint; ssrcFeedbacks: number[] } }).feedback;
    assert.ok(Math.abs(Number(limit.bitrate) - 900_000) < 8);
    assert.deepEqual(limit.ssrcFeedbacks, [2, 3]);
  });

  test("is read back, and what is cut off or made up is passed over", () => {
    const lost = [65_530, 65_535, 0, 3, 40];
    const compound = Buffer.concat([writeReceiverReport(1, []), writeLost(1, 2, lost)]);
    assert.deepEqual(readFeedback(compound), [{ kind: "lost", ssrc: 2, sequences: lost }]);
    for (let length = 0; length < compound.length; length += 1) {
      assert.deepEqual(readFeedback(compound.subarray(0, length)), []);
    }
    for (let run = 0; run < 2_000; run += 1) {
      const garbage = randomBytes(run % 80);
      if (garbage.length > 4) garbage.writeUInt16BE(run % 20, 2);
      for (const first of [0x80, 0x81, 0x84]) {
        for (const type of [200, 205, 206]) {
          if (garbage.length > 1) Buffer.from([first, type]).copy(garbage);
          readFeedback(garbage);
        }
      }
    }
  });
});

describe("RTP", () => {
  test("of any bytes is read or passed over", () => {
    for (let run = 0; run < 5_000; run += 1) {
      const packet = randomBytes(run % 60);
      if (packet.length > 0) packet[0] = 0x80 | (run & 0x3f);
      const length = headerLengthOf(packet);
      if (length !== null) readPacket(packet, length, 3);
      beginsKeyFrame(packet);
    }
  });

  test("numbers are followed over their wraps, also by what comes late", () => {
    const sequence = new Sequence();
    const follow = (value: number) => {
      const extended = sequence.extend(value);
      sequence.note(extended);
      return extended - 0x1_0000;
    };
    assert.deepEqual(
      [65_533, 65_535, 65_534, 1, 65_532, 0].map(follow),
      [65_533, 65_535, 65_534, 65_537, 65_532, 65_536],
    );
    assert.equal(rolloverOf(sequence.highest), 1);
    const early = new Sequence();
    early.note(early.extend(2));
    assert.equal(rolloverOf(early.extend(65_535)), 0, "before the first there is no wrap to go back over");
  });
});

describe("checks of ICE", () => {
  test("are read as RFC 5769 has them, and are genuine only with the password", () => {
    const request = Buffer.from(
      "000100582112a442b7e7a701bc34d686fa87dfae802200105354554e207465737420636c69656e74002400046e0001ff80290008932ff9b151263b36" +
        "000600096576746a3a68367659202020000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a280280004e57a3bcf",
      "hex",
    );
    const check = readCheck(request);
    assert.equal(check?.username, "evtj:h6vY");
    assert.equal(check?.isControlled, true);
    assert.equal(check?.nominates, false);
    assert.equal(check?.isGenuine("VOkJxbRl1RmTxUk/WvJxBt"), true);
    assert.equal(check?.isGenuine("VOkJxbRl1RmTxUk/WvJxBu"), false);
    for (let length = 0; length < request.length; length += 1) {
      assert.equal(readCheck(request.subarray(0, length)), null);
    }
  });
});

describe("the addresses that are announced", () => {
  const own = { loopback: ["127.0.0.1", "::1"], others: ["192.0.2.7", "2001:db8::7"] };

  test("are the machine's own, each with a socket, and loopback where the server listens on it", () => {
    const places = (onLoopback: boolean) => chooseAddresses({ addresses: [], onLoopback }, own);
    assert.deepEqual(
      places(false).map(({ bind }) => bind),
      ["192.0.2.7", "2001:db8::7"],
    );
    assert.deepEqual(
      places(true).map(({ bind }) => bind),
      ["192.0.2.7", "2001:db8::7", "127.0.0.1", "::1"],
    );
    const alone = { loopback: ["127.0.0.1"], others: [] };
    assert.deepEqual(chooseAddresses({ addresses: [], onLoopback: false }, alone), [
      { bind: "127.0.0.1", announced: ["127.0.0.1"] },
    ]);
  });

  test("are those that are set; behind NAT one socket answers for all of a family", () => {
    const addresses = ["203.0.113.9"];
    assert.deepEqual(chooseAddresses({ addresses, onLoopback: true }, own), [
      { bind: "0.0.0.0", announced: ["203.0.113.9", "127.0.0.1"] },
      { bind: "::", announced: ["::1"] },
    ]);
    assert.deepEqual(chooseAddresses({ addresses: ["192.0.2.7"], onLoopback: false }, own), [
      { bind: "192.0.2.7", announced: ["192.0.2.7"] },
    ]);
  });
});

const keys = (salt: number) => ({ key: randomBytes(16), salt: randomBytes(salt) });
