import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import PostalMime from "postal-mime";
import { invitation, notice } from "../../test/build-notices.ts";
import type { Effect } from "../effects/effect.ts";
import { makeMail } from "./mail.ts";
import type { Notice } from "./notice.ts";

const effect: Effect = {
  organizationId: "019a0000-0000-7000-8000-000000000002",
  id: "019a0000-0000-5000-8000-000000000003",
  channel: "email",
  kind: "mentorship.session.rescheduled",
  eventId: null,
  recipient: "address:ada@example.com",
  subjectId: "019a0000-0000-7000-8000-000000000001",
  address: "ada@example.com",
  content: null,
  attempts: 1,
  tries: 1,
  createdAt: new Date("2026-03-02T09:00:00.000Z"),
};

const letterhead = {
  from: "convene@convene.test",
  host: "convene.test",
  bounceAddress: null,
  optOutUrl: (organizationId: string, email: string) =>
    `https://convene.test/unsubscribe/${organizationId}.${encodeURIComponent(email)}`,
};

const make = (members: Partial<Notice> = {}, of: Partial<Effect> = {}) =>
  makeMail({ ...effect, ...of }, notice("ada@example.com", members), letterhead);

const headNames = (raw: string): string[] =>
  raw
    .slice(0, raw.indexOf("\r\n\r\n"))
    .split("\r\n")
    .filter((line) => !/^\s/.test(line))
    .map((line) => line.slice(0, line.indexOf(":")));

describe("a mail", () => {
  test("is the same, byte for byte, at each try", async () => {
    const calendar = invitation();
    assert.equal((await make({ calendar })).raw, (await make({ calendar }, { attempts: 7 })).raw);
  });

  test("says that a machine wrote it, and whom to answer", async () => {
    const { raw } = await make();
    const { headers, replyTo, messageId, date, to } = await PostalMime.parse(raw);
    const header = (key: string) => headers.find((one) => one.key === key)?.value;
    assert.equal(header("auto-submitted"), "auto-generated");
    assert.match(header("x-auto-response-suppress") ?? "", /OOF, AutoReply/);
    assert.deepEqual(replyTo, [{ name: "Grace Hopper", address: "grace@example.com" }]);
    assert.deepEqual(to, [{ name: "Ada Lovelace", address: "ada@example.com" }]);
    assert.equal(messageId, `<${effect.id}@convene.test>`);
    assert.equal(date, "2026-03-02T09:00:00.000Z");
  });

  test("stands with the others of its subject, and with those alone", async () => {
    const threadOf = async (of: Partial<Effect>) => {
      const { inReplyTo, references } = await PostalMime.parse((await make({}, of)).raw);
      assert.equal(inReplyTo, undefined, "it answers no mail");
      return references;
    };
    const thread = await threadOf({});
    assert.match(thread ?? "", /^<[0-9a-f]{32}@convene\.test>$/);
    assert.equal(await threadOf({ id: "019a0000-0000-5000-8000-000000000009" }), thread);
    assert.notEqual(await threadOf({ subjectId: "17" }), thread);
    assert.notEqual(await threadOf({ organizationId: "019a0000-0000-7000-8000-000000000008" }), thread);
  });

  test("can be unsubscribed from with one click where it is a reminder, and nowhere else", async () => {
    const url = letterhead.optOutUrl(effect.organizationId, "ada@example.com");
    const reminder = await make({ isReminder: true });
    assert.match(reminder.raw, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    const { headers, text, html } = await PostalMime.parse(reminder.raw);
    assert.equal(headers.find(({ key }) => key === "list-unsubscribe")?.value, `<${url}>`);
    assert.ok(text?.includes(url));
    assert.ok(html?.includes(url));
    assert.doesNotMatch((await make()).raw, /unsubscribe/i);
  });

  test("carries its invitation twice, as RFC 6047 and mail programs want it", async () => {
    for (const method of ["REQUEST", "CANCEL"] as const) {
      const { raw } = await make({ calendar: invitation({ method }) });
      assert.match(raw, /^Content-Type: multipart\/mixed;/m);
      const types = [...raw.matchAll(/^Content-Type: (.*)$/gm)].map(([, type]) => type?.trim());
      assert.deepEqual(types, [
        "multipart/mixed;",
        "multipart/alternative;",
        "text/plain; charset=utf-8",
        "text/html; charset=utf-8",
        `text/calendar; charset=utf-8; method=${method}`,
        "application/ics; name=invite.ics",
      ]);
      const { attachments } = await PostalMime.parse(raw, { attachmentEncoding: "utf8" });
      const texts = attachments.map(({ content }) => content);
      assert.equal(texts.length, 2);
      assert.equal(texts[0], texts[1]);
      const encoded = raw.split("\r\n\r\n").at(-1)?.split("\r\n--")[0] ?? "";
      const attached = Buffer.from(encoded, "base64").toString("utf8");
      assert.ok(attached.includes(`\r\nMETHOD:${method}\r\n`));
      assert.equal(String(texts[0]).trim(), attached.replaceAll("\r\n", "\n").trim());
    }
  });

  test("without an invitation is text and HTML alone", async () => {
    const { raw } = await make();
    assert.match(raw, /^Content-Type: multipart\/alternative;/m);
    assert.doesNotMatch(raw, /calendar|multipart\/mixed/);
  });

  test("has no more headers, whatever stands in it", async () => {
    const names = headNames((await make()).raw);
    const hostile = fc.oneof(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.constantFrom(
        "Hello\r\nBcc: eve@example.com\r\n\r\n<b>body</b>",
        'Ada" <eve@example.com>, "',
        "=?utf-8?q?=0D=0ABcc:_eve@example.com?=",
        "a\u202egnp.exe\u2066 \u2028 \u0000 \ud800",
        "題名 ".repeat(200),
        "عنوان طويل",
        "👩‍👩‍👧‍👦".repeat(100),
        "x".repeat(5000),
      ),
    );
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (title, name) => {
        const to = { kind: "address", id: "1", email: "ada@example.com", name } as const;
        const replyTo = { name, email: "grace@example.com" };
        const { raw } = await make({ title, to, from: name, replyTo, paragraphs: [title] });
        assert.ok(Buffer.from(raw, "latin1").every((byte) => byte < 0x80));
        for (const line of raw.split("\r\n")) {
          assert.ok(line.length <= 998);
          assert.doesNotMatch(line, /[\r\n]/);
        }
        assert.deepEqual(headNames(raw), names);
        const parsed = await PostalMime.parse(raw);
        assert.deepEqual(
          [parsed.from, ...(parsed.to ?? []), ...(parsed.replyTo ?? [])].map((one) => one?.address),
          ["convene@convene.test", "ada@example.com", "grace@example.com"],
        );
        assert.doesNotMatch(parsed.subject ?? "", /[\u202a-\u202e\u2066-\u2069\r\n]/);
        assert.ok([...(parsed.subject ?? "")].length <= 200);
      }),
      { numRuns: 150 },
    );
  });
});

describe("a mail as HTML", () => {
  test("escapes all that comes from people, and links to the web alone", async () => {
    const text = `<script>alert("1")</script><img src=x onerror='a()'>&amp;`;
    const { html } = await make({
      title: text,
      paragraphs: [text],
      facts: [
        { label: text, value: text },
        { label: "Where", value: "javascript:alert(1)" },
      ],
      action: { label: text, url: "javascript:alert(1)" },
      from: text,
    });
    assert.doesNotMatch(html, /<script|<img|onerror='|href="javascript/i);
    assert.ok(html.includes("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;"));
  });

  test("can be read in the dark and without images, and wraps long words", async () => {
    const { html } = await make();
    assert.match(html, /<meta name="color-scheme" content="light dark">/);
    assert.match(html, /@media \(prefers-color-scheme: dark\)/);
    assert.doesNotMatch(html, /<img|url\(|<link|@import/);
    assert.match(html, /overflow-wrap:anywhere/);
  });

  test("leaves the direction of each text to the text", async () => {
    const { html } = await make({ title: "جلسة الإرشاد" });
    assert.match(html, /<h1 dir="auto"[^>]*>جلسة الإرشاد<\/h1>/);
  });
});

describe("a mail as plain text", () => {
  test("says the same, in lines that fit a window", async () => {
    const { text } = await make({ paragraphs: [`${"word ".repeat(60)}end`, "one\ntwo"], isReminder: true });
    for (const line of text.split("\n")) assert.ok(line.length <= 74 || /https?:/.test(line), line);
    for (const part of [
      "Session moved",
      "When: Monday, 2 March 2026",
      "one\ntwo",
      "Open the session:\nhttps://",
    ]) {
      assert.ok(text.includes(part), part);
    }
  });
});
