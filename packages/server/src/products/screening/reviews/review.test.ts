import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { minutes } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { createScreeningBuilders } from "../../../../test/build-screening.ts";
import { startTestServer, type TestServer } from "../../../../test/server.ts";
import { openStream } from "../../../../test/streams.ts";

let server: TestServer;
let screening: ReturnType<typeof createScreeningBuilders>;
before(async () => {
  server = await startTestServer();
  screening = createScreeningBuilders(server);
});
after(() => server.close());

const reviewOf = (id: string) => `/api/v1/sessions/${id}/review`;
const approval = { reviewStatus: "approved", reviewNotes: "Strong candidate, good income verification" };

test("a completed session is approved as in the document, and the event tells of it without the notes", async () => {
  const organization = await server.build.organization();
  const coach = await server.build.member(organization, "Coach");
  const id = await screening.session(organization);
  server.clock.advance(minutes(15) + 250);
  const { status, body } = await server.api(coach.token).patch(reviewOf(id), approval);
  assert.equal(status, 200);
  const seconds = server.clock().toISOString().replace(/\.\d+/, "");
  const { reviewStatus, reviewNotes, reviewedAt, updatedAt } = body;
  assert.deepEqual({ reviewStatus, reviewNotes }, approval);
  assert.deepEqual([reviewedAt, updatedAt, body.status], [seconds, seconds, "completed"]);
  assert.deepEqual((await server.api(coach.token).get(`/api/v1/sessions/${id}`)).body, body);
  const [event] = await server.db.query("select * from events where subject_id = $1", [id]);
  assert.deepEqual(
    [event?.type, event?.actor_id, event?.version],
    ["screening.session.reviewed", coach.id, 2],
  );
  const { contactId, workflowTemplateId } = body;
  assert.deepEqual(event?.payload, { sessionId: id, contactId, workflowTemplateId, reviewStatus });
});

test("a session can be denied, with no notes, null notes or notes over several lines", async () => {
  const organization = await server.build.organization();
  const coach = await server.build.member(organization, "Coach");
  const notes = [undefined, null, "", "No.\r\nNot yet.", "é".repeat(2000)];
  const kept = [null, null, "", "No.\nNot yet.", "é".repeat(2000)];
  for (const [index, reviewNotes] of notes.entries()) {
    const id = await screening.session(organization);
    const { status, body } = await server
      .api(coach.token)
      .patch(reviewOf(id), { reviewStatus: "denied", reviewNotes });
    assert.deepEqual([status, body.reviewStatus, body.reviewNotes], [200, "denied", kept[index]]);
  }
});

test("a bad body is refused first, then an unknown session, then a second review, then the status", async () => {
  const organization = await server.build.organization();
  const api = await server.memberApi(organization, "Coach");
  const reviewed = await screening.session(organization, { reviewStatus: "denied" });
  const active = await screening.session(organization, { status: "active" });
  const outcomes = async (body: unknown) => {
    const answers = [];
    for (const id of [newId(), reviewed, active]) answers.push(await api.patch(reviewOf(id), body));
    return answers.map((answer) => [answer.status, answer.body.code]);
  };
  const unprocessable = [422, "unprocessable"];
  assert.deepEqual(await outcomes({ reviewStatus: "maybe" }), [unprocessable, unprocessable, unprocessable]);
  assert.deepEqual(await outcomes(approval), [
    [404, "not_found"],
    [409, "already_reviewed"],
    [422, "not_completed"],
  ]);
});

test("every bad member of the body is named, and bodies that are no JSON are 422", async () => {
  const organization = await server.build.organization();
  const api = await server.memberApi(organization, "Coach");
  const id = await screening.session(organization);
  const cases: [body: unknown, pointers: string[]][] = [
    [{}, ["/reviewStatus"]],
    [{ reviewStatus: null }, ["/reviewStatus"]],
    [{ reviewStatus: "pending_review" }, ["/reviewStatus"]],
    [{ reviewStatus: "Approved", reviewNotes: 1, note: "x" }, ["/note", "/reviewNotes", "/reviewStatus"]],
    [{ reviewStatus: "approved", reviewNotes: "x".repeat(2001) }, ["/reviewNotes"]],
    [{ reviewStatus: "approved", reviewNotes: "bell \u0007" }, ["/reviewNotes"]],
    [{ reviewStatus: "approved", reviewNotes: "half \ud800" }, ["/reviewNotes"]],
    [[], [""]],
    ["approved", [""]],
    [undefined, [""]],
  ];
  for (const [sent, pointers] of cases) {
    const { status, body } = await api.patch(reviewOf(id), sent);
    assert.deepEqual([status, body.code], [422, "unprocessable"], JSON.stringify(sent));
    const named = new Set(body.errors.map(({ pointer }: { pointer: string }) => pointer));
    assert.deepEqual(named, new Set(pointers), JSON.stringify(sent));
  }
  const json = { "content-type": "application/json" };
  assert.equal((await api.send("PATCH", reviewOf(id), "{", json)).status, 422);
  assert.equal((await api.send("PATCH", reviewOf(id), "{}", { "content-type": "text/plain" })).status, 415);
  assert.equal((await api.patch(reviewOf("17"), approval)).status, 422);
  const untouched = await api.get(`/api/v1/sessions/${id}`);
  assert.equal(untouched.body.reviewStatus, "pending_review");
  assert.deepEqual(await screening.eventsOf(id), []);
});

test("another organization's session is not found, and stays as it is", async () => {
  const id = await screening.session(await server.build.organization());
  const stranger = await server.build.member(await server.build.organization(), "Manager");
  assert.equal((await server.api(stranger.token).patch(reviewOf(id), approval)).status, 404);
  assert.deepEqual(await screening.eventsOf(id), []);
});

test("Coach and up review, and keys with screening:write; nobody else", async () => {
  const organization = await server.build.organization();
  const review = async (token: string | undefined) => {
    const id = await screening.session(organization);
    const { status, body } = await server.api(token).patch(reviewOf(id), approval);
    return status === 200 ? 200 : body.code;
  };
  for (const role of ["Coach", "Manager", "OrganizationAdmin"] as const) {
    assert.equal(await review((await server.build.member(organization, role)).token), 200, role);
  }
  assert.equal(await review((await server.build.apiKey(organization, ["screening:write"])).text), 200);
  const reader = await server.build.apiKey(organization, ["screening:read", "mentorship:write"]);
  assert.equal(await review(reader.text), "insufficient_scope");
  assert.equal(await review((await server.build.member(organization, "Teacher")).token), "forbidden");
  assert.equal(await review(undefined), "unauthenticated");
});

test("of twenty reviewers at once exactly one decides, and there is one event", async () => {
  const organization = await server.build.organization();
  const coach = await server.build.member(organization, "Coach");
  const id = await screening.session(organization);
  const api = server.api(coach.token);
  const verdicts = Array.from({ length: 20 }, (_, index) => (index % 2 ? "approved" : "denied"));
  const answers = await Promise.all(
    verdicts.map((reviewStatus) => api.patch(reviewOf(id), { reviewStatus, reviewNotes: reviewStatus })),
  );
  const winners = answers.filter(({ status }) => status === 200);
  const losers = answers.filter(({ status, body }) => status === 409 && body.code === "already_reviewed");
  assert.deepEqual([winners.length, losers.length], [1, 19]);
  const { body } = await api.get(`/api/v1/sessions/${id}`);
  assert.deepEqual(body, winners[0]?.body);
  assert.equal(body.reviewNotes, body.reviewStatus);
  assert.deepEqual(await screening.eventsOf(id), ["screening.session.reviewed"]);
});

test("a repeat under the same Idempotency-Key gets the same answer, conflicts included", async () => {
  const organization = await server.build.organization();
  const api = await server.memberApi(organization, "Coach");
  const id = await screening.session(organization);
  const key = { "idempotency-key": newId() };
  const first = await api.patch(reviewOf(id), approval, key);
  const second = await api.patch(reviewOf(id), approval, key);
  assert.deepEqual([first.status, second.status], [200, 200]);
  assert.deepEqual(second.body, first.body);
  assert.equal(
    (await api.patch(reviewOf(id), { reviewStatus: "denied" }, key)).body.code,
    "idempotency_key_reused",
  );
  assert.deepEqual(await screening.eventsOf(id), ["screening.session.reviewed"]);
});

test("of two reviewers at once the one who is too late is told who decided, and the stream tells everybody", async () => {
  const organization = await server.build.organization();
  const { id: workflowTemplateId } = await screening.template(organization);
  const id = await screening.session(organization, { workflowTemplateId });
  const coach = await server.build.member(organization, "Coach");
  const other = await server.build.member(organization, "Coach");
  const stream = await openStream(`${server.url}/api/events/screening/events`, {
    authorization: `Bearer ${other.token}`,
  });
  const review = (token: string) =>
    server
      .api(token)
      .patch(`/api/v1/sessions/${id}/review`, { reviewStatus: "approved", reviewNotes: "Good" });
  const answers = await Promise.all([review(coach.token), review(other.token)]);
  const [first, second] = answers[0].status === 200 ? [coach, other] : [other, coach];
  const refused = answers.find(({ status }) => status === 409)?.body;
  const when = server.clock().toISOString().replace(/\.\d+/, "");
  assert.deepEqual(
    [refused?.code, refused?.detail],
    ["already_reviewed", `it was approved by Ada Lovelace at ${when}, and a review is final`],
  );
  assert.match((await review(first.token)).body.detail, /^it was approved by you at /);
  const key = await server.build.apiKey(organization, ["screening:write"]);
  const toKey = (await review(key.text)).body.detail;
  assert.equal(toKey, `it was approved at ${when}, and a review is final`);
  const { body } = await server.api(second.token).get(`/api/v1/screening_queue/${id}`);
  assert.deepEqual(
    [body.state, body.reviewNotes, body.reviewedBy],
    ["approved", "Good", { id: first.id, name: "Ada Lovelace" }],
  );
  const documented = (await server.api(coach.token).get(`/api/v1/sessions/${id}`)).body;
  assert.equal("reviewedBy" in documented || "completedAt" in documented, false);
  const [heard] = await stream.atLeast(1);
  stream.hangUp();
  const { eventId: _, occurredAt, ...told } = heard?.data ?? {};
  assert.deepEqual(
    [heard?.name, occurredAt, told],
    [
      "queue-update",
      server.clock().toISOString(),
      {
        type: "screening.session.reviewed",
        sessionId: id,
        workflowTemplateId,
        version: 2,
        reviewStatus: "approved",
      },
    ],
  );
  const teacher = await server.memberApi(organization, "Teacher");
  assert.equal((await teacher.get("/api/events/screening/events")).status, 403);
});
