import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { Api } from "../../../test/api.ts";
import { createLive } from "../../../test/build-live.ts";
import { buildMentorshipWorld, must } from "../../../test/build-mentorship.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { minutes, plus, seconds } from "../../kernel/clock.ts";
import { newId } from "../../kernel/ids.ts";
import { decodeAgoraToken } from "../../providers/video/agora/test/decode-token.ts";
import { type LivekitSandbox, startLivekitSandbox } from "../../providers/video/livekit/sandbox.ts";

const agoraSecret = "a secret of Agora's notifications";
let server: TestServer;
let livekit: LivekitSandbox;
before(async () => {
  livekit = await startLivekitSandbox();
  const { url, apiKey, apiSecret } = livekit.credentials;
  server = await startTestServer({
    settings: {
      ...{ AGORA_NOTIFICATION_SECRET: agoraSecret, WEBHOOK_ALLOW_PRIVATE: "127.0.0.1/32" },
      ...{ LIVEKIT_URL: url, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret },
    },
  });
});
after(async () => {
  await server.close();
  await livekit.close();
});

async function send(path: string, body: string, headers: Record<string, string>): Promise<number> {
  const response = await fetch(`${server.url}/api/room-notifications/${path}`, {
    method: "POST",
    headers,
    body,
  });
  await response.arrayBuffer();
  return response.status;
}

/** A webhook as LiveKit sends it. */
async function fromLivekit(
  room: string,
  event: string,
  { path = "livekit", more = {}, by = livekit, at = server.clock() } = {},
): Promise<number> {
  const body = JSON.stringify({
    ...{
      event,
      id: newId(),
      createdAt: String(Math.floor(at.getTime() / 1000)),
      room: { name: room },
      ...more,
    },
  });
  return send(path, body, { "content-type": "application/webhook+json", ...(await by.sign(body)) });
}

/** That somebody is there, by which a session begins. */
const somebodyComes = (room: string, how: { path?: string; by?: LivekitSandbox } = {}): Promise<number> =>
  fromLivekit(room, "participant_joined", {
    ...how,
    more: { participant: { sid: "PA_1", identity: "ada", name: "Ada", kind: "STANDARD" } },
  });

/** A live session at LiveKit with the operator's account, or the organization's own, and the room that it got there. */
async function buildSession(own?: LivekitSandbox) {
  const organizationId = await server.build.organization();
  const admin = await server.memberApi(organizationId, "OrganizationAdmin");
  const account = own && must(200, await admin.put("/api/room-providers/livekit", own.credentials)).data;
  must(200, await admin.patch("/api/room-providers", { live: "livekit" }));
  const scheduled_at = plus(server.clock(), minutes(5)).toISOString();
  const { id } = await createLive(admin, { scheduled_at });
  const joined = must(200, await admin.post(`/v1/sessions/${id}/join`));
  const path = account && new URL(account.notificationUrl).pathname.replace("/api/room-notifications/", "");
  return {
    organizationId,
    admin,
    id,
    room: joined.call_id as string,
    userId: joined.user_id as string,
    path,
  };
}
const statusOf = async (api: Api, id: string) => must(200, await api.get(`/v1/sessions/${id}`)).status;
const attendance = (organizationId: string) =>
  server.db.query<{ id: string; key: string; joined: Date | null; left: Date | null }>(
    `select c.id, p.key, c.joined_at as joined, c.left_at as left from room_connections c
     left join room_participants p on p.organization_id = c.organization_id and p.id = c.participant_id
     where c.organization_id = $1 order by c.joined_at`,
    [organizationId],
  );

describe("notifications of providers", () => {
  it("begin a session when somebody is there, not when its room is made, and end it when it was ended there", async () => {
    const { admin, id, room, userId, organizationId } = await buildSession();
    const participant = { sid: "PA_1", identity: userId, name: "Ada", kind: "STANDARD" };
    const tell = async (event: string, more = {}) =>
      assert.equal(await fromLivekit(room, event, { more }), 204);
    await tell("room_started");
    assert.equal(await statusOf(admin, id), "scheduled");
    await tell("participant_joined", { participant });
    assert.equal(await statusOf(admin, id), "live");
    await tell("room_finished", { roomEndReason: "ROOM_END_IDLE_TIMEOUT" });
    assert.equal(await statusOf(admin, id), "live");
    await tell("room_finished", { roomEndReason: "ROOM_END_API_DELETE" });
    assert.equal(await statusOf(admin, id), "ended");
    const [came, ...others] = await attendance(organizationId);
    assert.deepEqual([came?.id, others.length], ["PA_1", 0]);
  });

  it("come to the same in any order, however often", async () => {
    const { room, userId, organizationId } = await buildSession();
    const start = server.clock();
    const person = (sid: string) => ({
      participant: { sid, identity: userId, name: "Ada", kind: "STANDARD" },
    });
    const second = plus(start, seconds(60));
    const first = plus(start, seconds(30));
    // The second coming is heard of before the first leaving, and each twice.
    for (const _ of [1, 2]) {
      await fromLivekit(room, "participant_joined", { more: person("PA_2"), at: second });
      await fromLivekit(room, "participant_left", { more: person("PA_1"), at: first });
      await fromLivekit(room, "participant_joined", { more: person("PA_1"), at: start });
    }
    assert.deepEqual(
      (await attendance(organizationId)).map(({ id, joined, left }) => [id, joined, left]),
      [
        ["PA_1", start, first],
        ["PA_2", second, null],
      ],
    );
  });

  it("are refused when they are forged, altered, or for an account that is not there, all with one answer", async () => {
    const { admin, id, room } = await buildSession();
    const stranger = await startLivekitSandbox();
    await stranger.close();
    assert.equal(await somebodyComes(room, { by: stranger }), 401);
    assert.equal(await somebodyComes(room, { path: `livekit/${newId()}` }), 401);
    assert.equal(await somebodyComes(room, { path: "livekit/nonsense" }), 401);
    assert.equal(await somebodyComes(room, { path: "built_in" }), 401);
    const headers = await livekit.sign("{}");
    for (const body of [
      "",
      "{",
      "{}x",
      "\u0000",
      `{"event":"participant_joined","room":{"name":"${room}"}}`,
    ]) {
      assert.equal(await send("livekit", body, headers), 401);
    }
    assert.equal(await send("livekit", "{}", {}), 401);
    assert.equal(await statusOf(admin, id), "scheduled");
  });

  it("are harmless about rooms that nobody knows, and of kinds that nobody knows", async () => {
    assert.equal(await somebodyComes("no such room"), 204);
    const { admin, id, room } = await buildSession();
    assert.equal(await fromLivekit(room, "track_published"), 204);
    assert.equal(await statusOf(admin, id), "scheduled");
  });

  it("of an organization's own account reach no room of another organization", async () => {
    const own = await startLivekitSandbox();
    try {
      const mine = await buildSession(own);
      const other = await buildSession();
      const by = own;
      assert.equal(await somebodyComes(other.room, { path: mine.path, by }), 204);
      assert.equal(await statusOf(other.admin, other.id), "scheduled");
      assert.equal(await somebodyComes(mine.room, { path: mine.path }), 401, "signed by the operator's");
      assert.equal(await somebodyComes(mine.room, { path: mine.path, by }), 204);
      assert.equal(await statusOf(mine.admin, mine.id), "live");
    } finally {
      await own.close();
    }
  });

  it("of Agora know people by the numbers of their tokens", async () => {
    const world = await buildMentorshipWorld(server);
    const admin = await server.memberApi(world.organizationId, "OrganizationAdmin");
    must(200, await admin.patch("/api/room-providers", { mentorship: "agora" }));
    const id = await world.session(10, "confirmed");
    const { channel, uid } = must(200, await world.as.coach.get(`/api/sessions/${id}/agora-token`)).data;
    must(201, await world.as.teacher.post(`/api/rooms/${id}/tickets`, {}));
    const notify = (eventType: number, payload: object) => {
      const ts = Math.floor(server.clock().getTime() / 1000);
      const body = JSON.stringify({
        ...{ noticeId: newId(), productId: 1, eventType, notifyMs: server.clock().getTime() },
        payload: { channelName: channel, ts, ...payload },
      });
      const signature = createHmac("sha256", agoraSecret).update(body).digest("hex");
      return send("agora", body, { "content-type": "application/json", "agora-signature-v2": signature });
    };
    assert.equal(await notify(107, { uid, platform: 7, clientSeq: 1 }), 204);
    server.clock.advance(minutes(20));
    assert.equal(await notify(108, { uid, platform: 7, clientSeq: 2, reason: 1, duration: 1200 }), 204);
    const [came] = await attendance(world.organizationId);
    assert.equal(came?.key, `person:${world.ids.coach}`);
    assert.deepEqual([Number(came?.left) - Number(came?.joined)], [minutes(20)]);
  });

  it("of Agora end the coming that they belong to, though seconds are rounded, in any order", async () => {
    const world = await buildMentorshipWorld(server);
    const admin = await server.memberApi(world.organizationId, "OrganizationAdmin");
    must(200, await admin.patch("/api/room-providers", { mentorship: "agora" }));
    const id = await world.session(10, "confirmed");
    const { channel, uid } = must(200, await world.as.coach.get(`/api/sessions/${id}/agora-token`)).data;
    must(201, await world.as.teacher.post(`/api/rooms/${id}/tickets`, {}));
    const start = Math.floor(server.clock().getTime() / 1000);
    const notify = async (eventType: number, after: number, more: object = {}) => {
      const body = JSON.stringify({
        ...{ noticeId: newId(), productId: 1, eventType, notifyMs: server.clock().getTime() },
        payload: { channelName: channel, ts: start + after, uid, platform: 7, clientSeq: after, ...more },
      });
      const signature = createHmac("sha256", agoraSecret).update(body).digest("hex");
      assert.equal(await send("agora", body, { "agora-signature-v2": signature }), 204);
    };
    server.clock.advance(minutes(30));
    for (const _ of [1, 2]) {
      await notify(107, 10);
      // 59.2 seconds long, from 10.9 to 70.1.
      await notify(108, 70, { duration: 59 });
      // The next one is told of by its end first.
      await notify(108, 100, { duration: 29 });
      await notify(107, 70);
      await notify(107, 101);
    }
    const at = (after: number) => new Date((start + after) * 1000);
    assert.deepEqual(
      (await attendance(world.organizationId)).map(({ joined, left }) => [joined, left]),
      [
        [at(10), at(70)],
        [at(70), at(100)],
        [at(101), null],
      ],
    );
  });

  it("of Agora fit the tokens of the organization's own app", async () => {
    const world = await buildMentorshipWorld(server);
    const admin = await server.memberApi(world.organizationId, "OrganizationAdmin");
    const own = { appId: "d".repeat(32), appCertificate: "e".repeat(32) };
    must(200, await admin.put("/api/room-providers/agora", own));
    const id = await world.session(10, "confirmed");
    const answer = must(200, await world.as.coach.get(`/api/sessions/${id}/agora-token`)).data;
    assert.equal(answer.appId, own.appId);
    assert.ok(decodeAgoraToken(answer.token, own.appCertificate).isGenuine);
  });
});
