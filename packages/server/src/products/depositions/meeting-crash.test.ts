import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import pg from "pg";
import { minutes } from "#kernel/clock.ts";
import type { Api } from "../../../test/api.ts";
import { depositionRequest } from "../../../test/build-depositions.ts";
import { createTestClock } from "../../../test/clock.ts";
import { type Running, startCommand } from "../../../test/command.ts";
import { type DataDir, makeDataDir } from "../../../test/data-dir.ts";
import { eventually } from "../../../test/eventually.ts";
import { secrets } from "../../../test/server.ts";
import { travel } from "../../../test/travel.ts";
import { isCreation, startZoomServer, type ZoomServer } from "../../../test/zoom-server.ts";

const path = "/api/v1/sessions";
const request = (slug: string) =>
  depositionRequest({
    session: { title: `Case of ${slug}`, remote_session_id: slug },
    details: { video_provider: "zoom_meeting" },
  });

describe("a server that is killed while it schedules a session at Zoom", () => {
  let zoom: ZoomServer;
  let token: string;
  /** By way of the server that stays. */
  let coach: Api;
  const dataDirs: DataDir[] = [];

  beforeEach(async () => {
    // The other server has the machine's own clock.
    zoom = await startZoomServer(createTestClock(new Date().toISOString()));
    const { build, api } = zoom.server;
    token = (await build.member(await build.organization(), "Coach")).token;
    coach = api(token);
  });
  afterEach(async () => {
    await zoom.close();
    for (const dataDir of dataDirs.splice(0)) dataDir.remove();
  });
  async function startVictim(): Promise<Running> {
    const dataDir = makeDataDir("meeting-crash");
    dataDirs.push(dataDir);
    const { user, password, host, port, database } = zoom.server.db.connection;
    return startCommand({
      ...zoom.settings,
      DATABASE_URL: `postgres://${user}:${password}@/${database}?host=${encodeURIComponent(host)}&port=${port}`,
      ...{ PUBLIC_URL: "http://convene.test", SECRET: secrets.secret, DATA_DIR: dataDir.path },
    });
  }

  /** Sends the request, whose answer never comes. */
  function send(victim: Running, slug: string): void {
    const headers = {
      ...{ authorization: `Bearer ${token}`, "content-type": "application/json" },
      "idempotency-key": `key-${slug}`,
    };
    fetch(victim.url + path, { method: "POST", headers, body: JSON.stringify(request(slug)) }).catch(
      () => {},
    );
  }

  const retry = (slug: string) => coach.post(path, request(slug), { "idempotency-key": `key-${slug}` });
  const meetings = (slug: string) =>
    zoom.sandbox.meetings().filter(({ topic }) => topic === `Case of ${slug}`);
  const countMeetings = (slug: string) => meetings(slug).length;
  const intents = () => zoom.server.db.query<{ state: string }>("select state from meeting_intents");

  /** The other server's clock went on while this one stood still. */
  const catchUp = () => zoom.server.clock.advance(Math.max(0, Date.now() - zoom.server.clock().getTime()));

  /** Kills it after Zoom has made the meetings, and before it has heard so. */
  async function killWhileAsking(slugs: readonly string[]): Promise<void> {
    const victim = await startVictim();
    zoom.sandbox.interfere = (asked) => (isCreation(asked) ? { silence: "after" } : null);
    for (const slug of slugs) send(victim, slug);
    await eventually(async () => assert.deepEqual(slugs.map(countMeetings), [1, 1]));
    await victim.stop("SIGKILL");
    zoom.sandbox.interfere = null;
    assert.deepEqual(await intents(), [{ state: "asking" }, { state: "asking" }]);
  }

  /** Kills it when it knows of the meetings, and before their sessions are written. */
  async function killBeforeWriting(slugs: readonly string[]): Promise<void> {
    const victim = await startVictim();
    const blocker = new pg.Client(zoom.server.db.superuser);
    await blocker.connect();
    try {
      await blocker.query("begin; lock table depositions in share row exclusive mode");
      for (const slug of slugs) send(victim, slug);
      await eventually(async () => assert.deepEqual(await intents(), [{ state: "made" }, { state: "made" }]));
      await victim.stop("SIGKILL");
    } finally {
      await blocker.end();
    }
    assert.deepEqual(slugs.map(countMeetings), [1, 1]);
  }

  for (const [point, kill] of [
    ["before it has heard of the meeting", killWhileAsking],
    ["before the session is written", killBeforeWriting],
  ] as const) {
    test(`${point}: a retry gets that very meeting; without one it is removed, and its slug is free`, async () => {
      const slugs = ["retried", "given-up"].map((what) => `${what} ${point}`.replaceAll(" ", "-"));
      const [retried = "", givenUp = ""] = slugs;
      await kill(slugs);
      catchUp();
      const early = await retry(retried);
      assert.deepEqual([early.status, early.body.code], [409, "request_in_progress"]);
      const rival = depositionRequest({ session: { remote_session_id: givenUp } });
      assert.equal((await coach.post(path, rival)).status, 409);
      const before = zoom.creations();
      zoom.server.clock.advance(minutes(1));
      const answers = await Promise.all([1, 2, 3, 4].map(() => retry(retried)));
      for (const { status } of answers) assert.ok(status === 201 || status === 409, String(status));
      const { status, body } = await retry(retried);
      assert.equal(status, 201);
      const meetingId = body.requests[0].provider_specific_details.meeting_id;
      assert.deepEqual([meetings(retried).map(({ id }) => id), zoom.creations()], [[meetingId], before]);
      await travel(zoom.server, minutes(1));
      assert.equal((await coach.post(path, rival)).status, 201);
      await travel(zoom.server, minutes(5));
      assert.deepEqual([...slugs.map(countMeetings), await intents()], [1, 0, []]);
    });
  }
});
