import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { days, minutes } from "#kernel/clock.ts";
import { createScreeningBuilders } from "../../../../test/build-screening.ts";
import { capturedMails, type ReceivedMail } from "../../../../test/mailbox.ts";
import { startTestServer, type TestServer } from "../../../../test/server.ts";
import { settled, travel } from "../../../../test/travel.ts";
import type { Question } from "../questions.ts";

let server: TestServer;
let screening: ReturnType<typeof createScreeningBuilders>;
let organizationId: string;
let count = 0;

before(async () => {
  server = await startTestServer();
  await server.another();
  screening = createScreeningBuilders(server);
  organizationId = await server.build.organization({ slug: "Example Homes" });
});
after(() => server.close());

const questions: Question[] = [
  { key: "fullName", label: "What is your name?", type: "short_text", required: true },
  { key: "email", label: "Your e-mail address?", type: "email", required: false },
];

/** A prospect who began a session, and has an address unless it is null. */
async function prospect(email: string | null = `prospect-${++count}@example.com`) {
  const { slug } = await screening.template(organizationId, { questions });
  const { body, status } = await server.api().post(`/api/public/workflows/${slug}/sessions`);
  assert.equal(status, 201);
  const id: string = body.id;
  const api = server.api(body.token);
  const path = `/api/public/screening-sessions/${id}`;
  await api.post(`${path}/answers`, { key: "fullName", value: "Jane Smith" });
  if (email) await api.post(`${path}/answers`, { key: "email", value: email });
  return { id, email: email ?? "", finish: () => api.post(`${path}/finish`) };
}

async function completed(email?: string | null) {
  const one = await prospect(email);
  assert.equal((await one.finish()).status, 200);
  return one;
}

const reviewer = () => server.memberApi(organizationId, "Coach");
async function mailsTo(email: string): Promise<ReceivedMail[]> {
  await settled(server);
  return capturedMails(server, email);
}
const subjectsTo = async (email: string) => (await mailsTo(email)).map((mail) => mail.email.subject);
const received = "Example Homes has received your answers";
const eventsOf = async (id: string) =>
  (await screening.eventsOf(id)).map((type) => type.replace("screening.session.", ""));

describe("a prospect with an address", () => {
  test("is told that the answers came in, once, also when they finish twice", async () => {
    const { email, finish } = await completed();
    await finish();
    assert.deepEqual(await subjectsTo(email), [received]);
    const [mail] = await mailsTo(email);
    assert.deepEqual(mail?.email.to?.[0]?.name, "Jane Smith");
    assert.match(mail?.header("from") ?? "", /Example Homes/);
    assert.match(
      mail?.email.text ?? "",
      /See what becomes of your answers:\nhttp:\/\/convene\.test\/status\//,
    );
  });

  test("is told the decision once, though two reviewers decide at once and again, and never the notes", async () => {
    const { id, email } = await completed();
    const [one, other] = [await reviewer(), await reviewer()];
    const decide = (api: typeof one, reviewStatus: string) =>
      api.patch(`/api/v1/sessions/${id}/review`, { reviewStatus, reviewNotes: "Weak income." });
    const answers = await Promise.all([decide(one, "denied"), decide(other, "denied")]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
    await decide(one, "approved");
    const mails = await mailsTo(email);
    assert.deepEqual(
      mails.map((mail) => mail.email.subject),
      [received, "Example Homes: your application was denied"],
    );
    assert.match(mails[1]?.email.text ?? "", /Decision: Denied/);
    for (const mail of mails) assert.doesNotMatch(mail.email.text + mail.raw, /income/i);
    const effects = await server.db.query<{ content: string }>(
      "select content from effects where subject_id = $1",
      [id],
    );
    assert.equal(effects.length, 2);
    assert.ok(effects.every(({ content }) => !/income/i.test(content)));
  });

  test("is told of an approval in these words", async () => {
    const { id, email } = await completed();
    await (await reviewer()).patch(`/api/v1/sessions/${id}/review`, { reviewStatus: "approved" });
    const [, mail] = await mailsTo(email);
    assert.equal(mail?.email.subject, "Example Homes: your application was approved");
    assert.match((mail?.email.text ?? "").replace(/\s+/g, " "), /reviewed your answers and approved your/);
  });

  test("is told at the address of the contact whom their session was merged into", async () => {
    const { email } = await completed();
    const second = await completed(email.toUpperCase());
    await settled(server);
    const rows = await server.db.query<{ recipient: string; address: string }>(
      "select recipient, address from effects where subject_id = $1",
      [second.id],
    );
    const [session] = await server.db.query<{ contact_id: string }>(
      "select contact_id from screening_sessions where id = $1",
      [second.id],
    );
    assert.deepEqual(rows, [{ recipient: `contact:${session?.contact_id}`, address: email }]);
  });
});

describe("nobody is told", () => {
  test("of a prospect without an address", async () => {
    const { id } = await completed(null);
    await (await reviewer()).patch(`/api/v1/sessions/${id}/review`, { reviewStatus: "approved" });
    await settled(server);
    const effects = await server.db.query("select from effects where subject_id = $1", [id]);
    assert.deepEqual(effects, []);
  });

  test("when the session or the address are erased before", async () => {
    const [erased, nameless] = [await prospect(), await prospect()];
    for (const one of [erased, nameless]) await one.finish();
    const first = [await subjectsTo(erased.email), await subjectsTo(nameless.email)];
    assert.deepEqual(first, [[received], [received]]);
    await server.db.query("update contacts set email = null where email = $1", [nameless.email]);
    await (await reviewer()).patch(`/api/v1/sessions/${nameless.id}/review`, { reviewStatus: "denied" });
    await server.db.query("delete from screening_sessions where id = $1", [erased.id]);
    await travel(server, days(30));
    assert.deepEqual(await subjectsTo(nameless.email), [received]);
    assert.deepEqual(await subjectsTo(erased.email), [received]);
  });
});

describe("a session that nobody reviews in time", () => {
  test("expires at the instant, once over two processes, and the prospect is told", async () => {
    const { id, email } = await completed();
    await travel(server, days(30) - minutes(1));
    assert.equal((await eventsOf(id)).at(-1), "completed");
    await travel(server, minutes(1));
    assert.equal((await eventsOf(id)).at(-1), "expired");
    await travel(server, days(1));
    const rows = await server.db.query<{ payload: { status: string }; actor_kind: string; version: number }>(
      "select payload, actor_kind, version from events where subject_id = $1 and type = 'screening.session.expired'",
      [id],
    );
    assert.equal(rows.length, 1);
    assert.deepEqual([rows[0]?.actor_kind, rows[0]?.payload.status], ["system", "completed"]);
    const [session] = await server.db.query<{ version: number; status: string }>(
      "select version, status from screening_sessions where id = $1",
      [id],
    );
    assert.deepEqual(session, { version: rows[0]?.version, status: "completed" });
    assert.deepEqual(await subjectsTo(email), [received, "Example Homes: your answers have expired"]);
  });

  test("appends one event though its timer fires many times at once", async () => {
    const { id } = await completed();
    await settled(server);
    server.clock.advance(days(30));
    const payload = JSON.stringify({ organizationId, sessionId: id });
    await server.db.query(
      "select graphile_worker.add_job('screening.expire-session', $1::json) from generate_series(1, 8)",
      [payload],
    );
    await settled(server);
    assert.equal((await eventsOf(id)).filter((type) => type === "expired").length, 1);
  });

  test("that was never finished expires too, and its prospect is told nothing", async () => {
    const { id, email } = await prospect();
    await travel(server, days(30));
    assert.equal((await eventsOf(id)).at(-1), "expired");
    assert.deepEqual(await subjectsTo(email), []);
  });

  test("reads as before, but for its version: when it was updated does not change", async () => {
    const { id } = await completed();
    await travel(server, days(30) - minutes(1));
    const api = await reviewer();
    const { body } = await api.get(`/api/v1/sessions/${id}`);
    await travel(server, minutes(2));
    assert.deepEqual((await api.get(`/api/v1/sessions/${id}`)).body, { ...body, status: "expired" });
  });

  test("reviewed before, does not expire, and has no timer any more", async () => {
    const { id, email } = await completed();
    await (await reviewer()).patch(`/api/v1/sessions/${id}/review`, { reviewStatus: "approved" });
    await settled(server);
    const timers = await server.db.query("select from graphile_worker._private_jobs where key = $1", [
      `screening.expire-session:${id}`,
    ]);
    assert.deepEqual(timers, []);
    await travel(server, days(31));
    assert.equal((await eventsOf(id)).at(-1), "reviewed");
    assert.equal((await mailsTo(email)).length, 2);
  });
});
