import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { days } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { visit } from "../../../../../test/form-visitor.ts";
import { capturedMails } from "../../../../../test/mailbox.ts";
import { begin, onlySession, publish, type Questionnaire } from "../../../../../test/questionnaire.ts";
import { startTestServer, type TestServer } from "../../../../../test/server.ts";
import { settled, travel } from "../../../../../test/travel.ts";

let server: TestServer;
before(async () => {
  server = await startTestServer();
});
after(() => server.close());

const questions = [
  { key: "email", label: "Your e-mail address?", type: "email", required: true },
  { key: "secret", label: "Your secret?", type: "short_text" },
];

/** Somebody who has sent their answers. */
async function finished(content: object = {}, language = "en") {
  const template = await publish(server, { questions, ...content });
  const { visitor } = await begin(server, `${template.path}?lang=${language}`);
  const email = `prospect-${newId()}@example.com`;
  await visitor.submit({ value: email });
  await visitor.submit({ value: "A hidden treasure" });
  const done = await visitor.submit({}, { action: "/finish" });
  return { template, email, visitor, link: statusLink(done.html) };
}

function statusLink(text: string): string {
  const link = /http:\/\/convene\.test(\/status\/[\w.-]+)/.exec(text)?.[1];
  assert.ok(link, `there is a link in\n${text}`);
  return link;
}

/** The paths of the links to the status page that were mailed to an address, the oldest first. */
async function mailedLinks(email: string): Promise<string[]> {
  await settled(server);
  const mails = await capturedMails(server, email);
  return mails.map((mail) => {
    assert.match(
      mail.email.html ?? "",
      new RegExp(`href="http://convene.test${statusLink(mail.email.text ?? "")}"`),
    );
    return statusLink(mail.email.text ?? "");
  });
}

async function review({ manager, ...template }: Questionnaire, reviewStatus: string): Promise<void> {
  const { id } = await onlySession({ manager, ...template });
  const reviewNotes = "Weak income.";
  assert.equal(
    (await manager.patch(`/api/v1/sessions/${id}/review`, { reviewStatus, reviewNotes })).status,
    200,
  );
}

test("a prospect's mails lead to a page that says in review and then the decision, never answers or notes", async () => {
  const { template, email, link } = await finished();
  const stranger = visit(server);
  const [first = ""] = await mailedLinks(email);
  assert.equal(first, link);
  const waiting = await stranger.open(first);
  assert.match(
    waiting.text,
    /In review.*Received on .* 2026 In review now Decision still ahead If there is no decision by/,
  );
  await review(template, "denied");
  const links = await mailedLinks(email);
  assert.deepEqual(links, [link, link]);
  const decided = await stranger.open(link);
  assert.match(decided.text, /Denied.*Received done In review done Denied on .* 2026/);
  for (const { html, headers } of [waiting, decided]) {
    assert.doesNotMatch(html, /treasure|@example|income|Change|<form|<script/);
    assert.match(headers.get("cache-control") ?? "", /no-store/);
    assert.match(headers.get("x-robots-tag") ?? "", /noindex/);
  }
  assert.equal(stranger.cookies.size, 0);
});

test("the day on which the answers came in stays when their contact is merged later", async () => {
  const { template, email, link } = await finished();
  const { manager, path } = template;
  const other = `prospect-${newId()}@example.com`;
  const { visitor } = await begin(server, path);
  await visitor.submit({ value: other });
  await visitor.submit({ value: "Another treasure" });
  await visitor.submit({}, { action: "/finish" });
  const received = async () => /Received on ([^.]*? 2026)/.exec((await visit(server).open(link)).text)?.[1];
  const day = await received();
  assert.ok(day);
  server.clock.advance(days(3));
  const idOf = async (address: string) =>
    (await manager.get(`/api/v1/contacts?email=${address}`)).body.data[0].id;
  const into = await idOf(other);
  assert.equal((await manager.post(`/api/v1/contacts/${await idOf(email)}/merge`, { into })).status, 200);
  assert.equal(await received(), day);
});

test("the page says when nothing was sent, when it ended politely, and when nobody decided in time", async () => {
  const { link, email } = await finished();
  const end = { disqualify: "We are sorry." };
  const asked = [{ key: "ok", label: "OK?", type: "yes_no", required: true, otherwise: end }];
  const polite = await publish(server, { questions: asked });
  const { visitor } = await begin(server, polite.path);
  const [cookie = ""] = visitor.cookies.values();
  const [id = "", token = ""] = cookie.split(".");
  const own = await server.api(token).get(`/api/public/screening-sessions/${id}`);
  const politeLink = statusLink(own.body.statusUrl);
  assert.match((await visit(server).open(politeLink)).text, /Not sent yet/);
  assert.match((await visitor.submit({ value: "true" })).text, /We are sorry/);
  const ended = await visit(server).open(politeLink);
  assert.match(ended.text, /Ended Your answers were not sent on/);
  assert.doesNotMatch(ended.text, /sorry/);
  await travel(server, days(31));
  assert.match(
    (await visit(server).open(link)).text,
    /Expired.*has made no decision on your answers in time/,
  );
  assert.deepEqual(await mailedLinks(email), [link, link]);
});

test("the page speaks the prospect's language", async () => {
  const { link, template, email } = await finished({ translations: { de: { name: "Wohnungen" } } }, "de");
  await review(template, "approved");
  const { html, text } = await visit(server).open(link);
  assert.match(html, /<html lang="de">/);
  assert.match(text, /^Wohnungen.*Angenommen.*am \d+\. \p{L}+ 2026/u);
  assert.deepEqual(await mailedLinks(email), [link, link]);
  const [, mail] = await capturedMails(server, email);
  assert.match(mail?.email.subject ?? "", /: Ihre Bewerbung wurde angenommen$/);
  assert.match(mail?.email.html ?? "", /<html lang="de">/);
  assert.match(mail?.email.text ?? "", /Entscheidung: Angenommen.*Gesendet an/s);
});

test("links that were never given, of another kind, or of somebody who was erased are one and the same page", async () => {
  const { link, template, email } = await finished();
  const { contactId } = await onlySession(template);
  const other = await finished();
  const [cookie = ""] = other.visitor.cookies.values();
  const id = /\/status\/([^.]+)/.exec(link)?.[1];
  const secret = link.split(".").at(-1);
  const manager = template.manager;
  assert.equal((await manager.delete(`/api/v1/contacts/${contactId}`)).status, 200);
  const never = await visit(server).open("/status/nothing");
  assert.equal(never.status, 404);
  const dead = [
    link,
    `${link}x`,
    link.toUpperCase().replace("/STATUS", "/status"),
    `/status/${id}.${other.link.split(".").at(-1)}`,
    `/status/${newId()}.${secret}`,
    `/status/${cookie}`,
    "/status/%00",
    `/c/${other.template.slug}/continue/${other.link.replace("/status/", "")}`,
  ];
  for (const path of dead) {
    const { status, html } = await visit(server).open(path);
    assert.deepEqual([status, html], [404, never.html], path);
  }
  assert.equal((await capturedMails(server, email)).length, 0);
});

test("whoever tries links one after another is slowed down", async () => {
  const german = visit(server, { "accept-language": "de--x" });
  const answers = [];
  for (let n = 0; n < 70; n += 1) answers.push(await german.open(`/status/${newId()}.x`));
  const last = answers.at(-1);
  assert.deepEqual([last?.status, /Zu viel auf einmal/.test(last?.text ?? "")], [429, true]);
});
