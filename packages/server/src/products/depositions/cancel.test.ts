import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Api } from "../../../test/api.ts";
import { depositionRequest, pointersOf } from "../../../test/build-depositions.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";

let server: TestServer;
let coach: Api;

before(async () => {
  server = await startTestServer();
  coach = await server.memberApi(await server.build.organization(), "Coach");
});
after(() => server.close());

async function scheduled(remote_session_id: string): Promise<number> {
  const { body } = await coach.post(
    "/api/v1/sessions",
    depositionRequest({ session: { remote_session_id } }),
  );
  return body.requests[0].id;
}

const cancel = (slug: string, query = "") => coach.patch(`/api/v1/sessions/${slug}/cancel${query}`);
const cancellations = (id: number) =>
  server.db.query<{ payload: object; version: number }>(
    "select payload, version from events where subject_id = $1 and type = 'depositions.session.cancelled'",
    [String(id)],
  );

describe("cancelling with self-service", () => {
  test("cancels at once; again answers the same and tells nobody again", async () => {
    const id = await scheduled("once");
    const first = await cancel("once");
    assert.deepEqual([first.status, first.body.requests[0].session_state], [200, "canceled"]);
    assert.equal(first.body.requests[0].remote_session_id, "once");
    assert.equal(first.body.requests[0].cancelation_requested, null);
    const second = await cancel("once", "?cancel_without_email=true");
    assert.deepEqual(second.body, first.body);
    assert.deepEqual(await cancellations(id), [
      { payload: { sessionId: id, withoutEmail: false }, version: 2 },
    ]);
  });

  test("cancel_without_email is honoured", async () => {
    const id = await scheduled("silent");
    await cancel("silent", "?cancel_without_email=true");
    const [event] = await cancellations(id);
    assert.deepEqual(event!.payload, { sessionId: id, withoutEmail: true });
  });

  test("cancel_without_email is honoured in the body too, and true in either place is true", async () => {
    for (const [slug, query, said] of [
      ["body", "", true],
      ["either", "?cancel_without_email=true", false],
      ["neither", "?cancel_without_email=false", false],
    ] as const) {
      const id = await scheduled(slug);
      const path = `/api/v1/sessions/${slug}/cancel${query}`;
      assert.equal((await coach.patch(path, { cancel_without_email: said })).status, 200);
      const [event] = await cancellations(id);
      assert.deepEqual(event!.payload, { sessionId: id, withoutEmail: slug !== "neither" });
    }
  });

  test("other members of the body are refused, and nothing is cancelled", async () => {
    const id = await scheduled("typo");
    const body = { cancel_without_mail: true, cancel_without_email: "yes" };
    const answer = await coach.patch("/api/v1/sessions/typo/cancel", body);
    assert.equal(answer.status, 422);
    assert.deepEqual(pointersOf(answer.body), ["/cancel_without_email", "/cancel_without_mail"]);
    assert.deepEqual(await cancellations(id), []);
  });

  test("takes the addresses away, which may soon be another session's", async () => {
    const details = { video_provider: "zoom_meeting" };
    const request = depositionRequest({ session: { remote_session_id: "gone" }, details });
    const [before] = (await coach.post("/api/v1/sessions", request)).body.requests;
    assert.notEqual(before.provider_specific_details, null);
    const [session] = (await cancel("gone")).body.requests;
    assert.deepEqual(
      [session.session_url, session.provider_specific_details, session.remote_session_id],
      [null, null, "gone"],
    );
    const again = await coach.get(`/api/v1/session_requests/${session.id}`);
    assert.deepEqual(again.body.requests, [session]);
  });

  test("by the request's id is the same", async () => {
    const id = await scheduled("by-id");
    const path = `/api/v1/session_requests/${id}/cancel`;
    const first = await coach.post(path, { cancel_without_email: true });
    assert.deepEqual([first.status, first.body.requests[0].session_state], [200, "canceled"]);
    assert.deepEqual((await cancel("by-id")).body, first.body);
    assert.deepEqual(await cancellations(id), [
      { payload: { sessionId: id, withoutEmail: true }, version: 2 },
    ]);
  });

  test("an empty JSON body is no body", async () => {
    await scheduled("bodiless");
    const headers = { "content-type": "application/json" };
    const answer = await coach.send("PATCH", "/api/v1/sessions/bodiless/cancel", "", headers);
    assert.equal(answer.status, 200);
  });

  test("a cancel_without_email that is neither true nor false is named", async () => {
    await scheduled("named");
    const answer = await cancel("named", "?cancel_without_email=yes");
    assert.equal(answer.status, 422);
    assert.deepEqual(pointersOf(answer.body), ["?cancel_without_email"]);
  });

  test("ten at once cancel once", async () => {
    const id = await scheduled("many");
    const answers = await Promise.all(Array.from({ length: 10 }, () => cancel("many")));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    assert.equal((await cancellations(id)).length, 1);
  });

  test("of sessions that have had the id, the one that has it now is cancelled", async () => {
    const first = await scheduled("heir");
    await cancel("heir");
    const second = await scheduled("heir");
    const { body } = await cancel("heir");
    assert.equal(body.requests[0].id, second);
    assert.notEqual(first, second);
  });

  test("an active session can be cancelled, a completed one not", async () => {
    const active = await scheduled("active");
    const completed = await scheduled("completed");
    await server.db.query("update depositions set state = 'active' where id = $1", [active]);
    await server.db.query("update depositions set state = 'completed' where id = $1", [completed]);
    assert.equal((await cancel("active")).body.requests[0].session_state, "canceled");
    const refused = await cancel("completed");
    assert.deepEqual([refused.status, refused.body.code], [422, "refused_transition"]);
  });
});
