import assert from "node:assert/strict";
import { once } from "node:events";
import { type ClientRequest, request } from "node:http";
import { after, before, describe, test } from "node:test";
import { newId } from "#kernel/ids.ts";
import { createScreeningBuilders } from "../../../../test/build-screening.ts";
import { eventually } from "../../../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../../../test/server.ts";
import type { Question } from "../questions.ts";
import { findFile } from "./file-store.ts";
import { fileLimits } from "./files.ts";

let server: TestServer;
let screening: ReturnType<typeof createScreeningBuilders>;
before(async () => {
  server = await startTestServer();
  screening = createScreeningBuilders(server);
});
after(() => server.close());

const questions: Question[] = [
  {
    key: "employed",
    label: "Are you employed?",
    type: "yes_no",
    required: false,
    branches: [{ when: [{ key: "employed", operator: "is", value: false }], then: { goTo: "other" } }],
  },
  { key: "payslip", label: "Your last payslip?", type: "file", required: false },
  { key: "photo", label: "A photo?", type: "file", required: false },
  { key: "plan", label: "A plan?", type: "file", required: false },
  { key: "deed", label: "The deed?", type: "file", required: false },
  { key: "other", label: "Anything else?", type: "short_text", required: false },
];

/** A prospect's session that asks for files. */
async function started() {
  const organization = await server.build.organization();
  const { slug } = await screening.template(organization, { questions });
  const { body } = await server.api().post(`/api/public/workflows/${slug}/sessions`);
  const api = server.api(body.token);
  const path = `/api/public/screening-sessions/${body.id}`;
  const id: string = body.id;
  return {
    ...{ organization, id, path, token: body.token as string },
    own: async () => (await api.get(path)).body,
    answer: (key: string, value: unknown) => api.post(`${path}/answers`, { key, value }),
    upload: (form: FormData, headers = {}) => api.send("POST", `${path}/files`, form, headers),
    /** What is stored, whether or not an answer says so. */
    files: () =>
      server.db.query<{ id: string; name: string }>(
        "select id, name from screening_files where session_id = $1 order by created_at, id",
        [id],
      ),
  };
}

function form(key: string, content: Uint8Array | string, name: string): FormData {
  const filled = new FormData();
  filled.append("key", key);
  filled.append("file", new Blob([content], { type: "application/x-whatever" }), name);
  return filled;
}

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
describe("a file", () => {
  test("is the answer to its question, kept with its organization, and gone with the answer", async () => {
    const { organization, id, own, answer, upload, files } = await started();
    const { status, body } = await upload(form("payslip", pdf, "payslip.pdf"));
    assert.equal(status, 200);
    const { payslip } = body.submission;
    assert.deepEqual(payslip, {
      id: payslip.id,
      name: "payslip.pdf",
      type: "application/pdf",
      size: pdf.length,
    });
    assert.deepEqual(await own(), body);
    const stored = await server.server.database.asTenant(organization, (tx) =>
      findFile(tx, organization, payslip.id),
    );
    assert.deepEqual([stored?.content, stored?.sessionId], [pdf, id]);
    const foreign = await server.build.organization();
    const unseen = await server.server.database.asTenant(foreign, (tx) =>
      findFile(tx, organization, payslip.id),
    );
    assert.equal(unseen, null);

    const replaced = await upload(form("payslip", png, "payslip.png"));
    assert.equal(replaced.body.submission.payslip.type, "image/png");
    assert.deepEqual(await files(), [{ id: replaced.body.submission.payslip.id, name: "payslip.png" }]);
    await upload(form("photo", png, "me.png"));
    await answer("photo", null);
    assert.equal((await files()).length, 1);
    const pruned = await answer("employed", false);
    assert.deepEqual(pruned.body.submission, { employed: false });
    assert.deepEqual(await files(), []);
    const rows = await server.db.query("select payload from events where subject_id = $1", [id]);
    assert.doesNotMatch(JSON.stringify(rows), /payslip\.|image\/png/);
  });

  test("sent again is no change; under one Idempotency-Key another one is refused", async () => {
    const { id, own, upload, files } = await started();
    const key = { "idempotency-key": newId() };
    const first = await upload(form("payslip", pdf, "payslip.pdf"), key);
    assert.deepEqual((await upload(form("payslip", pdf, "payslip.pdf"), key)).body, first.body);
    const other = await upload(form("payslip", png, "payslip.pdf"), key);
    assert.deepEqual([other.status, other.body.code], [422, "idempotency_key_reused"]);
    await Promise.all(Array.from({ length: 3 }, () => upload(form("payslip", pdf, "payslip.pdf"))));
    assert.deepEqual((await own()).submission, first.body.submission);
    assert.equal((await files()).length, 1);
    assert.equal((await screening.eventsOf(id)).length, 2);
  });
});

describe("what is no upload", () => {
  test("is refused with what is wrong, and leaves nothing", async () => {
    const { own, answer, upload, files, path, token } = await started();
    await answer("employed", false);
    const fileFirst = new FormData();
    fileFirst.append("file", new Blob([pdf]), "a.pdf");
    fileFirst.append("key", "payslip");
    const noFile = new FormData();
    noFile.append("key", "payslip");
    const cases: [FormData, pointer: string][] = [
      [form("nothing", pdf, "a.pdf"), "/key"],
      [form("__proto__", pdf, "a.pdf"), "/key"],
      [form("constructor", pdf, "a.pdf"), "/key"],
      [form("other", pdf, "a.pdf"), "/key"],
      [form("payslip", pdf, "a.pdf"), "/key"],
      [fileFirst, "/key"],
    ];
    for (const [sent, pointer] of cases) {
      const { status, body } = await upload(sent);
      assert.deepEqual([status, body.errors?.[0].pointer], [422, pointer]);
    }
    await answer("employed", true);
    for (const sent of [noFile, form("payslip", "<html>", "a.pdf"), form("payslip", "", "a.pdf")]) {
      assert.equal((await upload(sent)).body.errors[0].pointer, "/file");
    }
    const value = await answer("payslip", "a.pdf");
    assert.deepEqual([value.status, value.body.errors[0].pointer], [422, "/value"]);
    const api = server.api(token);
    const json = await api.post(`${path}/files`, { key: "payslip" });
    assert.deepEqual([json.status, json.body.code], [415, "unsupported_media_type"]);
    const broken = { "content-type": "multipart/form-data; boundary=x" };
    const half = '--x\r\ncontent-disposition: form-data; name="key"\r\n\r\npayslip\r\n--x\r\ncontent-disp';
    const evil = '--x\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\nx\r\n--x--\r\n';
    for (const sent of [half, evil, "nonsense", "--x--"]) {
      const { status } = await api.send("POST", `${path}/files`, sent, broken);
      assert.equal(status, 422, sent);
    }
    assert.deepEqual([(await own()).submission, await files()], [{ employed: true }, []]);
  });

  test("is another's session, or one that is over: not found, or refused, as for answers", async () => {
    const [jane, john] = [await started(), await started()];
    const asJohn = server.api(john.token);
    const { status, body } = await asJohn.send(
      "POST",
      `${jane.path}/files`,
      form("payslip", pdf, "a.pdf"),
      {},
    );
    assert.deepEqual([status, body.detail], [404, "session not found"]);
    await jane.upload(form("payslip", pdf, "a.pdf"));
    await server.api(jane.token).post(`${jane.path}/finish`);
    assert.equal((await jane.upload(form("payslip", pdf, "a.pdf"))).status, 200);
    const late = await jane.upload(form("payslip", png, "a.png"));
    assert.deepEqual([late.status, late.body.code], [422, "refused_transition"]);
    assert.equal((await jane.files()).length, 1);
  });
});

describe("too much", () => {
  /** A PDF of so many bytes. */
  const large = (bytes: number) => Buffer.concat([pdf, Buffer.alloc(bytes - pdf.length, 1)]);

  test("in one file is 413, whether or not its size was said before, and the connection goes on", async () => {
    const { own, upload, path, token } = await started();
    assert.equal((await upload(form("payslip", large(fileLimits.each), "large.pdf"))).status, 200);
    const { submission } = await own();
    const refused = await upload(form("payslip", large(2 * fileLimits.each), "larger.pdf"));
    assert.deepEqual([refused.status, refused.body.code], [413, "body_too_large"]);
    assert.match(refused.body.detail, /10 MiB/);
    const sent = send(path, token);
    sent.write(Buffer.from(head));
    sent.end(large(fileLimits.each + 100_000));
    const [answered] = await once(sent, "response");
    assert.equal(answered.statusCode, 413);
    answered.resume();
    assert.deepEqual((await own()).submission, submission);
  });

  test("in all files of a session is refused, and a smaller one in place of a large one is not", async () => {
    const { organization, id, upload, files } = await started();
    for (let count = 0; count < 2; count += 1) {
      await server.db.query(
        `insert into screening_files (organization_id, id, session_id, name, type, size, digest, content, created_at)
         values ($1, $2, $3, 'a.txt', 'text/plain', $4::int, '', convert_to(repeat('x', $4::int), 'UTF8'), now())`,
        [organization, newId(), id, fileLimits.each],
      );
    }
    assert.equal((await upload(form("plan", large(fileLimits.each), "large.pdf"))).status, 200);
    const fourth = await upload(form("deed", pdf, "deed.pdf"));
    assert.deepEqual([fourth.status, fourth.body.errors[0].pointer], [422, "/file"]);
    assert.match(fourth.body.detail, /30 MiB/);
    assert.equal((await upload(form("plan", pdf, "plan.pdf"))).status, 200);
    assert.equal((await upload(form("deed", pdf, "deed.pdf"))).status, 200);
    // What was no answer of the session went with the large one.
    assert.equal((await files()).length, 2);
  });

  test("at once from one address waits its turn", async () => {
    const { upload, path, token } = await started();
    const slow = Array.from({ length: 4 }, () => {
      const sent = send(path, token);
      sent.on("error", () => {});
      sent.write(Buffer.from(head));
      return sent;
    });
    await eventually(async () => assert.deepEqual([...server.server.app.uploads.values()], [4]));
    const fifth = await upload(form("payslip", pdf, "a.pdf"));
    assert.deepEqual([fifth.status, fifth.headers.get("retry-after")], [429, "1"]);
    for (const sent of slow) sent.destroy();
    await eventually(async () => assert.equal((await upload(form("payslip", pdf, "a.pdf"))).status, 200));
  });

  test("of forms without a file yet, or from strangers, takes nobody's place", async () => {
    const { upload, path, token } = await started();
    const slow = ["made-up", token].flatMap((bearer) =>
      Array.from({ length: 4 }, () => {
        const sent = send(path, bearer);
        sent.on("error", () => {});
        sent.write("--x\r\n");
        return sent;
      }),
    );
    await Promise.all(slow.map((sent) => once(sent, "socket")));
    assert.equal((await upload(form("payslip", pdf, "a.pdf"))).status, 200);
    for (const sent of slow) sent.destroy();
  });

  test("beside the file is 413, however it is divided", async () => {
    const { path, token } = await started();
    const sent = send(path, token);
    sent.on("error", () => {});
    for (let count = 0; count < 20; count += 1) {
      sent.write(`--x\r\ncontent-disposition: form-data; name="f${count}"\r\n\r\n${"v".repeat(4000)}\r\n`);
    }
    const [answered] = await once(sent, "response");
    assert.equal(answered.statusCode, 413);
    answered.resume();
    sent.destroy();
  });

  test("is not what a phone with 50 KB a second sends: the largest file has time to come", () => {
    const seconds = server.server.app.server.requestTimeout / 1000;
    assert.ok(seconds * 50_000 > fileLimits.each);
  });

  const head = `--x\r\ncontent-disposition: form-data; name="key"\r\n\r\npayslip\r\n--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n${pdf}`;
  const send = (path: string, token: string): ClientRequest =>
    request(`${server.url}${path}/files`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "multipart/form-data; boundary=x" },
    });
});
