import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Api } from "../../../test/api.ts";
import { depositionRequest, pointersOf } from "../../../test/build-depositions.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";

let server: TestServer;
let organizationId: string;
let coach: Api;
/** A PlatformAdmin in the context of the organization. */
let staff: Api;
/** A coach of an organization with self-service, who can take slugs. */
let neighbour: Api;

before(async () => {
  server = await startTestServer();
  organizationId = await server.build.organization({ selfService: false });
  coach = await server.memberApi(organizationId, "Coach");
  staff = server.api((await server.build.person({ platformAdmin: true, organizationId })).token);
  neighbour = await server.memberApi(await server.build.organization(), "Coach");
});
after(() => server.close());

async function ask(session: Record<string, unknown> = {}, details?: Record<string, unknown>) {
  const { status, body } = await coach.post("/api/v1/sessions", depositionRequest({ session, details }));
  assert.equal(status, 201);
  return body.requests[0];
}

const eventsOf = async (id: number) =>
  (
    await server.db.query<{ type: string; version: number }>(
      "select type, version from events where subject_id = $1 and type like 'depositions.%' order by version",
      [String(id)],
    )
  ).map(({ type, version }) => `${version} ${type.replace("depositions.session.", "")}`);

describe("a request of an organization without self-service", () => {
  test("waits as initial, without address or meeting", async () => {
    const request = await ask({}, { video_provider: "zoom_meeting" });
    assert.equal(request.session_state, "initial");
    assert.equal(request.session_url, null);
    assert.equal(request.remote_session_id, null);
    assert.equal(request.provider_specific_details, null);
    assert.deepEqual(await eventsOf(request.id), ["1 requested"]);
  });

  test("is scheduled by a confirmation, which gives address and meeting", async () => {
    const { id } = await ask({ title: "Confirmed one" }, { video_provider: "zoom_meeting" });
    const { status, body } = await staff.post(`/api/v1/session_requests/${id}/confirm`);
    assert.equal(status, 200);
    const [session] = body.requests;
    assert.equal(session.session_state, "scheduled");
    assert.equal(session.remote_session_id, "confirmed-one");
    assert.equal(session.session_url, "http://convene.test/sessions/confirmed-one");
    assert.match(String(session.provider_specific_details.meeting_id), /^\d{11}$/);
    assert.deepEqual(await eventsOf(id), ["1 requested", "2 scheduled"]);
    assert.deepEqual((await coach.get(`/api/v1/session_requests/${id}`)).body, body);
  });

  test("gets the remote_session_id that it asked for, or the one that staff choose", async () => {
    const first = await ask({ remote_session_id: "Wanted one" });
    const confirmed = await staff.post(`/api/v1/session_requests/${first.id}/confirm`, {});
    assert.equal(confirmed.body.requests[0].remote_session_id, "wanted-one");
    const second = await ask({ remote_session_id: "wanted-two" });
    const chosen = await staff.post(`/api/v1/session_requests/${second.id}/confirm`, {
      remote_session_id: "Chosen Two",
    });
    assert.equal(chosen.body.requests[0].remote_session_id, "chosen-two");
  });

  test("is refused at once if the remote_session_id is taken, and at the confirmation if taken meanwhile", async () => {
    const session = { remote_session_id: "contested" };
    const { id } = await ask(session);
    assert.equal((await neighbour.post("/api/v1/sessions", depositionRequest({ session }))).status, 201);
    const late = await coach.post("/api/v1/sessions", depositionRequest({ session }));
    assert.deepEqual([late.status, late.body.code], [409, "remote_session_id_taken"]);
    const confirm = `/api/v1/session_requests/${id}/confirm`;
    const refused = await staff.post(confirm);
    assert.deepEqual([refused.status, refused.body.code], [409, "remote_session_id_taken"]);
    const other = await staff.post(confirm, { remote_session_id: "uncontested" });
    assert.deepEqual([other.status, other.body.requests[0].session_state], [200, "scheduled"]);
  });

  test("ten confirmations at once: one succeeds, the others find it scheduled", async () => {
    const { id } = await ask({ title: "Raced for" });
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => staff.post(`/api/v1/session_requests/${id}/confirm`)),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, ...Array(9).fill(422)]);
    const refused = answers.find(({ status }) => status === 422);
    assert.equal(refused!.body.code, "refused_transition");
    assert.deepEqual(await eventsOf(id), ["1 requested", "2 scheduled"]);
  });

  test("is canceled by declining, with the reason as notice", async () => {
    const { id } = await ask();
    const reason = "No reporter is free that day.\nPlease choose another.";
    const { status, body } = await staff.post(`/api/v1/session_requests/${id}/decline`, { reason });
    assert.equal(status, 200);
    assert.deepEqual([body.requests[0].session_state, body.requests[0].notice], ["canceled", reason]);
    assert.deepEqual(await eventsOf(id), ["1 requested", "2 declined"]);
    for (const verb of ["confirm", "decline"]) {
      const again = await staff.post(
        `/api/v1/session_requests/${id}/${verb}`,
        verb === "decline" ? { reason } : {},
      );
      assert.deepEqual([again.status, again.body.code], [422, "refused_transition"]);
    }
  });

  test("confirm and decline together: one of them, never both", async () => {
    const { id } = await ask({ title: "Both" });
    const [confirmed, declined] = await Promise.all([
      staff.post(`/api/v1/session_requests/${id}/confirm`),
      staff.post(`/api/v1/session_requests/${id}/decline`, { reason: "no" }),
    ]);
    assert.deepEqual([confirmed.status, declined.status].sort(), [200, 422]);
  });

  test("can be withdrawn by those who made it, without asking anybody, and by staff", async () => {
    for (const [api, title] of [
      [coach, "Withdrawn"],
      [staff, "Withdrawn for them"],
    ] as const) {
      const { id } = await ask({ title });
      const withdraw = () => api.post(`/api/v1/session_requests/${id}/cancel`);
      const first = await withdraw();
      const [session] = first.body.requests;
      assert.deepEqual([first.status, session.session_state], [200, "canceled"]);
      assert.equal(session.cancelation_requested, null);
      assert.deepEqual((await withdraw()).body, first.body);
      assert.deepEqual(await eventsOf(id), ["1 requested", "2 withdrawn"]);
      const late = await staff.post(`/api/v1/session_requests/${id}/confirm`);
      assert.deepEqual([late.status, late.body.code], [422, "refused_transition"]);
    }
  });

  test("withdrawn and confirmed together: either confirmed and then asked to cancel, or withdrawn", async () => {
    const { id } = await ask({ title: "Withdrawn in a race" });
    const [withdrawn, confirmed] = await Promise.all([
      coach.post(`/api/v1/session_requests/${id}/cancel`),
      staff.post(`/api/v1/session_requests/${id}/confirm`),
    ]);
    assert.equal(withdrawn.status, 200);
    const events = await eventsOf(id);
    assert.deepEqual(
      events,
      confirmed.status === 200
        ? ["1 requested", "2 scheduled", "3 cancelation_requested"]
        : ["1 requested", "2 withdrawn"],
    );
  });

  test("is confirmed with the hosts who are members by then, and the notice names those who are not", async () => {
    const [joined, stranger] = ["joined@example.com", "stranger@example.com"];
    const invites = [joined, stranger].map((email) => ({ email, access_level: "host" }));
    const made = await coach.post("/api/v1/sessions", depositionRequest({ invites }));
    const [request] = made.body.requests;
    assert.match(request.notice, /joined@example\.com and stranger@example\.com are not/);
    await server.build.member(organizationId, "Teacher", joined);
    const { body } = await staff.post(`/api/v1/session_requests/${request.id}/confirm`);
    const [session] = body.requests;
    assert.deepEqual(session.session_request.invites.slice(0, 2), [
      { email: joined, access_level: "host" },
      { email: stranger },
    ]);
    assert.match(session.notice, /^stranger@example\.com is not/);
    assert.deepEqual((await coach.get(`/api/v1/session_requests/${request.id}`)).body, body);
  });

  test("bad bodies of staff are named", async () => {
    const { id } = await ask();
    const cases: [string, unknown, string[]][] = [
      ["confirm", { remote_session_id: "a/b" }, ["/remote_session_id"]],
      ["confirm", { remote_session_id: null }, ["/remote_session_id"]],
      ["confirm", { slug: "x" }, ["/slug"]],
      ["confirm", null, [""]],
      ["decline", {}, ["/reason"]],
      ["decline", { reason: " \n" }, ["/reason"]],
      ["decline", undefined, [""]],
    ];
    for (const [verb, body, pointers] of cases) {
      const answer = await staff.post(`/api/v1/session_requests/${id}/${verb}`, body);
      assert.equal(answer.status, 422);
      assert.deepEqual(pointersOf(answer.body), pointers);
    }
  });
});

describe("cancelling where staff decide", () => {
  async function scheduled(slug: string): Promise<number> {
    const { id } = await ask({ remote_session_id: slug });
    assert.equal((await staff.post(`/api/v1/session_requests/${id}/confirm`)).status, 200);
    return id;
  }

  test("is asked for first; asking again tells nobody again, and the wish for silence is kept", async () => {
    const id = await scheduled("asked");
    const asked = await coach.patch("/api/v1/sessions/asked/cancel?cancel_without_email=true");
    const [session] = asked.body.requests;
    assert.equal(session.session_state, "scheduled");
    assert.equal(session.cancelation_requested, server.clock().toISOString());
    assert.deepEqual((await coach.patch("/api/v1/sessions/asked/cancel")).body, asked.body);
    const cancelled = await staff.patch("/api/v1/sessions/asked/cancel");
    assert.equal(cancelled.body.requests[0].session_state, "canceled");
    assert.deepEqual(await eventsOf(id), [
      "1 requested",
      "2 scheduled",
      "3 cancelation_requested",
      "4 cancelled",
    ]);
    const [event] = await server.db.query(
      "select payload from events where subject_id = $1 and type = 'depositions.session.cancelled'",
      [String(id)],
    );
    assert.deepEqual(event!.payload, { sessionId: id, withoutEmail: true });
  });

  test("declining the wish keeps the session; without a wish there is nothing to decline", async () => {
    const id = await scheduled("kept");
    const decline = () => staff.post(`/api/v1/session_requests/${id}/decline`, { reason: "Too late." });
    assert.equal((await decline()).body.code, "refused_transition");
    await coach.patch("/api/v1/sessions/kept/cancel");
    const [session] = (await decline()).body.requests;
    assert.equal(session.session_state, "scheduled");
    assert.equal(session.cancelation_requested, null);
    assert.equal(session.notice, "Too late.");
    assert.equal((await eventsOf(id)).at(-1), "4 cancelation_declined");
  });
});
