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

const questions: Question[] = [
  { key: "mail", label: "Your address?", type: "email", required: false },
  { key: "pets", label: "Any pets?", type: "short_text", required: false },
];

async function workflow() {
  const organization = await server.build.organization();
  const { id: workflowTemplateId } = await screening.template(organization, { questions });
  const manager = await server.memberApi(organization, "Manager");
  return { organization, workflowTemplateId, manager };
}

const path = (id: string, rest = "") => `/api/v1/contacts/${id}${rest}`;

async function contact(
  organization: string,
  { email = null, phone = null, name = null }: Partial<Record<"email" | "phone" | "name", string | null>>,
): Promise<string> {
  const id = await screening.contact(organization, email);
  await server.db.query("update contacts set phone = $2, name = $3 where id = $1", [id, phone, name]);
  return id;
}

test("a Coach puts right what is known of a contact, which prospects cannot", async () => {
  const { organization } = await workflow();
  const coach = await server.memberApi(organization, "Coach");
  const id = await contact(organization, { email: "jane@example.com", name: "Jane" });
  const changes = { name: "  Jane Smith ", email: "Jane.Smith@Example.com", phone: " +1 (555) 010-9999 " };
  const { status, body } = await coach.patch(path(id), changes);
  assert.equal(status, 200);
  assert.deepEqual(
    [body.name, body.email, body.phone],
    ["Jane Smith", "Jane.Smith@Example.com", "+1 (555) 010-9999"],
  );
  assert.deepEqual((await coach.get(path(id))).body, body);
  assert.equal((await coach.patch(path(id), changes)).status, 200);
  assert.equal((await coach.patch(path(id), {})).status, 200);
  assert.deepEqual(await screening.eventsOf(id), ["screening.contact.changed"]);
  const forgotten = await coach.patch(path(id), { phone: null, name: null });
  assert.deepEqual([forgotten.body.phone, forgotten.body.name], [null, null]);
});

test("an address is one contact's, and what is no address, number or name is named", async () => {
  const { organization, manager } = await workflow();
  await contact(organization, { email: "taken@example.com" });
  const id = await contact(organization, {});
  const taken = await manager.patch(path(id), { email: "TAKEN@example.com" });
  assert.deepEqual([taken.status, taken.body.code], [409, "already_exists"]);
  const wrong = await manager.patch(path(id), {
    email: "nobody",
    phone: "1234",
    name: "\u0000",
    nickname: "J",
  });
  assert.equal(wrong.status, 422);
  assert.deepEqual(wrong.body.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted(), [
    "/email",
    "/name",
    "/nickname",
    "/phone",
  ]);
  assert.equal((await manager.patch(path("17"), {})).status, 422);
  assert.equal((await manager.patch(path(newId()), {})).status, 404);
});

test("contacts are found by address, number, and a part of name or address", async () => {
  const { organization, manager } = await workflow();
  const jane = await contact(organization, { email: "Jane@Example.com", name: "Jane 100% Müller" });
  const john = await contact(organization, { phone: "+49 30 123456", name: "John_Smith" });
  const found = async (query: string) => {
    const { body } = await manager.get(`/api/v1/contacts?${query}`);
    assert.equal(body.pagination.total, body.data.length);
    return body.data.map(({ id }: { id: string }) => id);
  };
  assert.deepEqual(await found("email=jane@example.COM"), [jane]);
  assert.deepEqual(await found(`phone=${encodeURIComponent("0049 30/12 34 56")}`), [john]);
  assert.deepEqual(await found("q=M%C3%9CLL"), [jane]);
  assert.deepEqual(await found("q=ane@ex"), [jane]);
  assert.deepEqual(await found("q=0%25"), [jane]);
  assert.deepEqual(await found("q=n_s"), [john]);
  assert.deepEqual(await found("q=n_S&email=jane@example.com"), []);
  for (const query of ["q=a", `q=${"a".repeat(101)}`, "phone=12", "q=%00%00"])
    assert.equal((await manager.get(`/api/v1/contacts?${query}`)).status, 422, query);
});

test("a merged contact's sessions and facts go to the other, whose own facts stay", async () => {
  const { organization, workflowTemplateId, manager } = await workflow();
  const from = await contact(organization, { email: "jane@work.example", phone: "12345", name: "J. Smith" });
  const into = await contact(organization, { name: "Jane Smith" });
  const moved = await screening.session(organization, { workflowTemplateId, contactId: from });
  const { status, body } = await manager.post(path(from, "/merge"), { into });
  assert.equal(status, 200);
  assert.deepEqual([body.email, body.phone, body.name], ["jane@work.example", "12345", "Jane Smith"]);
  assert.equal(body.id, into);
  assert.equal((await manager.get(path(from))).status, 404);
  assert.equal((await manager.get(`/api/v1/sessions/${moved}`)).body.contactId, into);
  assert.deepEqual(await screening.eventsOf(from), ["screening.contact.merged"]);
  assert.deepEqual(await screening.eventsOf(into), ["screening.contact.changed"]);
  const [merged] = await server.db.query("select payload, actor_kind from events where subject_id = $1", [
    from,
  ]);
  assert.deepEqual(merged, { payload: { contactId: from, intoContactId: into }, actor_kind: "person" });
});

test("a merge is refused into itself, into nobody, and of what was erased; under a key it happens once", async () => {
  const { organization, manager } = await workflow();
  const [one, other, gone] = [
    await contact(organization, { email: "one@example.com" }),
    await contact(organization, { email: "other@example.com" }),
    await contact(organization, { email: "gone@example.com" }),
  ];
  assert.equal((await manager.delete(path(gone))).status, 200);
  const foreign = await contact(await server.build.organization(), {});
  const refused = async (id: string, into: unknown) => {
    const { status, body } = await manager.post(path(id, "/merge"), { into });
    return [status, body.code];
  };
  assert.deepEqual(await refused(one, one.toUpperCase()), [422, "unprocessable"]);
  assert.deepEqual(await refused(one, "17"), [422, "unprocessable"]);
  for (const nobody of [foreign, newId()]) {
    assert.deepEqual(await refused(one, nobody), [404, "not_found"]);
    assert.deepEqual(await refused(nobody, one), [404, "not_found"]);
  }
  assert.deepEqual(await refused(one, gone), [409, "conflict"]);
  assert.deepEqual(await refused(gone, one), [409, "conflict"]);
  const key = { "idempotency-key": newId() };
  const first = await manager.post(path(one, "/merge"), { into: other }, key);
  const again = await manager.post(path(one, "/merge"), { into: other }, key);
  assert.deepEqual([first.status, again.status], [200, 200]);
  assert.deepEqual(again.body, first.body);
  assert.equal(first.body.email, "other@example.com");
  assert.deepEqual(await refused(one, other), [404, "not_found"]);
});

test("merges, changes and sessions that finish at the same moment lose no session and end, whatever comes first", async () => {
  const { organization, workflowTemplateId, manager } = await workflow();
  for (let round = 0; round < 5; round += 1) {
    const email = `${round}@example.com`;
    const ids = [
      await contact(organization, { email, name: "A" }),
      await contact(organization, { name: "B" }),
      await contact(organization, { name: "C" }),
    ] as const;
    const [a, b, c] = ids;
    const sessions: string[] = [];
    const finishing = [];
    for (const contactId of [undefined, undefined, b, c]) {
      const own = contactId ?? (await screening.contact(organization));
      const token = newId();
      const options = {
        workflowTemplateId,
        contactId: own,
        submission: { mail: email },
        token,
        status: "active",
      } as const;
      const id = await screening.session(organization, options);
      sessions.push(id);
      finishing.push(() => server.api(token).post(`/api/public/screening-sessions/${id}/finish`));
    }
    const answers = await Promise.all([
      ...finishing.map((finish) => finish()),
      manager.post(path(a, "/merge"), { into: b }),
      manager.post(path(c, "/merge"), { into: a }),
      manager.patch(path(b), { email: `changed-${email}` }),
    ]);
    for (const { status, body } of answers) assert.ok([200, 404, 409].includes(status), JSON.stringify(body));
    for (const { status } of answers.slice(0, finishing.length)) assert.equal(status, 200);
    for (const id of sessions) {
      const { contactId, status } = (await manager.get(`/api/v1/sessions/${id}`)).body;
      assert.equal(status, "completed");
      assert.equal((await manager.get(path(contactId))).status, 200);
    }
  }
});

test("an export has every answer under its question, the decision, and the notes apart", async () => {
  const { organization, workflowTemplateId, manager } = await workflow();
  const id = await contact(organization, { email: "jane@example.com" });
  const submission = { mail: "jane@example.com", pets: "1 <b>cat</b>" };
  const session = await screening.session(organization, { workflowTemplateId, contactId: id, submission });
  const review = { reviewStatus: "approved", reviewNotes: "A strong candidate" };
  assert.equal((await manager.patch(`/api/v1/sessions/${session}/review`, review)).status, 200);
  const { status, body, headers } = await manager.get(path(id, "/export"));
  assert.equal(status, 200);
  assert.equal(headers.get("content-disposition"), `attachment; filename="contact-${id}.json"`);
  assert.equal(body.contact.email, "jane@example.com");
  assert.deepEqual(body.pagination, { page: 1, limit: 200, total: 1, totalPages: 1 });
  const [exported] = body.sessions;
  assert.deepEqual(
    exported.answers.map(({ label, value }: Record<string, string>) => [label, value]),
    [
      ["Your address?", "jane@example.com"],
      ["Any pets?", "1 <b>cat</b>"],
    ],
  );
  assert.deepEqual([exported.reviewStatus, exported.workflowTemplate.id], ["approved", workflowTemplateId]);
  assert.equal(exported.internal.reviewNotes, "A strong candidate");
  assert.deepEqual((await manager.get(path(id, "/export?page=2"))).body.sessions, []);
});

test("who may change, merge, export and erase contacts, and whose", async () => {
  const { organization, manager } = await workflow();
  const stranger = await server.memberApi(await server.build.organization(), "OrganizationAdmin");
  const reader = await server.build.apiKey(organization, ["screening:read"]);
  const writer = await server.build.apiKey(organization, ["screening:write"]);
  const callers = {
    nobody: server.api(),
    teacher: await server.memberApi(organization, "Teacher"),
    coach: await server.memberApi(organization, "Coach"),
    reader: server.api(reader.text),
    writer: server.api(writer.text),
    stranger,
    manager,
  };
  const statuses = async (ask: (api: typeof manager, id: string) => Promise<{ status: number }>) => {
    const answers = [];
    for (const api of Object.values(callers)) {
      const id = await contact(organization, { name: "Jane" });
      answers.push((await ask(api, id)).status);
    }
    return answers;
  };
  const into = await contact(organization, {});
  assert.deepEqual(
    await statuses((api, id) => api.patch(path(id), { name: "John" })),
    [401, 403, 200, 403, 200, 404, 200],
  );
  assert.deepEqual(
    await statuses((api, id) => api.post(path(id, "/merge"), { into })),
    [401, 403, 403, 403, 200, 404, 200],
  );
  assert.deepEqual(
    await statuses((api, id) => api.get(path(id, "/export"))),
    [401, 403, 403, 200, 403, 404, 200],
  );
  assert.deepEqual(await statuses((api, id) => api.delete(path(id))), [401, 403, 403, 403, 200, 404, 200]);
});
