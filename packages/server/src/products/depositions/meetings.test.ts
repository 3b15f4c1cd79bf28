import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { minutes } from "#kernel/clock.ts";
import type { Api } from "../../../test/api.ts";
import { depositionRequest } from "../../../test/build-depositions.ts";
import { settled, travel } from "../../../test/travel.ts";
import { isCreation, startZoomServer, type ZoomServer } from "../../../test/zoom-server.ts";

let zoom: ZoomServer;
let organizationId: string;
let coach: Api;

before(async () => {
  zoom = await startZoomServer();
  organizationId = await zoom.server.build.organization();
  coach = await zoom.server.memberApi(organizationId, "Coach");
});
after(() => zoom.close());
afterEach(() => {
  zoom.sandbox.interfere = null;
});

const path = "/api/v1/sessions";
const request = (session: Record<string, unknown> = {}) =>
  depositionRequest({ session, details: { video_provider: "zoom_meeting" } });
const topics = () => zoom.sandbox.meetings().map(({ topic }) => topic);
const meetingsCalled = (topic: string) => zoom.sandbox.meetings().filter((one) => one.topic === topic);
const under = (key: string) => ({ "idempotency-key": key });
const intents = () => zoom.server.db.query("select state from meeting_intents");

/** What is left of a session that was not scheduled. */
const tracesOf = async (title: string, slug: string) => ({
  sessions: await zoom.server.db.query("select from depositions where title = $1", [title]),
  slugs: await zoom.server.db.query("select from session_slugs where slug = $1", [slug]),
});

async function schedule(session: Record<string, unknown>) {
  const { status, body } = await coach.post(path, request(session));
  assert.equal(status, 201, JSON.stringify(body));
  return body.requests[0];
}

describe("a session at Zoom", () => {
  test("answers the provider's own number, password and link, and leaves nothing unfinished", async () => {
    const { provider_specific_details: details } = await schedule({
      title: "Plain",
      estimated_duration: 0.3,
    });
    const [meeting] = meetingsCalled("Plain");
    assert.ok(meeting);
    assert.equal(details.meeting_id, meeting.id);
    assert.equal(details.password, meeting.password);
    assert.equal(details.provider_join_url, meeting.join_url);
    assert.deepEqual(
      [meeting.start_time, meeting.timezone, meeting.duration],
      ["2026-04-14T20:30:00Z", "America/Los_Angeles", 18],
    );
    assert.deepEqual(await intents(), []);
    await settled(zoom.server);
    const timers = await zoom.server.db.query(
      "select from graphile_worker.jobs where task_identifier = 'depositions.sweep-meeting'",
    );
    assert.deepEqual(timers, []);
  });

  test("loses its meeting when it is canceled, also while Zoom is away at first", async () => {
    await schedule({ title: "Canceled", remote_session_id: "canceled-one" });
    zoom.sandbox.interfere = ({ method }) => (method === "DELETE" ? { status: 503, body: "" } : null);
    assert.equal((await coach.patch(`${path}/canceled-one/cancel`)).status, 200);
    await settled(zoom.server);
    assert.equal(meetingsCalled("Canceled").length, 1);
    zoom.sandbox.interfere = null;
    await travel(zoom.server, minutes(1));
    assert.deepEqual(meetingsCalled("Canceled"), []);
  });

  test("moves and renames its meeting, which keeps its number and password", async () => {
    await schedule({ title: "Before", remote_session_id: "to-be-moved" });
    const [before] = structuredClone(meetingsCalled("Before"));
    const remote_session = {
      ...{ title: "After", start_date: "2026-06-01", start_time: "10:00", time_zone: "Europe/Berlin" },
    };
    assert.equal((await coach.patch(`${path}/to-be-moved`, { remote_session })).status, 200);
    await settled(zoom.server);
    const [after] = meetingsCalled("After");
    const moved = { topic: "After", start_time: "2026-06-01T08:00:00Z", timezone: "Europe/Berlin" };
    assert.deepEqual(after, { ...before, ...moved });
  });

  test("that was removed at Zoom by hand can be moved and canceled", async () => {
    await schedule({ title: "Removed by hand", remote_session_id: "by-hand" });
    const [meeting] = meetingsCalled("Removed by hand");
    zoom.sandbox.interfere = ({ path: asked }) =>
      asked === `/v2/meetings/${meeting?.id}`
        ? { status: 404, body: { code: 3001, message: "Meeting does not exist." } }
        : null;
    assert.equal(
      (await coach.patch(`${path}/by-hand`, { remote_session: { title: "By hand" } })).status,
      200,
    );
    assert.equal((await coach.patch(`${path}/by-hand/cancel`)).status, 200);
    await settled(zoom.server);
  });
});

describe("a provider that fails", () => {
  test("by a refusal: 502, nothing is scheduled or held, and nobody is invited", async () => {
    const session = { title: "Refused there", remote_session_id: "refused-there" };
    zoom.sandbox.interfere = (asked) =>
      isCreation(asked) ? { status: 404, body: { code: 1001, message: "User does not exist: me." } } : null;
    const { status, body } = await coach.post(path, request(session), under("refused-there"));
    assert.deepEqual([status, body.code], [502, "provider_refused"]);
    assert.match(body.detail, /user .* does not exist/);
    assert.deepEqual(await tracesOf(session.title, session.remote_session_id), { sessions: [], slugs: [] });
    assert.deepEqual(await intents(), []);
    zoom.sandbox.interfere = null;
    assert.equal((await coach.post(path, request(session), under("refused-there"))).status, 201);
    assert.equal(meetingsCalled(session.title).length, 1);
  });

  test("by breaking down: 503 with when to come back, the slug is free, and what was left is forgotten", async () => {
    const session = { title: "Broken there", remote_session_id: "broken-there" };
    zoom.sandbox.interfere = (asked) =>
      isCreation(asked) ? { status: 503, headers: { "retry-after": "120" }, body: "" } : null;
    const { status, headers, body } = await coach.post(path, request(session));
    assert.deepEqual([status, body.code, headers.get("retry-after")], [503, "provider_unavailable", "120"]);
    assert.deepEqual(await tracesOf(session.title, session.remote_session_id), { sessions: [], slugs: [] });
    zoom.sandbox.interfere = null;
    await travel(zoom.server, minutes(4));
    assert.deepEqual(await intents(), []);
    const events = await zoom.server.db.query("select from events where payload->>'sessionId' is null");
    assert.deepEqual(events, []);
    assert.deepEqual(meetingsCalled(session.title), []);
  });

  test("to answer, though it made the meeting: a retry under the same key gets that very meeting", async () => {
    const session = { title: "Answer lost", remote_session_id: "answer-lost" };
    zoom.sandbox.interfere = (asked) => (isCreation(asked) ? { cut: "after" } : null);
    const lost = await coach.post(path, request(session), under("answer-lost"));
    assert.deepEqual([lost.status, lost.body.code], [503, "provider_unavailable"]);
    const [meeting] = meetingsCalled(session.title);
    assert.ok(meeting);
    zoom.sandbox.interfere = null;
    const before = zoom.creations();
    const again = await coach.post(path, request(session), under("answer-lost"));
    assert.equal(again.status, 201);
    const [{ provider_specific_details: details }] = again.body.requests;
    assert.deepEqual([details.meeting_id, details.password], [meeting.id, meeting.password]);
    assert.deepEqual([zoom.creations() - before, meetingsCalled(session.title).length], [0, 1]);
    const other = { ...session, title: "Other words" };
    const reused = await coach.post(path, request(other), under("answer-lost"));
    assert.deepEqual([reused.status, reused.body.code], [422, "idempotency_key_reused"]);
    await travel(zoom.server, minutes(4));
    assert.deepEqual([meetingsCalled(session.title)[0]?.id, await intents()], [details.meeting_id, []]);
  });

  test("to answer in time, and makes the meeting later all the same: it is removed, the other one stays", async () => {
    const session = { title: "Came late", remote_session_id: "came-late" };
    zoom.sandbox.interfere = (asked) => (isCreation(asked) ? { cut: "before" } : null);
    assert.equal((await coach.post(path, request(session), under("came-late"))).status, 503);
    await settled(zoom.server);
    zoom.sandbox.interfere = null;
    const { status, body } = await coach.post(path, request(session), under("came-late"));
    assert.equal(status, 201);
    const [{ provider_specific_details: details }] = body.requests;
    const [kept] = meetingsCalled(session.title);
    assert.ok(kept);
    await createAlike(kept);
    assert.equal(meetingsCalled(session.title).length, 2);
    await travel(zoom.server, minutes(4));
    assert.deepEqual(meetingsCalled(session.title), [kept]);
    assert.equal(kept.id, details.meeting_id);
    assert.deepEqual(await intents(), []);
  });

  test("and is given up: the meeting that it made is removed, and somebody else may have the slug", async () => {
    const session = { title: "Given up", remote_session_id: "given-up" };
    zoom.sandbox.interfere = (asked) => (isCreation(asked) ? { cut: "after" } : null);
    assert.equal((await coach.post(path, request(session))).status, 503);
    zoom.sandbox.interfere = null;
    await schedule({ title: "Somebody else", remote_session_id: "given-up" });
    await travel(zoom.server, minutes(4));
    assert.deepEqual(meetingsCalled("Given up"), []);
    assert.equal(meetingsCalled("Somebody else").length, 1);
    assert.deepEqual(await intents(), []);
  });
});

/** As Zoom would make it of the same request, once more. */
async function createAlike({ topic, agenda }: { topic: string; agenda: string }): Promise<void> {
  const { url, credentials } = zoom.sandbox;
  const { accountId, clientId, clientSecret } = credentials;
  const authorization = `Basic ${btoa(`${clientId}:${clientSecret}`)}`;
  const oauth = `${url}/oauth/token?grant_type=account_credentials&account_id=${accountId}`;
  const given = await fetch(oauth, { method: "POST", headers: { authorization } });
  const { access_token } = (await given.json()) as { access_token: string };
  const headers = { authorization: `Bearer ${access_token}`, "content-type": "application/json" };
  const body = JSON.stringify({ topic, agenda, type: 2 });
  const made = await fetch(`${url}/v2/users/me/meetings`, { method: "POST", headers, body });
  assert.equal(made.status, 201);
}

describe("many at once", () => {
  test("twenty retries under one key make one meeting and one session, and later ones only read the answer", async () => {
    const body = request({ title: "Under one key" });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => coach.post(path, body, under("one-key"))),
    );
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      assert.deepEqual([answer.status, answer.body.code], [409, "request_in_progress"]);
    }
    const before = zoom.sandbox.requests.length;
    const replayed = await coach.post(path, body, under("one-key"));
    assert.deepEqual([replayed.status, replayed.headers.get("idempotency-replayed")], [201, "true"]);
    assert.equal(zoom.sandbox.requests.length, before);
    for (const answer of answers.filter(({ status }) => status === 201)) {
      assert.deepEqual(answer.body, replayed.body);
    }
    assert.equal(meetingsCalled("Under one key").length, 1);
    const sessions = await zoom.server.db.query("select from depositions where title = 'Under one key'");
    assert.equal(sessions.length, 1);
    assert.deepEqual(await intents(), []);
  });

  test("of ten who want one slug one gets it, and the others leave no meeting", async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        coach.post(
          path,
          request({ title: `Rival ${n}`, remote_session_id: "one-slug" }),
          under(`rival-${n}`),
        ),
      ),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, ...Array(9).fill(409)]);
    const rivals = topics().filter((topic) => topic.startsWith("Rival"));
    assert.equal(rivals.length, 1);
    const lost = answers.findIndex(({ status }) => status === 409);
    assert.equal(answers[lost]?.body.code, "remote_session_id_taken");
    const again = await coach.post(
      path,
      request({ title: `Rival ${lost}`, remote_session_id: "one-slug" }),
      under(`rival-${lost}`),
    );
    assert.deepEqual([again.status, again.headers.get("idempotency-replayed")], [409, "true"]);
  });

  test("of ten confirmations one makes the meeting", async () => {
    const organization = await zoom.server.build.organization({ selfService: false });
    const asking = await zoom.server.memberApi(organization, "Coach");
    const admin = await zoom.server.build.person({ platformAdmin: true, organizationId: organization });
    const staff = zoom.server.api(admin.token);
    const { body } = await asking.post(path, request({ title: "Confirmed by many" }));
    assert.deepEqual(meetingsCalled("Confirmed by many"), []);
    const confirm = `/api/v1/session_requests/${body.requests[0].id}/confirm`;
    const answers = await Promise.all(Array.from({ length: 10 }, () => staff.post(confirm)));
    const codes = answers.map(({ status, body: answer }) => `${status} ${answer.code ?? ""}`.trim());
    assert.equal(codes.filter((code) => code === "200").length, 1);
    for (const code of codes.filter((one) => one !== "200")) {
      assert.match(code, /^(409 conflict|422 refused_transition)$/);
    }
    assert.equal(meetingsCalled("Confirmed by many").length, 1);
    assert.equal((await staff.post(confirm)).body.code, "refused_transition");
  });

  test("a request that is declined while its meeting is made keeps none", async () => {
    const organization = await zoom.server.build.organization({ selfService: false });
    const asking = await zoom.server.memberApi(organization, "Coach");
    const admin = await zoom.server.build.person({ platformAdmin: true, organizationId: organization });
    const staff = zoom.server.api(admin.token);
    const { body } = await asking.post(path, request({ title: "Declined meanwhile" }));
    const { id } = body.requests[0];
    const isAsked = Promise.withResolvers<void>();
    zoom.sandbox.interfere = (asked) => {
      if (isCreation(asked)) isAsked.resolve();
      return null;
    };
    const [confirmed, declined] = await Promise.all([
      staff.post(`/api/v1/session_requests/${id}/confirm`),
      isAsked.promise.then(() => staff.post(`/api/v1/session_requests/${id}/decline`, { reason: "no" })),
    ]);
    assert.deepEqual([confirmed.status, declined.status].sort(), [200, 422]);
    await settled(zoom.server);
    assert.equal(meetingsCalled("Declined meanwhile").length, confirmed.status === 200 ? 1 : 0);
    assert.deepEqual(await intents(), []);
  });
});
