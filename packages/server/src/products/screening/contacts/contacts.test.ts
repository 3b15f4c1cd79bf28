import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newId } from "#kernel/ids.ts";
import { createScreeningBuilders } from "../../../../test/build-screening.ts";
import { startTestServer, type TestServer } from "../../../../test/server.ts";
import type { Question } from "../questions.ts";

let server: TestServer;
let screening: ReturnType<typeof createScreeningBuilders>;
before(async () => {
  server = await startTestServer();
  screening = createScreeningBuilders(server);
});
after(() => server.close());

const ask = (key: string, type: Question["type"]): Question => ({ key, label: key, type, required: false });
const questions = [ask("fullName", "short_text"), ask("mail", "email"), ask("mobile", "phone")];

async function workflow() {
  const organization = await server.build.organization();
  const { id: workflowTemplateId } = await screening.template(organization, { questions });
  const coach = await server.memberApi(organization, "Coach");
  return { organization, workflowTemplateId, coach };
}

/** A session with this submission, ready to be finished, and what finishes it. */
async function ready(
  { organization, workflowTemplateId }: Awaited<ReturnType<typeof workflow>>,
  submission: object,
) {
  const token = newId();
  const contactId = await screening.contact(organization);
  const options = { workflowTemplateId, contactId, submission, token, status: "active" } as const;
  const id = await screening.session(organization, options);
  const finish = () => server.api(token).post(`/api/public/screening-sessions/${id}/finish`);
  return { id, contactId, finish };
}

test("a prospect of whom nothing was known becomes a contact with what the answers tell", async () => {
  const home = await workflow();
  const submission = { fullName: "Jane Smith", mail: "Jane@Example.com", mobile: "+1 555 010 9999" };
  const { id, contactId, finish } = await ready(home, submission);
  assert.equal((await finish()).status, 200);
  assert.equal((await home.coach.get(`/api/v1/sessions/${id}`)).body.contactId, contactId);
  const { status, body } = await home.coach.get(`/api/v1/contacts/${contactId}`);
  assert.equal(status, 200);
  assert.deepEqual(body, {
    id: contactId,
    email: "Jane@Example.com",
    phone: "+1 555 010 9999",
    name: "Jane Smith",
    createdAt: "2026-03-02T09:00:00Z",
    updatedAt: "2026-03-02T09:00:00Z",
    erasedAt: null,
  });
  assert.deepEqual(await screening.eventsOf(contactId), ["screening.contact.changed"]);
});

test("a prospect who is known by e-mail address joins the contact, whose own facts stay", async () => {
  const home = await workflow();
  const first = await ready(home, { mail: "jane@example.com", mobile: "12345" });
  await first.finish();
  const second = await ready(home, { fullName: "Jane", mail: "JANE@example.com", mobile: "99999" });
  await second.finish();
  const { body } = await home.coach.get(`/api/v1/sessions?contactId=${first.contactId}`);
  assert.equal(body.pagination.total, 2);
  const contact = (await home.coach.get(`/api/v1/contacts/${first.contactId}`)).body;
  assert.deepEqual([contact.email, contact.phone, contact.name], ["jane@example.com", "12345", "Jane"]);
  assert.equal((await home.coach.get(`/api/v1/contacts/${second.contactId}`)).status, 404);
  assert.deepEqual(await screening.eventsOf(second.contactId), ["screening.contact.merged"]);
  const [completed] = await server.db.query(
    "select payload from events where subject_id = $1 and type = 'screening.session.completed'",
    [second.id],
  );
  assert.equal(completed?.payload.contactId, first.contactId);
});

test("the same address in another organization is another contact", async () => {
  const [home, abroad] = [await workflow(), await workflow()];
  const sessions = [
    await ready(home, { mail: "jane@example.com" }),
    await ready(abroad, { mail: "jane@example.com" }),
  ];
  for (const { finish } of sessions) assert.equal((await finish()).status, 200);
  const [mine, theirs] = sessions;
  assert.equal((await home.coach.get(`/api/v1/contacts/${mine?.contactId}`)).status, 200);
  assert.equal((await home.coach.get(`/api/v1/contacts/${theirs?.contactId}`)).status, 404);
});

test("twenty sessions that finish at once with one address have one contact", async () => {
  const home = await workflow();
  const sessions = [];
  for (let index = 0; index < 20; index += 1) {
    sessions.push(await ready(home, { mail: "crowd@example.com" }));
  }
  const answers = await Promise.all(sessions.map(({ finish }) => finish()));
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
  const { body } = await home.coach.get("/api/v1/contacts?email=Crowd@Example.com");
  assert.equal(body.pagination.total, 1);
  const listed = await home.coach.get(`/api/v1/sessions?contactId=${body.data[0].id}`);
  assert.equal(listed.body.pagination.total, 20);
  assert.equal((await home.coach.get("/api/v1/contacts")).body.pagination.total, 1);
});

/** Who a session turned out to be, of sessions that are finished one after another with these answers. */
async function contactsOf(home: Awaited<ReturnType<typeof workflow>>, ...submissions: object[]) {
  const sessions = [];
  for (const submission of submissions) {
    const session = await ready(home, submission);
    assert.equal((await session.finish()).status, 200);
    sessions.push(session);
  }
  const answers = await Promise.all(sessions.map(({ id }) => home.coach.get(`/api/v1/sessions/${id}`)));
  const ids: string[] = answers.map(({ body }) => body.contactId);
  return ids.map((id) => ids.indexOf(id));
}

test("who gives no address is known by their number, however it is written, and by the address before it", async () => {
  const home = await workflow();
  const found = await contactsOf(
    home,
    { mobile: "+49 30 123456" },
    { mobile: "0049 (30) 12-34.56" },
    { fullName: "Jane", mail: "jane@example.com", mobile: "+1 555 010 9999" },
    { fullName: "jane", mobile: "001 555 0109999" },
    { mail: "jane@example.com", mobile: "+49 30 123456" },
  );
  assert.deepEqual(found, [0, 0, 2, 2, 2]);
});

test("a number alone joins nobody whose name or address is another, nor one of several who have it", async () => {
  const home = await workflow();
  const number = { mobile: "+1 555 010 1234" };
  const found = await contactsOf(
    home,
    { fullName: "Jane", ...number },
    { fullName: "John", ...number },
    // Whoever claims the number with an address of their own is not told what is decided on the others.
    { fullName: "Jane", mail: "stranger@example.com", ...number },
    { mobile: "(1) 555 010 1234" },
    number,
  );
  assert.deepEqual(found, [0, 1, 2, 3, 4]);
});

test("sessions that finish at once with each other's addresses and numbers come to the same, and none waits for ever", async () => {
  const home = await workflow();
  const people = [0, 1, 2].map((one) => ({ mail: `${one}@example.com`, mobile: `+1 555 010 000${one}` }));
  const sessions = [];
  for (let round = 0; round < 4; round += 1) {
    for (const one of [0, 1, 2]) {
      const [mail, mobile] = [people[one]?.mail, people[(one + round) % 3]?.mobile];
      sessions.push(await ready(home, round === 0 ? { mobile } : { mail, mobile }));
    }
  }
  const answers = await Promise.all(sessions.map(({ finish }) => finish()));
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
  for (const { mail } of people) {
    const { body } = await home.coach.get(`/api/v1/contacts?email=${mail}`);
    assert.equal(body.pagination.total, 1);
    const own = await home.coach.get(`/api/v1/sessions?contactId=${body.data[0].id}&limit=50`);
    assert.ok(own.body.pagination.total >= 3);
  }
});

test("a prospect who tells nothing stays a contact of whom nothing is known", async () => {
  const home = await workflow();
  const { contactId, finish } = await ready(home, {});
  assert.equal((await finish()).status, 200);
  const { body } = await home.coach.get(`/api/v1/contacts/${contactId}`);
  assert.deepEqual([body.email, body.phone, body.name], [null, null, null]);
  assert.deepEqual(await screening.eventsOf(contactId), []);
});

test("contacts are for Coach and up and for keys with screening:read, newest first, and none of whom nothing is known", async () => {
  const { organization, coach } = await workflow();
  const older = await screening.contact(organization, "old@example.com");
  server.clock.advance(1000);
  const newer = await screening.contact(organization, "new@example.com");
  server.clock.advance(1000);
  const unknown = await screening.contact(organization);
  assert.equal((await coach.get(`/api/v1/contacts/${unknown}`)).status, 200);
  const { body } = await coach.get("/api/v1/contacts?limit=1");
  assert.deepEqual(body.pagination, { page: 1, limit: 1, total: 2, totalPages: 2 });
  assert.deepEqual([body.data[0].id], [newer]);
  const reader = await server.build.apiKey(organization, ["screening:read"]);
  const writer = await server.build.apiKey(organization, ["screening:write"]);
  const teacher = await server.build.member(organization, "Teacher");
  for (const path of ["/api/v1/contacts", `/api/v1/contacts/${older}`]) {
    assert.equal((await server.api(reader.text).get(path)).status, 200);
    assert.equal((await server.api(writer.text).get(path)).status, 403);
    assert.equal((await server.api(teacher.token).get(path)).status, 403);
    assert.equal((await server.api().get(path)).status, 401);
  }
  assert.equal((await coach.get("/api/v1/contacts?email=nobody")).status, 422);
  assert.equal((await coach.get("/api/v1/contacts/17")).status, 422);
});
