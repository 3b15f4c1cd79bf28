import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { days, minutes } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { visit } from "../../../../../test/form-visitor.ts";
import { begin, onlySession, publish, questions } from "../../../../../test/questionnaire.ts";
import { startTestServer, type TestServer } from "../../../../../test/server.ts";

let server: TestServer;
before(async () => {
  server = await startTestServer();
});
after(() => server.close());

test("a questionnaire is answered by forms alone: a branch, a change, a skip, a refusal, and the end", async () => {
  const template = await publish(server, { completion: "We will\nwrite." });
  const { visitor, first } = await begin(server, template.path);
  assert.match(first.text, /Question 1 of about 7/);
  assert.match(
    first.html,
    /<input id="answer" name="value" type="text"[^>]* autocomplete="name" required autofocus>/,
  );
  await visitor.submit({ value: " Jane Smith " });
  const refused = await visitor.submit({ value: "jane" });
  assert.equal(refused.status, 422);
  assert.match(
    refused.html,
    /value="jane"[^>]*aria-describedby="fault help" aria-invalid="true" required autofocus/,
  );
  assert.match(
    refused.html,
    /<a href="#answer">Please give an e-mail address such as name@example.com.<\/a>/,
  );
  assert.match(refused.html, /<title>Problem: /);
  assert.equal((await visitor.open(`${template.path}/answers`)).path, template.path);
  await visitor.submit({ value: "jane@example.com" });
  assert.match((await visitor.submit({ value: "2000.005" })).text, /a number between 0 and 2,000/);
  const skipped = await visitor.submit({ skip: "yes" });
  assert.match(skipped.html, /<fieldset><legend class="question">.*Do you have pets\?/s);
  const which = await visitor.submit({ value: "true" });
  assert.match(which.text, /What rent can you pay\? No answer Change/);
  assert.match(
    (await visitor.submit({ value: ["Cat", "Dog", "Snake"] })).text,
    /choose from what is offered/,
  );
  await visitor.submit({ value: ["Cat", "Dog"] });
  await visitor.submit({ value: "Two" });
  const check = await visitor.submit({ value: "2026-04-01" });
  assert.match(
    check.text,
    /Check your answers.*Which ones\? Cat, Dog Change.*From when\? April 1, 2026 Change/,
  );
  const changing = await visitor.open(`${template.path}?change=pets`);
  assert.match(changing.html, /value="true" id="answer" checked/);
  const changed = await visitor.submit({ value: "false" });
  assert.doesNotMatch(changed.text, /Which ones/);
  await visitor.open(`${template.path}?change=rent`);
  await visitor.submit({ value: "950.5" });
  const done = await visitor.submit({}, { action: "/finish" });
  assert.match(done.html, /We will\nwrite\./);
  assert.match(done.text, /The decision will be sent to jane@example.com.*See what becomes of it/);
  const session = await onlySession(template);
  assert.deepEqual(
    [session.status, session.submission],
    [
      "completed",
      {
        fullName: "Jane Smith",
        email: "jane@example.com",
        rent: 950.5,
        pets: false,
        rooms: "Two",
        from: "2026-04-01",
      },
    ],
  );
  assert.equal((await visitor.open(`${template.path}?change=rooms`)).text, done.text);
});

test("a required question is not left out, and a form from a page that is out of date changes nothing", async () => {
  const template = await publish(server);
  const { visitor } = await begin(server, template.path);
  for (const value of ["", "   "]) {
    const { status, text } = await visitor.submit({ value });
    assert.deepEqual([status, /Please answer this question/.test(text)], [422, true]);
  }
  const post = (fields: [string, string][]) =>
    visitor.post(`${template.path}/answers`, new URLSearchParams(fields));
  const sent: [string, string][][] = [
    [["key", "rooms"]],
    [
      ["key", "nothing"],
      ["value", "Cat"],
    ],
    [["value", "Cat"]],
    [
      ["key", "fullName"],
      ["key", "email"],
      ["value", "x"],
    ],
  ];
  for (const fields of sent) {
    const { status, path } = await post(fields);
    assert.ok(status === 200 || status === 422, JSON.stringify(fields));
    assert.ok(path === template.path || status === 422);
  }
  const unreadable = await post([
    ["key", "fullName"],
    ["value", "a\0b"],
  ]);
  assert.equal(unreadable.status, 422);
  assert.match((await visitor.post(`${template.path}/finish`, new URLSearchParams())).text, /Question 1/);
  assert.deepEqual((await onlySession(template)).submission, {});
});

test("an answer that disqualifies ends politely, in the author's words, and tells the API no more than expired", async () => {
  const template = await publish(server, { questions: questions.slice(5) });
  const { visitor, first } = await begin(server, template.path);
  assert.doesNotMatch(first.html, /So large/);
  const end = await visitor.submit({ value: "Nine" });
  assert.match(end.text, /Thank you for your time So large we have none\./);
  assert.doesNotMatch(end.html, /<form/);
  assert.equal((await onlySession(template)).status, "expired");
  server.clock.advance(days(1));
  assert.match((await visitor.open(template.path)).text, /So large we have none\. Fill it in once more/);
});

test("a file is sent with a plain form, kept when it is not changed, and replaced or taken back", async () => {
  const asked = [
    { key: "proof", label: "A proof", type: "file", required: true },
    { key: "more", label: "More", type: "file" },
  ];
  const template = await publish(server, { questions: asked });
  const { visitor } = await begin(server, template.path);
  const file = (name: string, content: string | Uint8Array<ArrayBuffer>) => ({
    file: new File([content], name),
  });
  const none = file("", "");
  assert.match((await visitor.submit(none)).text, /Please answer this question/);
  const refusals = [
    await visitor.submit(file("page.pdf", "<!doctype html><script>alert(1)</script>")),
    await visitor.submit(file("empty.pdf", "")),
  ];
  for (const { status, text } of refusals)
    assert.deepEqual([status, /choose a file of at most 10 MB/.test(text)], [422, true]);
  const large = await visitor.submit(file("large.txt", new Uint8Array(20 * 1024 * 1024)));
  assert.deepEqual([large.status, /That is too large/.test(large.text)], [413, true]);
  await visitor.open(template.path);
  const second = await visitor.submit(file("../<b>.pdf", "%PDF-1.7\n1 0 obj"));
  assert.match(second.text, /A proof <b>\.pdf Change/);
  await visitor.submit(file("notes.txt", "Nothing else"));
  await visitor.open(`${template.path}?change=proof`);
  await visitor.submit(none);
  await visitor.open(`${template.path}?change=more`);
  assert.match((await visitor.submit({ skip: "yes" })).text, /More No answer/);
  await visitor.submit({}, { action: "/finish" });
  const { submission } = await onlySession(template);
  assert.deepEqual([submission.proof.name, submission.proof.type], ["<b>.pdf", "application/pdf"]);
  assert.equal(submission.more, null);
});

test("a link goes on elsewhere, also when the questionnaire was renamed or takes no new sessions", async () => {
  const template = await publish(server);
  const { visitor } = await begin(server, template.path);
  const page = await visitor.submit({ value: "Jane" });
  const link = /http:\/\/convene\.test(\/c\/[^"<]+\/continue\/[^"<]+)/.exec(page.html)?.[1] ?? "";
  const elsewhere = visit(server);
  const resumed = await elsewhere.open(link);
  assert.equal(resumed.path, template.path);
  assert.match(resumed.text, /Your answers so far What is your name\? Jane Change/);
  const dead = await visit(server).open(`${link.slice(0, -1)}_`);
  const never = await visit(server).open(`${template.path}/continue/${newId()}.x`);
  assert.deepEqual([dead.status, dead.html], [404, never.html]);
  const path = `/api/v1/workflow_templates/${template.id}`;
  await template.manager.patch(path, { slug: `${template.slug}-new`, status: "draft" });
  assert.equal((await visitor.submit({ value: "jane@example.com" })).path, `${template.path}-new`);
  assert.equal((await visit(server).open(link)).path, `${template.path}-new`);
  assert.deepEqual((await onlySession(template)).submission, { fullName: "Jane", email: "jane@example.com" });
  const stranger = visit(server);
  const draft = await stranger.open(`${template.path}-new`);
  const unknown = await stranger.open("/c/there-is-no-such-thing");
  assert.deepEqual([draft.status, draft.html], [404, unknown.html]);
  await template.manager.patch(path, { status: "published" });
  const late = await visit(server).open(`${template.path}-new`);
  assert.match(late.html, /data-start/);
});

test("a time limit is said before and meanwhile, and who is late is told so and can begin again", async () => {
  const template = await publish(server, { timeLimitMinutes: 30 });
  const opened = await visit(server).open(template.path);
  assert.match(opened.text, /you have 30 minutes to answer/);
  const { visitor } = await begin(server, template.path);
  server.clock.advance(minutes(20));
  assert.match((await visitor.submit({ value: "Jane" })).text, /you had 10 minutes left/);
  server.clock.advance(minutes(10));
  const late = await visitor.submit({ value: "jane@example.com" });
  assert.match(late.text, /The time to answer is over/);
  assert.doesNotMatch(late.text, /Jane/);
  assert.match((await visitor.submit({}, { action: template.slug })).text, /Question 1 of about/);
});

test("the page speaks its reader's language: as chosen, else as the browser likes, else the template's", async () => {
  const translations = {
    de: {
      name: "Wohnungen",
      introduction: "Willkommen",
      questions: { fullName: { label: "Wie heißen Sie?" }, rent: { label: "Miete?" } },
    },
    fr: { name: "Appartements" },
  };
  const template = await publish(server, { introduction: "Welcome", translations });
  const german = await visit(server, { "accept-language": "fr;q=0, de-AT;q=0.9, en;q=0.1" }).open(
    template.path,
  );
  assert.match(german.html, /<html lang="de">.*<h1 class="title" lang="de" dir="auto">Wohnungen<\/h1>/s);
  assert.match(german.text, /Willkommen.*English.*Beginnen/);
  const french = await visit(server, { "accept-language": "fr" }).open(template.path);
  assert.match(french.html, /<html lang="en">.*<h1 class="title" lang="fr" dir="auto">Appartements/s);
  const { visitor } = await begin(server, `${template.path}?lang=de`, { "accept-language": "en" });
  assert.match((await visitor.submit({ value: "" })).text, /Bitte beantworten Sie diese Frage/);
  await visitor.submit({ value: "Jürgen" });
  await visitor.submit({ value: "j@example.com" });
  const listed = await visitor.submit({ value: "1234.5" });
  assert.match(listed.text, /Wie heißen Sie\? Jürgen Ändern.*Miete\? 1\.234,50 € Ändern/);
});
