import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { inflateSync } from "node:zlib";
import {
  buildMentorshipWorld,
  type MentorshipWorld,
  must,
  type Seat,
} from "../../../test/build-mentorship.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";

const appId = "0123456789abcdef0123456789abcdef";
const appCertificate = "fedcba9876543210fedcba9876543210";

let server: TestServer;
let world: MentorshipWorld;
before(async () => {
  server = await startTestServer();
  world = await buildMentorshipWorld(server);
});
after(() => server.close());

const session = (status?: string) => world.session(world.ahead(), status);
const token = async (seat: Seat, id: string) =>
  must(200, await world.as[seat].get(`/api/sessions/${id}/agora-token`)).data;

/**
 * Agora's AccessToken2 as its documentation describes it, read without its library: "007", then the base64 of a
 * deflated pack of little-endian numbers and length-prefixed strings, signature first.
 */
function decode(text: string) {
  assert.equal(text.slice(0, 3), "007");
  const bytes = inflateSync(Buffer.from(text.slice(3), "base64"));
  let position = 0;
  const take = (length: number) => {
    position += length;
    return bytes.subarray(position - length, position);
  };
  const uint16 = () => take(2).readUInt16LE();
  const uint32 = () => take(4).readUInt32LE();
  const packed = () => take(uint16());
  const signature = packed();
  const signed = bytes.subarray(position);
  const head = { appId: String(packed()), issuedAt: uint32(), lifetime: uint32(), salt: uint32() };
  const services = Array.from({ length: uint16() }, () => {
    const type = uint16();
    const privileges = Object.fromEntries(Array.from({ length: uint16() }, () => [uint16(), uint32()]));
    return { type, privileges, channel: String(packed()), uid: String(packed()) };
  });
  assert.equal(position, bytes.length, "nothing follows the services");
  return { signature, signed, ...head, services };
}

/** The signature that Agora computes: HMAC-SHA256 under a key made of issue time, salt and certificate. */
function expectedSignature({ issuedAt, salt, signed }: ReturnType<typeof decode>): Buffer {
  const number = (value: number) => {
    const buffer = Buffer.alloc(4);
    buffer.writeUInt32LE(value);
    return buffer;
  };
  const hmac = (key: Buffer, data: Buffer | string) => createHmac("sha256", key).update(data).digest();
  const signing = hmac(number(salt), hmac(number(issuedAt), appCertificate));
  return hmac(signing, signed);
}

describe("a token for the video call", () => {
  it("is signed as Agora checks it, for this app, channel and uid, and lasts one hour", async () => {
    const id = await session();
    const { agoraChannel } = must(200, await world.as.coach.get(`/api/sessions/${id}`)).data;
    const answer = await token("coach", id);
    assert.deepEqual([answer.channel, answer.appId], [agoraChannel, appId]);
    assert.equal(Date.parse(answer.expiresAt) - server.clock().getTime(), 3_600_000);
    const decoded = decode(answer.token);
    assert.deepEqual(decoded.signature, expectedSignature(decoded));
    assert.deepEqual([decoded.appId, decoded.lifetime], [appId, 3600]);
    const [rtc, ...others] = decoded.services;
    assert.equal(others.length, 0);
    assert.deepEqual([rtc?.type, rtc?.channel, rtc?.uid], [1, agoraChannel, String(answer.uid)]);
    assert.deepEqual(
      rtc?.privileges,
      { 1: 3600, 2: 3600, 3: 3600, 4: 3600 },
      "join; publish audio, video, data",
    );
  });

  it("counts its hour from now", async () => {
    // Agora's library asks the machine for the time, and so do those who check the token.
    const { issuedAt } = decode((await token("coach", await session())).token);
    assert.ok(Math.abs(issuedAt - Date.now() / 1000) < 30);
  });

  it("has the same uid each time, another for each person and each session", async () => {
    const [first, second] = [await session(), await session()];
    const seats: Seat[] = ["coach", "teacher", "manager", "admin", "platformAdmin", "key"];
    const uids = new Set<number>();
    for (const id of [first, second]) {
      for (const seat of seats) {
        const { uid } = await token(seat, id);
        assert.equal((await token(seat, id)).uid, uid);
        assert.ok(Number.isInteger(uid) && uid >= 1 && uid <= 2 ** 31 - 1);
        uids.add(uid);
      }
    }
    assert.equal(uids.size, 2 * seats.length);
  });

  it("is given at any time and in every status but cancelled", async () => {
    for (const status of ["scheduled", "confirmed", "completed", "missed"]) {
      assert.ok((await token("teacher", await session(status))).token, status);
    }
    const id = await session("confirmed");
    server.clock.advance(14 * 86_400_000);
    assert.ok((await token("coach", id)).token);
  });

  it("answers 422 for a cancelled session, however it was cancelled", async () => {
    const patched = await session("cancelled");
    const deleted = await session();
    must(200, await world.as.coach.delete(`/api/sessions/${deleted}`));
    for (const id of [patched, deleted]) {
      const answer = await world.as.coach.get(`/api/sessions/${id}/agora-token`);
      assert.deepEqual([answer.status, answer.body.code], [422, "no_agora_channel"]);
      assert.equal((await world.as.otherCoach.get(`/api/sessions/${id}/agora-token`)).status, 403, "first");
    }
  });

  it("is not given to people without a seat", async () => {
    const id = await session();
    for (const seat of ["otherCoach", "otherTeacher"] as const) {
      assert.equal((await world.as[seat].get(`/api/sessions/${id}/agora-token`)).status, 403);
    }
  });
});
