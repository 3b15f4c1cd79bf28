import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Api } from "../../../test/api.ts";
import { depositionRequest } from "../../../test/build-depositions.ts";
import type { BuiltPerson } from "../../../test/builders.ts";
import { takeIn } from "../../../test/calendar-client.ts";
import { capturedMails, type ReceivedMail } from "../../../test/mailbox.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { settled } from "../../../test/travel.ts";
import { recomputeStarts } from "./index.ts";

let server: TestServer;
let organizationId: string;
/** Who decides. */
let staff: BuiltPerson;
let decide: Api;
let count = 0;

before(async () => {
  server = await startTestServer();
  organizationId = await server.build.organization({ selfService: false, slug: "example-inc" });
  staff = await server.build.person({ platformAdmin: true, organizationId });
  decide = server.api(staff.token);
});
after(() => server.close());

/** A request by a coach of its own, for a deponent of its own. */
async function requested() {
  const coach = await server.build.member(organizationId, "Coach");
  const { id, slug, deponent } = await requestBy(server.api(coach.token));
  return { coach, api: server.api(coach.token), id, slug, deponent };
}

async function requestBy(api: Api) {
  const slug = `asked-${++count}`;
  const deponent = `${slug}@example.com`;
  const session = { remote_session_id: slug, title: `Deposition ${count}` };
  const request = depositionRequest({
    session,
    deponent: { email: deponent },
    details: { preferred_manager: "Quartz Verbena" },
  });
  const { body, status } = await api.post("/api/v1/session_requests", request);
  assert.equal(status, 201);
  return { id: body.requests[0].id as number, slug, deponent };
}

async function mailsTo(email: string): Promise<ReceivedMail[]> {
  await settled(server);
  return capturedMails(server, email);
}
const subjectsTo = async (email: string) => (await mailsTo(email)).map((mail) => mail.email.subject);
const textOf = (mail: ReceivedMail | undefined) => (mail?.email.text ?? "").replace(/\s+/g, " ");

describe("a request of an organization without self-service", () => {
  test("is received: whoever asked and our staff are told, and nobody is invited", async () => {
    const { coach, id, deponent } = await requested();
    assert.deepEqual(await subjectsTo(coach.email), [`Request received: Deposition ${count}`]);
    const told = (await mailsTo(staff.email)).at(-1);
    assert.equal(told?.email.subject, `Session asked for: Deposition ${count} (example-inc)`);
    for (const expected of [
      `Request: ${id}`,
      "Preferred manager: Quartz Verbena",
      "Confirm or decline it.",
    ]) {
      assert.ok(textOf(told).includes(expected), textOf(told));
    }
    assert.deepEqual(await subjectsTo(deponent), []);
  });

  test("shows the organization nothing of our staff", async () => {
    const { id } = await requested();
    await settled(server);
    const effects = await server.db.query<{ address: string }>(
      "select address from effects where organization_id = $1 and subject_id = $2",
      [organizationId, String(id)],
    );
    assert.equal(effects.length, 1);
    assert.notEqual(effects[0]?.address, staff.email);
  });

  test("is confirmed by two at once: everybody is invited once, and whoever asked is told", async () => {
    const { coach, id, deponent } = await requested();
    const confirm = () => decide.post(`/api/v1/session_requests/${id}/confirm`);
    const answers = await Promise.all([confirm(), confirm()]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 422]);
    assert.deepEqual(await subjectsTo(deponent), [`Invitation: Deposition ${count}`]);
    assert.deepEqual(await subjectsTo(coach.email), [
      `Request received: Deposition ${count}`,
      `Request confirmed: Deposition ${count}`,
    ]);
  });

  test("is declined: whoever asked is told why", async () => {
    const { coach, id, deponent } = await requested();
    await decide.post(`/api/v1/session_requests/${id}/decline`, { reason: "No reporter is free." });
    const [, declined] = await mailsTo(coach.email);
    assert.equal(declined?.email.subject, `Request declined: Deposition ${count}`);
    assert.match(textOf(declined), /The reason: No reporter is free\./);
    assert.deepEqual(await subjectsTo(deponent), []);
  });

  test("is withdrawn: nobody is told", async () => {
    const { api, coach, id } = await requested();
    await settled(server);
    const before = (await mailsTo(staff.email)).length;
    await api.post(`/api/v1/session_requests/${id}/cancel`);
    assert.equal((await mailsTo(staff.email)).length, before);
    assert.deepEqual(await subjectsTo(coach.email), [`Request received: Deposition ${count}`]);
  });

  test("is moved by new time-zone rules: nobody is told, and its first invitation is the first", async () => {
    const { id, coach, deponent } = await requested();
    await settled(server);
    await server.db.query(
      "update depositions set zone_rules = '2020a', starts_at = starts_at + interval '1 hour' where id = $1",
      [id],
    );
    await recomputeStarts(server.server.database, server.clock);
    assert.deepEqual(await subjectsTo(coach.email), [`Request received: Deposition ${count}`]);
    assert.deepEqual(await subjectsTo(deponent), []);
    await decide.post(`/api/v1/session_requests/${id}/confirm`);
    const [invitation] = await mailsTo(deponent);
    assert.equal(takeIn([invitation!])?.sequence, 0);
    assert.equal(takeIn([invitation!])?.start, "2026-04-14T20:30:00.000Z");
  });

  test("of a key tells our staff, and nobody else", async () => {
    const { text } = await server.build.apiKey(organizationId, ["depositions:write"]);
    const { id } = await requestBy(server.api(text));
    const told = (await mailsTo(staff.email)).at(-1);
    assert.equal(told?.email.subject, `Session asked for: Deposition ${count} (example-inc)`);
    const effects = await server.db.query(
      "select from effects where organization_id = $1 and subject_id = $2",
      [organizationId, String(id)],
    );
    assert.equal(effects.length, 0);
  });

  test("is told no more to somebody who has left the organization", async () => {
    const { coach, id } = await requested();
    await settled(server);
    await server.db.query("delete from members where person_id = $1", [coach.id]);
    await decide.post(`/api/v1/session_requests/${id}/decline`, { reason: "No reporter is free." });
    assert.deepEqual(await subjectsTo(coach.email), [`Request received: Deposition ${count}`]);
  });
});

describe("cancelling where our staff decide", () => {
  async function scheduled() {
    const made = await requested();
    await decide.post(`/api/v1/session_requests/${made.id}/confirm`);
    await settled(server);
    const ask = () => made.api.patch(`/api/v1/sessions/${made.slug}/cancel`);
    return { ...made, ask, first: 2 };
  }

  test("tells our staff that it is asked for, once, and nobody else", async () => {
    const { ask, coach, deponent, first } = await scheduled();
    await ask();
    await ask();
    const told = (await subjectsTo(staff.email)).slice(-2);
    assert.deepEqual(told, [
      `Session asked for: Deposition ${count} (example-inc)`,
      `Cancelation asked for: Deposition ${count} (example-inc)`,
    ]);
    assert.equal((await mailsTo(coach.email)).length, first);
    assert.equal((await mailsTo(deponent)).length, 1);
  });

  test("declined, whoever asked is told why, and nobody else", async () => {
    const { ask, id, coach, deponent, first } = await scheduled();
    await ask();
    await decide.post(`/api/v1/session_requests/${id}/decline`, { reason: "The court insists." });
    const declined = (await mailsTo(coach.email))[first];
    assert.equal(declined?.email.subject, `Not cancelled: Deposition ${count}`);
    assert.match(textOf(declined), /The reason: The court insists\./);
    assert.equal((await mailsTo(deponent)).length, 1);
  });

  test("cancelled, everybody is told, and whoever asked", async () => {
    const { ask, slug, coach, deponent, first } = await scheduled();
    await ask();
    await decide.patch(`/api/v1/sessions/${slug}/cancel`);
    assert.equal((await subjectsTo(deponent))[1], `Cancelled: Deposition ${count}`);
    assert.match(textOf((await mailsTo(coach.email))[first]), /was cancelled, as you asked/);
  });

  test("asked for without e-mail, and cancelled so, nobody who is invited is written to, nor who asked", async () => {
    const { api, slug, coach, deponent, first } = await scheduled();
    await api.patch(`/api/v1/sessions/${slug}/cancel?cancel_without_email=true`);
    await decide.patch(`/api/v1/sessions/${slug}/cancel`);
    assert.equal((await mailsTo(deponent)).length, 1);
    assert.equal((await mailsTo(coach.email)).length, first);
  });
});
