import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newId } from "#kernel/ids.ts";
import { lockEmail } from "#notifications/bounces-store.ts";
import { insertCapturedMail } from "#notifications/captured-mails-store.ts";
import { createScreeningBuilders } from "../../../../test/build-screening.ts";
import { capturedMails } from "../../../../test/mailbox.ts";
import { startTestServer, type TestServer } from "../../../../test/server.ts";
import { settled } from "../../../../test/travel.ts";
import type { Question } from "../questions.ts";

let server: TestServer;
let screening: ReturnType<typeof createScreeningBuilders>;
before(async () => {
  server = await startTestServer();
  screening = createScreeningBuilders(server);
});
after(() => server.close());

const questions: Question[] = [
  { key: "fullName", label: "Your name?", type: "short_text", required: false },
  { key: "mail", label: "Your address?", type: "email", required: false },
];

/** What must be nowhere once it is erased: nothing else in the database says it. */
const secret = { name: "Zebedee Quux", email: "zebedee.quux@example.com" };

async function workflow() {
  const organization = await server.build.organization();
  const { id: workflowTemplateId, slug } = await screening.template(organization, { questions });
  // A person's token would expire as well.
  const key = await server.build.apiKey(organization, ["screening:read", "screening:write", "events:read"]);
  return { organization, workflowTemplateId, slug, api: server.api(key.text) };
}

type Home = Awaited<ReturnType<typeof workflow>>;

/** Comes as a prospect, answers under Idempotency-Keys, and finishes if asked to. */
async function come({ slug, api }: Home, { name, email }: typeof secret, isFinished = true) {
  const started = await server.api().post(`/api/public/workflows/${slug}/sessions`);
  const { id, token } = started.body;
  const prospect = server.api(token);
  const path = `/api/public/screening-sessions/${id}`;
  const key = () => ({ "idempotency-key": newId() });
  await prospect.post(`${path}/answers`, { key: "fullName", value: name }, key());
  await prospect.post(`${path}/answers`, { key: "mail", value: email }, key());
  if (isFinished) assert.equal((await prospect.post(`${path}/finish`, undefined, key())).status, 200);
  const { contactId } = (await api.get(`/api/v1/sessions/${id}`)).body;
  return { id: String(id), contactId: String(contactId), prospect, path };
}

/** Where in the whole database something is said, but for what is sealed. */
async function tablesThatSay(text: string): Promise<string[]> {
  const tables = await server.db.query<{ name: string }>(`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`);
  const found = [];
  for (const { name } of tables) {
    const rows = await server.db.query(`select 1 from ${name} t where t::text ilike $1 limit 1`, [
      `%${text}%`,
    ]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

test("of an erased contact nothing is left anywhere but numbers and ids, and the receipt says so", async () => {
  const home = await workflow();
  const { api } = home;
  const reviewed = await come(home, secret);
  const pending = await come(home, secret);
  const review = { reviewStatus: "denied", reviewNotes: `${secret.name} never answers the phone` };
  const key = { "idempotency-key": newId() };
  assert.equal((await api.patch(`/api/v1/sessions/${reviewed.id}/review`, review, key)).status, 200);
  const { contactId } = reviewed;
  assert.equal(pending.contactId, contactId);
  await settled(server);
  assert.equal((await capturedMails(server)).filter(({ to }) => to === secret.email).length, 3);
  assert.ok((await tablesThatSay(secret.email)).length >= 4);
  await server.db.query(
    `insert into screening_files (organization_id, id, session_id, name, type, size, digest, content, created_at)
     values ($1, $2, $3, $4, 'image/png', 1, '', 'x', now())`,
    [home.organization, newId(), pending.id, `${secret.name}.png`],
  );
  const reviewedAt = (await api.get(`/api/v1/sessions/${reviewed.id}`)).body.reviewedAt;

  const { status, body: receipt } = await api.delete(`/api/v1/contacts/${contactId}`);
  assert.equal(status, 200);
  assert.deepEqual(
    [receipt.contactId, receipt.contactErased, receipt.reason, receipt.requestedBy.kind],
    [contactId, true, "request", "key"],
  );
  assert.deepEqual([receipt.sessions, receipt.files, receipt.mails], [2, 1, 3]);
  await settled(server);
  assert.deepEqual(await tablesThatSay(secret.email), []);
  assert.deepEqual(await tablesThatSay(secret.name), []);
  assert.deepEqual(await tablesThatSay("never answers the phone"), []);
  const origins = await server.db.query(
    "select from events where subject_id = any($1::text[]) and actor_kind = 'prospect' and (ip is not null or user_agent is not null)",
    [[reviewed.id, pending.id, contactId]],
  );
  assert.deepEqual(origins, []);

  const contact = (await api.get(`/api/v1/contacts/${contactId}`)).body;
  assert.deepEqual([contact.email, contact.phone, contact.name], [null, null, null]);
  assert.equal(contact.erasedAt, receipt.erasedAt);
  assert.equal((await api.get("/api/v1/contacts")).body.pagination.total, 0);
  const number = (await api.get(`/api/v1/sessions/${reviewed.id}`)).body;
  assert.deepEqual(
    [number.status, number.reviewStatus, number.reviewedAt, number.reviewNotes, number.submission],
    ["completed", "denied", reviewedAt, null, {}],
  );
  assert.equal((await api.get(`/api/v1/sessions/${pending.id}`)).body.status, "expired");
  assert.deepEqual((await api.get(`/api/v1/contacts/${contactId}/export`)).body.sessions[0].answers, []);
  assert.ok((await screening.eventsOf(contactId)).includes("screening.contact.erased"));
  assert.deepEqual((await screening.eventsOf(reviewed.id)).slice(-1), ["screening.session.erased"]);
  assert.deepEqual((await screening.eventsOf(pending.id)).slice(-2), [
    "screening.session.expired",
    "screening.session.erased",
  ]);

  assert.deepEqual((await api.delete(`/api/v1/contacts/${contactId}`)).body, receipt);
  const patched = await api.patch(`/api/v1/contacts/${contactId}`, { name: secret.name });
  assert.deepEqual([patched.status, patched.body.code], [409, "conflict"]);
  const decided = await api.patch(`/api/v1/sessions/${pending.id}/review`, { reviewStatus: "approved" });
  assert.deepEqual([decided.status, decided.body.code], [422, "not_completed"]);
});

test("an erased contact's running session ends, and neither it nor a finished one can be reached any more", async () => {
  const home = await workflow();
  const { id, contactId, prospect, path } = await come(home, secret, false);
  assert.equal((await home.api.delete(`/api/v1/contacts/${contactId}`)).status, 200);
  for (const answer of [
    await prospect.get(path),
    await prospect.post(`${path}/answers`, { key: "fullName", value: "Again" }),
    await prospect.post(`${path}/finish`),
  ])
    assert.deepEqual([answer.status, answer.body.code], [404, "not_found"]);
  const session = (await home.api.get(`/api/v1/sessions/${id}`)).body;
  assert.deepEqual([session.status, session.submission], ["expired", {}]);
  await settled(server);
  assert.deepEqual(await tablesThatSay(secret.email), []);
});

test("what an erased contact began and never finished is erased with it, and nobody else's", async () => {
  const home = await workflow();
  const { contactId } = await come(home, secret);
  const begun = await come(home, { ...secret, email: secret.email.toUpperCase() }, false);
  const other = await come(home, { name: "Ann", email: "ann@example.com" }, false);
  const elsewhere = await come(await workflow(), secret, false);
  assert.notEqual(begun.contactId, contactId);
  const { body: receipt } = await home.api.delete(`/api/v1/contacts/${contactId}`);
  assert.equal(receipt.sessions, 2);
  const { body: session } = await home.api.get(`/api/v1/sessions/${begun.id}`);
  assert.deepEqual([session.contactId, session.status, session.submission], [contactId, "expired", {}]);
  assert.equal((await home.api.get(`/api/v1/contacts/${begun.contactId}`)).status, 404);
  assert.equal((await begun.prospect.get(begun.path)).status, 404);
  for (const kept of [other, elsewhere]) assert.equal((await kept.prospect.get(kept.path)).status, 200);
  // Else the next test would find it.
  await elsewhere.prospect.post(`${elsewhere.path}/answers`, { key: "mail", value: null });
  await elsewhere.prospect.post(`${elsewhere.path}/answers`, { key: "fullName", value: null });
});

test("whoever comes back after their erasure is somebody new", async () => {
  const home = await workflow();
  const first = await come(home, secret);
  await home.api.delete(`/api/v1/contacts/${first.contactId}`);
  const second = await come(home, secret);
  assert.notEqual(second.contactId, first.contactId);
  assert.equal((await home.api.get(`/api/v1/contacts/${second.contactId}`)).body.email, secret.email);
  await home.api.delete(`/api/v1/contacts/${second.contactId}`);
});

test("a mail that waits for an erased contact is not sent any more", async () => {
  const home = await workflow();
  const { id, contactId } = await come(home, secret);
  await settled(server);
  await server.db.query(
    "update effects set state = 'waiting', due_at = now() + interval '1 day' where subject_id = $1",
    [id],
  );
  await home.api.delete(`/api/v1/contacts/${contactId}`);
  const effects = await server.db.query(
    "select state, content, address, outcome from effects where subject_id = $1",
    [id],
  );
  assert.deepEqual(effects, [{ state: "dropped", content: null, address: null, outcome: "erased" }]);
});

test("a mail that is on its way while its contact is erased is not captured, and its bounce is nobody's", async () => {
  const home = await workflow();
  const { id, contactId } = await come(home, secret);
  await settled(server);
  const [{ id: effectId } = { id: "" }] = await server.db.query<{ id: string }>(
    "select id from effects where subject_id = $1",
    [id],
  );
  await home.api.delete(`/api/v1/contacts/${contactId}`);
  const texts = { subject: "", text: secret.name, html: "", raw: "", attachments: [] };
  const envelope = { from: "x@example.com", to: secret.email };
  await server.server.database.asTenant(home.organization, (tx) =>
    insertCapturedMail(
      tx,
      { organizationId: home.organization, effectId, envelope, ...texts },
      server.clock(),
    ),
  );
  assert.deepEqual(await tablesThatSay(secret.email), []);
  assert.equal(await server.server.database.asSystem((tx) => lockEmail(tx, effectId)), null);
});

test("what was merged into a contact is erased with it", async () => {
  const home = await workflow();
  const [old, current] = [await come(home, secret), await come(home, { ...secret, email: "z@example.com" })];
  await settled(server);
  const merge = await home.api.post(
    `/api/v1/contacts/${old.contactId}/merge`,
    { into: current.contactId },
    { "idempotency-key": newId() },
  );
  assert.equal(merge.status, 200);
  const { body } = await home.api.delete(`/api/v1/contacts/${current.contactId}`);
  assert.deepEqual([body.sessions, body.mails], [2, 2]);
  await settled(server);
  for (const said of [secret.email, "z@example.com", secret.name])
    assert.deepEqual(await tablesThatSay(said), [], said);
});

test("answers, a finish, a review and an erasure at the same moment leave nothing behind", async () => {
  const home = await workflow();
  for (let round = 0; round < 5; round += 1) {
    const known = await come(home, secret);
    const running = await come(home, secret, false);
    const answers = await Promise.all([
      running.prospect.post(`${running.path}/finish`),
      running.prospect.post(`${running.path}/answers`, { key: "fullName", value: `${secret.name} II` }),
      home.api.delete(`/api/v1/contacts/${known.contactId}`),
      home.api.patch(`/api/v1/sessions/${known.id}/review`, {
        reviewStatus: "denied",
        reviewNotes: secret.name,
      }),
    ]);
    for (const { status } of answers) assert.ok([200, 404, 409, 422].includes(status), String(status));
    assert.equal(answers[2]?.status, 200);
    const { contactId } = (await home.api.get(`/api/v1/sessions/${running.id}`)).body;
    assert.equal((await home.api.delete(`/api/v1/contacts/${contactId}`)).status, 200);
    await settled(server);
    assert.deepEqual(await tablesThatSay(secret.email), []);
    assert.deepEqual(await tablesThatSay(secret.name), []);
  }
});

test("an erasure of a contact who is merged at the same moment is one of the two, and of nobody else", async () => {
  const home = await workflow();
  for (let round = 0; round < 4; round += 1) {
    const [one, other] = [
      await come(home, { name: "One", email: `one-${round}@example.com` }),
      await come(home, { name: "Other", email: `other-${round}@example.com` }),
    ];
    await come(home, { name: "One", email: `one-${round}@example.com` }, false);
    const answers = await Promise.all([
      home.api.post(`/api/v1/contacts/${one.contactId}/merge`, { into: other.contactId }),
      home.api.delete(`/api/v1/contacts/${one.contactId}`),
    ]);
    const statuses = answers.map(({ status }) => status).join();
    assert.ok(["200,404", "409,200"].includes(statuses), statuses);
  }
});

test("an erasure by two at once is one, with one receipt", async () => {
  const home = await workflow();
  const { contactId } = await come(home, secret);
  const erase = () => home.api.delete(`/api/v1/contacts/${contactId}`);
  const answers = await Promise.all([erase(), erase(), erase()]);
  assert.deepEqual(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size, 1);
  const { body } = await home.api.get(`/api/v1/erasure_receipts?contactId=${contactId}`);
  assert.equal(body.pagination.total, 1);
});
