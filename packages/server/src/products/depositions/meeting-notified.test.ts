import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { hours, minutes, plus } from "#kernel/clock.ts";
import type { Api } from "../../../test/api.ts";
import { depositionRequest } from "../../../test/build-depositions.ts";
import { buildDepositionRoom, roomsOf } from "../../../test/build-rooms.ts";
import { startTestServer } from "../../../test/server.ts";
import { settled, travel } from "../../../test/travel.ts";
import { startZoomServer, type ZoomServer } from "../../../test/zoom-server.ts";

let zoom: ZoomServer;
let coach: Api;

before(async () => {
  zoom = await startZoomServer();
  coach = await zoom.server.memberApi(await zoom.server.build.organization(), "Coach");
});
after(() => zoom.close());

const request = (title: string, session = {}) =>
  depositionRequest({ session: { title, ...session }, details: { video_provider: "zoom_meeting" } });

describe("what Zoom tells of a meeting", () => {
  test("makes its session active and then completed, and tells who was there, however often it is told", async () => {
    const start = { start_date: "2026-03-02", start_time: "09:00", time_zone: "UTC", estimated_duration: 1 };
    const { body } = await coach.post("/api/v1/sessions", request("Told of", start));
    const [{ id, provider_specific_details: details }] = body.requests;
    await settled(zoom.server);
    const meeting = { id: details.meeting_id, uuid: "run==", topic: "Told of" };
    const url = `${zoom.server.url}/api/room-notifications/zoom`;
    const now = zoom.server.clock();
    const participant = { uuid: "coming-1", userId: "1", name: "Ada", id: "ada-at-zoom" };
    const tell = async (event: Parameters<typeof zoom.sandbox.notify>[1]) => {
      for (const _time of [1, 2]) assert.equal((await zoom.sandbox.notify(url, event, meeting)).status, 204);
    };
    const state = async () =>
      (await coach.get(`/api/v1/session_requests/${id}`)).body.requests[0].session_state;
    // The host opens it long before, to try it, and again in time; it begins with whoever comes in time.
    await tell({ event: "meeting.started", at: plus(now, -minutes(16)) });
    assert.equal(await state(), "scheduled");
    await tell({ event: "meeting.participant_joined", at: plus(now, minutes(1)), participant });
    assert.equal(await state(), "active");
    await tell({ event: "meeting.participant_left", at: plus(now, minutes(2)), participant });
    // The host, alone, closes it and may start it again: only once its time is over it is over for good.
    await tell({ event: "meeting.ended", at: plus(now, minutes(3)) });
    assert.equal(await state(), "active");
    zoom.server.clock.advance(minutes(61));
    await tell({ event: "meeting.ended", at: plus(now, minutes(60)) });
    await settled(zoom.server);
    assert.equal(await state(), "completed");
    const connections = await zoom.server.db.query<{ name: string; joined: Date; left: Date }>(`
      select p.name, c.joined_at as joined, c.left_at as left from room_connections c
      join room_participants p on p.id = c.participant_id where c.id = 'coming-1'`);
    const coming = { name: "Ada", joined: plus(now, minutes(1)), left: plus(now, minutes(2)) };
    assert.deepEqual(connections, [coming]);
  });

  test("is not needed: where it tells nothing, nobody is cut off when the planned time has passed", async () => {
    const start = { start_date: "2026-03-02", start_time: "12:00", time_zone: "UTC", estimated_duration: 1 };
    await coach.post("/api/v1/sessions", request("Untold", start));
    await travel(zoom.server, hours(6));
    const ends = zoom.sandbox.requests.filter((asked) => asked.startsWith("PUT "));
    assert.deepEqual(ends, []);
  });

  test("is refused when it is forged, and answered when it validates the URL", async () => {
    const url = `${zoom.server.url}/api/room-notifications/zoom`;
    const meeting = { id: 95317175962, uuid: "run==", topic: "" };
    const validation = { event: "endpoint.url_validation", plainToken: "qgg8vlvZRS6UYooatFL8Aw" } as const;
    const { status, body } = await zoom.sandbox.notify(url, validation, meeting);
    assert.deepEqual([status, JSON.parse(body).plainToken], [200, validation.plainToken]);
    const forged = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-zm-signature": "v0=00",
        "x-zm-request-timestamp": "1",
      },
      body: "{}",
    });
    assert.equal(forged.status, 401);
  });
});

describe("whoever is let into the room of a session at Zoom", () => {
  test("gets what the session was answered with, and Zoom is not asked for it", async () => {
    const { as, pathId } = await buildDepositionRoom(zoom.server, 10, { video_provider: "zoom_meeting" });
    const { book, enter } = roomsOf(zoom.server);
    const { room, participant } = await enter(as.host, pathId, {});
    const meeting = zoom.sandbox.meetings().find(({ id }) => String(id) === room.subject.reference);
    assert.ok(meeting);
    const join = { meetingId: meeting.id, password: meeting.password, joinUrl: meeting.join_url };
    assert.deepEqual(await book.handOver(room, participant.id), { provider: "zoom", ...join });
  });
});

describe("the link to a sandbox meeting", () => {
  test("leads to a page that says what it is, and in production to nothing", async () => {
    const trial = await startTestServer();
    try {
      const api = await trial.memberApi(await trial.build.organization(), "Coach");
      const { body } = await api.post("/api/v1/sessions", request("Tried out"));
      const link: string = body.requests[0].provider_specific_details.provider_join_url;
      const { pathname, search } = new URL(link);
      const page = await fetch(trial.url + pathname + search);
      assert.equal(page.status, 200);
      assert.match(await page.text(), /This is a sandbox meeting/);
      assert.equal((await fetch(`${trial.url}/sandbox/zoom/j/none`)).status, 404);
      assert.equal((await fetch(zoom.server.url + pathname)).status, 404);
    } finally {
      await trial.close();
    }
  });
});
