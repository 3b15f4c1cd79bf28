import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { jwtVerify } from "jose";
import type { Api } from "../../../test/api.ts";
import { createLive } from "../../../test/build-live.ts";
import { must } from "../../../test/build-mentorship.ts";
import { eventually } from "../../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { settled, travel } from "../../../test/travel.ts";
import { minutes, plus } from "../../kernel/clock.ts";
import { type StreamSandbox, startStreamSandbox } from "../../providers/video/stream/sandbox.ts";

let server: TestServer;
let stream: StreamSandbox;
before(async () => {
  stream = await startStreamSandbox();
  const { url, apiKey, apiSecret } = stream.credentials;
  server = await startTestServer({
    settings: { STREAM_URL: url, STREAM_API_KEY: apiKey, STREAM_API_SECRET: apiSecret },
  });
});
after(async () => {
  await server.close();
  await stream.close();
});

interface World {
  organizationId: string;
  host: Api;
  seated: Api;
  member: Api;
  id: string;
  path: string;
}

/** A session that starts so many minutes from now, with its creator, somebody who has a seat, and somebody who has none. */
async function buildSession(provider: "built_in" | "stream", ahead = 10, changes = {}): Promise<World> {
  const organizationId = await server.build.organization();
  const admin = await server.memberApi(organizationId, "OrganizationAdmin");
  if (provider !== "built_in") must(200, await admin.patch("/api/room-providers", { live: provider }));
  const host = await server.memberApi(organizationId, "Teacher");
  const seated = await server.memberApi(organizationId, "Teacher");
  const member = await server.memberApi(organizationId, "Teacher");
  const scheduled_at = plus(server.clock(), minutes(ahead)).toISOString();
  const { id } = await createLive(host, { scheduled_at, ...changes });
  must(201, await seated.post(`/v1/sessions/${id}/register`));
  return { organizationId, host, seated, member, id, path: `/v1/sessions/${id}/join` };
}

const read = async ({ host, id }: World) => must(200, await host.get(`/v1/sessions/${id}`));

/** Tells the server what Stream tells it. */
async function tell(callId: string, type: string, more: object = {}, secret = stream): Promise<number> {
  const body = JSON.stringify({
    ...{ type, call_cid: `default:${callId}`, created_at: server.clock().toISOString(), session_id: "s-1" },
    ...more,
  });
  const response = await fetch(`${server.url}/api/room-notifications/stream`, {
    method: "POST",
    headers: { "content-type": "application/json", ...secret.sign(body) },
    body,
  });
  return response.status;
}

describe("joining a live session at Stream", () => {
  it("gives the host a call from 15 minutes before, and who has a seat once it is live", async () => {
    const world = await buildSession("stream");
    const { host, seated, path, id } = world;
    assert.equal((await read(world)).stream_call_id, null);
    must(412, await seated.post(path));
    const joined = must(200, await host.post(path));
    assert.ok(stream.calls.has(`default:${joined.call_id}`));
    assert.equal((await read(world)).stream_call_id, joined.call_id);
    const { payload } = await jwtVerify(
      joined.token,
      new TextEncoder().encode(stream.credentials.apiSecret),
      { currentDate: server.clock() },
    );
    assert.deepEqual(payload.call_cids, [`default:${joined.call_id}`]);
    assert.deepEqual([payload.role, payload.user_id], ["host", joined.user_id]);
    assert.equal(joined.api_key, stream.credentials.apiKey);
    must(200, await host.post(`/v1/sessions/${id}/start`));
    const guest = must(200, await seated.post(path));
    assert.equal(guest.call_id, joined.call_id);
    assert.notEqual(guest.user_id, joined.user_id);
  });

  it("answers a repeat under its key as before, also when the session is over, and asks nobody", async () => {
    const { host, path, id } = await buildSession("stream");
    const under = { "idempotency-key": "joined-once" };
    const first = must(200, await host.post(path, undefined, under));
    must(200, await host.post(`/v1/sessions/${id}/start`));
    must(200, await host.post(`/v1/sessions/${id}/end`));
    const again = await host.post(path, undefined, under);
    assert.deepEqual([again.status, again.headers.get("idempotency-replayed")], [200, "true"]);
    assert.deepEqual(again.body, first);
    must(412, await host.post(path));
  });

  it("is one call, however many join at once", async () => {
    const world = await buildSession("stream");
    const before = stream.calls.size;
    const answers = await Promise.all(Array.from({ length: 8 }, () => world.host.post(world.path)));
    const ids = new Set(answers.map((answer) => must(200, answer).call_id));
    assert.deepEqual([ids.size, stream.calls.size - before], [1, 1]);
    const edits = await server.db.query(
      "select 1 from events where subject_id = $1 and type = 'live.session.edited'",
      [world.id],
    );
    assert.equal(edits.length, 1);
  });

  it("goes on when everybody has left for a while, and is over when nobody has come back for the grace", async () => {
    const world = await buildSession("stream");
    const { host, path } = world;
    const { call_id: callId, user_id } = must(200, await host.post(path));
    const coming = (name: string) => ({ participant: { user: { id: user_id }, user_session_id: name } });
    const leaveAll = async (name: string) => {
      assert.equal(await tell(callId, "call.session_participant_left", coming(name)), 204);
      assert.equal(await tell(callId, "call.session_ended"), 204);
    };
    assert.equal(await tell(callId, "call.session_started"), 204);
    assert.equal(await tell(callId, "call.session_participant_joined", coming("early")), 204);
    await leaveAll("early");
    // The grace counts from the start, for which people are still to come.
    await travel(server, minutes(10 + 29));
    assert.equal((await read(world)).status, "live");
    must(200, await host.post(path));
    assert.equal(await tell(callId, "call.session_participant_joined", coming("again")), 204);
    await travel(server, minutes(20));
    assert.equal((await read(world)).status, "live");
    await leaveAll("again");
    const leftAt = server.clock().toISOString();
    await travel(server, minutes(29));
    assert.equal((await read(world)).status, "live");
    await travel(server, minutes(2));
    const ended = await read(world);
    assert.deepEqual([ended.status, ended.ended_at], ["ended", leftAt]);
    assert.ok(stream.calls.get(`default:${callId}`)?.endedAt, "and those who come late find it ended");
  });

  it("follows what Stream tells: it begins, ends, and has a recording", async () => {
    const world = await buildSession("stream");
    const { call_id: callId, user_id } = must(200, await world.host.post(world.path));
    assert.equal(await tell(callId, "call.session_started"), 204);
    const begun = await read(world);
    assert.deepEqual([begun.status, begun.started_at], ["live", server.clock().toISOString()]);
    const participant = { user: { id: user_id, name: "Ada" }, user_session_id: "one" };
    assert.equal(await tell(callId, "call.session_participant_joined", { participant }), 204);
    const began = server.clock();
    server.clock.advance(minutes(30));
    assert.equal(await tell(callId, "call.session_participant_left", { participant }), 204);
    assert.equal(await tell(callId, "call.ended"), 204);
    assert.equal(await tell(callId, "call.ended"), 204, "told twice, it ends once");
    const ended = await read(world);
    assert.deepEqual([ended.status, ended.duration_minutes], ["ended", 30]);
    const url = "https://stream.example/recording.mp4";
    assert.equal(await tell(callId, "call.recording_ready", { call_recording: { url } }), 204);
    assert.equal((await read(world)).recording_url, url);
    const came = await server.db.query<{ joined_at: Date; left_at: Date }>(
      `select c.joined_at, c.left_at from room_connections c
       join room_participants p on p.organization_id = c.organization_id and p.id = c.participant_id
       where c.organization_id = $1 and p.id = $2`,
      [world.organizationId, user_id],
    );
    assert.deepEqual(
      came.map(({ joined_at, left_at }) => [joined_at, left_at]),
      [[began, server.clock()]],
    );
    must(412, await world.host.post(world.path));
  });

  it("ends the call there when the session ends here", async () => {
    const world = await buildSession("stream");
    const { call_id: callId } = must(200, await world.host.post(world.path));
    must(200, await world.host.post(`/v1/sessions/${world.id}/start`));
    must(200, await world.host.post(`/v1/sessions/${world.id}/end`));
    await settled(server);
    await eventually(async () => assert.ok(stream.calls.get(`default:${callId}`)?.endedAt));
  });

  it("says 503 while Stream cannot be reached, and works when it is back", async () => {
    const world = await buildSession("built_in");
    const admin = await server.memberApi(world.organizationId, "OrganizationAdmin");
    const nobody = await startStreamSandbox();
    await nobody.close();
    const broken = await server.another({ STREAM_URL: nobody.credentials.url });
    try {
      must(200, await admin.patch("/api/room-providers", { live: "stream" }));
      const person = await server.build.member(world.organizationId, "Manager");
      const refused = must(503, await broken.api(person.token).post(world.path));
      assert.equal(refused.error, "provider_unavailable");
      assert.equal((await read(world)).stream_call_id, null);
      must(200, await server.api(person.token).post(world.path));
    } finally {
      await broken.close();
    }
  });
});

describe("joining a live session in our own room", () => {
  it("gives a ticket with which one comes in", async () => {
    const { host, seated, member, path, id } = await buildSession("built_in");
    const joined = must(200, await host.post(path));
    assert.deepEqual([joined.provider, joined.call_id], ["built_in", id]);
    assert.match(joined.url, new RegExp(`^ws://.*/api/rooms/${id}/socket$`));
    assert.equal(joined.token.split(".").length, 3);
    must(412, await seated.post(path));
    must(403, await member.post(path));
    must(200, await host.post(`/v1/sessions/${id}/start`));
    must(200, await seated.post(path));
  });

  it("is not for keys, strangers, or other times", async () => {
    const world = await buildSession("built_in", 60);
    must(412, await world.host.post(world.path));
    const key = await server.build.apiKey(world.organizationId, ["live:write"]);
    must(403, await server.api(key.text).post(world.path));
    const foreigner = await server.memberApi(await server.build.organization(), "Manager");
    must(404, await foreigner.post(world.path));
    must(401, await server.api().post(world.path));
    must(200, await world.host.post(`/v1/sessions/${world.id}/cancel`));
    must(412, await world.host.post(world.path));
  });

  it("answers a repeat under its key with the first answer", async () => {
    const { host, path } = await buildSession("built_in");
    const key = { "idempotency-key": `"${crypto.randomUUID()}"` };
    const first = must(200, await host.post(path, undefined, key));
    assert.deepEqual(must(200, await host.post(path, undefined, key)), first);
  });
});
