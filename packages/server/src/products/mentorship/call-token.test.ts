import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
  buildMentorshipWorld,
  type MentorshipWorld,
  must,
  type Seat,
} from "../../../test/build-mentorship.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { decodeAgoraToken } from "../../providers/video/agora/test/decode-token.ts";

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

describe("a token for the video call", () => {
  it("is signed as Agora checks it, for this app, channel and uid, and lasts one hour", async () => {
    const id = await session();
    const { agoraChannel } = must(200, await world.as.coach.get(`/api/sessions/${id}`)).data;
    const answer = await token("coach", id);
    assert.deepEqual([answer.channel, answer.appId], [agoraChannel, appId]);
    assert.equal(Date.parse(answer.expiresAt) - server.clock().getTime(), 3_600_000);
    const decoded = decodeAgoraToken(answer.token, appCertificate);
    assert.ok(decoded.isGenuine);
    assert.deepEqual([decoded.appId, decoded.lifetime], [appId, 3600]);
    assert.deepEqual([decoded.channel, decoded.uid], [agoraChannel, String(answer.uid)]);
    assert.deepEqual(
      Object.fromEntries(decoded.privileges),
      { 1: 3600, 2: 3600, 3: 3600, 4: 3600 },
      "join; publish audio, video, data",
    );
  });

  it("counts its hour from now", async () => {
    // Agora's library asks the machine for the time, and so do those who check the token.
    const { issuedAt } = decodeAgoraToken((await token("coach", await session())).token, appCertificate);
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
