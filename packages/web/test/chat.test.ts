import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { questionnaire } from "../../server/src/demo/questionnaire.ts";
import { minutes } from "../../server/src/kernel/clock.ts";
import { type Chromium, startChromium } from "../../server/test/chromium.ts";
import { eventually } from "../../server/test/eventually.ts";
import { capturedMails } from "../../server/test/mailbox.ts";
import { onlySession, publish } from "../../server/test/questionnaire.ts";
import type { TestServer } from "../../server/test/server.ts";
import { settled } from "../../server/test/travel.ts";
import { phone, prospect } from "./prospect.ts";
import { startSite } from "./site.ts";

let site: TestServer;
let browser: Chromium;
before(async () => {
  [site, browser] = await Promise.all([startSite(), startChromium()]);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const { slug: _slug, ...demo } = questionnaire;
const publishDemo = () => publish(site, demo);

/** The members of the documented session, in their order. */
const documented =
  "id contactId workflowTemplateId submission status reviewStatus reviewNotes reviewedAt createdAt updatedAt expiresAt";
const membersOf = (session: object): string => Object.keys(session).join(" ");

test("on a phone: a branch, a change, no network, a reload, another device, and the decision", async () => {
  const template = await publishDemo();
  const ada = await prospect(browser, site.url + template.path, phone);
  const { page } = ada;
  await ada.reads("We are glad that you want to teach with us.");
  await ada.fits();
  const sending = page.waitForRequest((request) => request.method() === "POST");
  await ada.press("Start");
  const sent = await sending;
  assert.match(sent.postData() ?? "", /altcha=[\w%+/=]{100}/, "the start comes with a proof of work");
  await ada.asked("What is your name?");
  await ada.fits();
  assert.ok(ada.loaded() > 10_000 && ada.loaded() < 40_000, `${ada.loaded()} bytes until the first answer`);

  await ada.write("What is your name?", "Ada Lovelace");
  await ada.write("Where can we write to you?", "ada@");
  await ada.reads("Please write an e-mail address, such as name@example.com.");
  await ada.write("Where can we write to you?", "ada@example.com");
  await ada.press("Skip");
  await ada.asked("What would you like to teach?");
  await page.getByText("Languages").tap();
  await ada.asked("Which languages?");
  await ada.fits();
  await page.getByLabel("French").check();
  await page.getByLabel("German").check();
  await ada.press("Send");
  await ada.asked("Have you taught before?");
  await ada.fits();
  await ada.press("Yes");
  const session = await onlySession(template);
  assert.equal(membersOf(session), documented);
  assert.deepEqual([session.status, session.submission.languages], ["active", ["French", "German"]]);

  // Back to the branch: what it led to falls away in front of their eyes.
  await ada.asked("Whom, and for how long?");
  await ada.pressAt("What would you like to teach?", "Change");
  await page.getByText("Mathematics").tap();
  await ada.reads("Because of this change, we no longer need your answer to: Which languages?");
  await ada.asked("For which pupils?");
  assert.deepEqual(await ada.answers(), ["Ada Lovelace", "ada@example.com", "Skipped", "Mathematics", "Yes"]);
  await page.getByLabel("Adults").check();
  await ada.press("Send");
  await ada.asked("Whom, and for how long?");

  await ada.offline(true);
  await ada.reads("Offline. Go on: your answers are kept on this device and will be sent.");
  await page.getByLabel("Whom, and for how long?").fill("Adults, six years.");
  await ada.press("Send");
  await ada.asked("How many hours a week?");
  await ada.write("How many hours a week?", "41");
  await ada.reads("Please give a number of hours from 1 to 40.");
  await ada.fits();
  await ada.write("How many hours a week?", "6");
  await ada.reads("What comes next depends on your answer.");
  await ada.fits();
  await ada.offline(false);
  await ada.asked("What should an hour be paid with?");
  await ada.reads("You are online again, and everything is sent.");
  assert.equal((await onlySession(template)).submission.hours, 6);

  // The page goes while answers wait: they go out when it is back.
  await page.route("**/answers", (route) => route.abort());
  await ada.write("What should an hour be paid with?", "30.50");
  await ada.asked("When could you begin?");
  await page.unroute("**/answers");
  await page.reload();
  await ada.asked("When could you begin?");
  assert.equal((await ada.answers()).at(-1), "€30.50");
  await eventually(async () => assert.equal((await onlySession(template)).submission.pay, 30.5));

  // What is only being written stays too, where the phone drops the page.
  await page.getByLabel("When could you begin?").fill("2027-01-01");
  await page.reload();
  await ada.asked("When could you begin?");
  assert.equal(await page.getByLabel("When could you begin?").inputValue(), "2027-01-01");

  await ada.press("Continue on another device");
  await ada.fits();
  const link = await page.getByRole("textbox", { name: "Link" }).inputValue();
  const laptop = await prospect(browser, link);
  await laptop.asked("When could you begin?");
  assert.deepEqual(await laptop.answers(), await ada.answers());
  await laptop.write("When could you begin?", "2026-12-01");
  await laptop.asked("Do you have a curriculum vitae at hand?");
  await laptop.press("Skip");
  await laptop.asked("That was the last question.");
  await laptop.press("Send everything");
  await laptop.page.getByRole("heading", { name: "Your answers have been sent" }).waitFor();
  await laptop.reads("Somebody of us reads your answers within a week");
  await laptop.fits();
  // The phone learns of it with its next word, and says the same.
  await ada.press("Close");
  await ada.write("When could you begin?", "2026-12-24");
  await page.getByRole("heading", { name: "Your answers have been sent" }).waitFor();

  const done = (await template.manager.get(`/api/v1/sessions/${session.id}`)).body;
  assert.equal(membersOf(done), documented);
  assert.deepEqual(done.submission, {
    ...{ name: "Ada Lovelace", email: "ada@example.com", phone: null, subject: "Mathematics" },
    ...{ levels: ["Adults"], taught: true, experience: "Adults, six years.", hours: 6, pay: 30.5 },
    ...{ start: "2026-12-01", cv: null },
  });
  const verdict = { reviewStatus: "approved", reviewNotes: "Internal: a strong start" };
  const reviewed = await template.manager.patch(`/api/v1/sessions/${session.id}/review`, verdict);
  assert.deepEqual([reviewed.status, membersOf(reviewed.body)], [200, documented]);
  await page.getByRole("link", { name: "See what becomes of it" }).tap();
  await page.getByRole("heading", { name: /approved/i }).waitFor();
  await ada.fits();
  assert.doesNotMatch(await page.content(), /Internal/);
  await settled(site);
  const decision = (await capturedMails(site, "ada@example.com")).at(-1);
  assert.match(decision?.email.subject ?? "", /approved/i);
  assert.ok(decision?.email.text?.includes(page.url()), "the mail links to the status page");
  // The browser itself reports what did not get through.
  const others = ada.complaints.filter((line) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|409|422/.test(line));
  assert.deepEqual([others, laptop.complaints], [[], []]);
  await ada.leave();
  await laptop.leave();
});

test("by the keyboard alone, in German and in the dark, to a polite end", async () => {
  const template = await publishDemo();
  const { page, fits, leave, asked, reads, focused, complaints } = await prospect(
    browser,
    site.url + template.path,
    {
      locale: "de-DE",
      colorScheme: "dark",
    },
  );
  const { keyboard } = page;
  const send = (text: string) => keyboard.type(`${text}\n`);
  await page.getByRole("button", { name: "Beginnen" }).press("Enter");
  await asked("Wie heißen Sie?");
  await send("Grace Hopper");
  await asked("Wohin können wir Ihnen schreiben?");
  await send("grace@example.com");
  await asked("Unter welcher Nummer dürfen wir Sie anrufen?");
  await send("+49 30 1234567");
  await asked("Was möchten Sie unterrichten?");
  await fits();
  // Going over the choices by arrows chooses, and sends nothing.
  await keyboard.press("Space");
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowDown");
  assert.equal(await page.getByRole("radio", { name: "Kunst" }).isChecked(), true);
  await keyboard.press("Enter");
  await asked("Möchten Sie uns etwas zeigen, das Sie gemacht haben?");
  await keyboard.press("Tab");
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  await asked("Haben Sie schon einmal unterrichtet?");
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  await asked("Wie viele Stunden in der Woche?");
  // Back by Shift+Tab to an answer, which is changed where it stands.
  await keyboard.press("Shift+Tab");
  await keyboard.press("Enter");
  await focused("Ja");
  await keyboard.press("Enter");
  await asked("Wen, und wie lange?");
  await focused("Ändern");
  await keyboard.press("Tab");
  await keyboard.type("Nein,");
  await keyboard.press("Enter");
  await keyboard.type("noch nie.");
  await keyboard.press("Control+Enter");
  await asked("Wie viele Stunden in der Woche?");
  await send("1");
  await reads("Kommen Sie gern wieder, wenn Sie mehr Zeit haben.");
  await page.locator("h2:focus", { hasText: "Vielen Dank" }).waitFor();
  await fits();
  assert.equal((await onlySession(template)).status, "expired");
  assert.deepEqual(complaints, []);
  await leave();
});

test("files are sent while one goes on, what is refused comes back, and of two tabs the later one counts", async () => {
  const ask = (key: string, type: string, rest: object = {}) => ({
    key,
    label: `${key}?`,
    type,
    required: true,
    ...rest,
  });
  const template = await publish(site, {
    questions: [
      ask("cv", "file"),
      ask("code", "short_text", { pattern: "(?i)[a-z]{3}", message: "Three letters, please." }),
      ask("rooms", "number", { min: 1, required: false }),
    ],
  });
  const ada = await prospect(browser, site.url + template.path, phone);
  const { page } = ada;
  await ada.press("Start");
  await ada.asked("cv?");
  const choose = (name: string, content: string) =>
    page
      .locator("input[type=file]")
      .setInputFiles({ name, mimeType: "application/pdf", buffer: Buffer.from(content) });
  await choose("cv.pdf", "MZ this is a program");
  await ada.press("Send");
  await ada.reads("This file was not accepted. Please choose a PDF");
  await choose("cv.pdf", "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n");
  await ada.press("Send");
  await ada.asked("code?");
  await ada.write("code?", "12");
  await ada.reads("Three letters, please.");
  assert.equal(await page.getByLabel("code?").inputValue(), "12");
  assert.equal(await page.getByLabel("code?").getAttribute("aria-invalid"), "true");
  await ada.write("code?", "ABC");
  await ada.asked("rooms?");
  await ada.fits();

  const later = await page.context().newPage();
  await later.goto(site.url + template.path);
  await later.locator(".present", { hasText: "rooms?" }).waitFor();
  await page.getByRole("heading", { name: "You went on in another tab" }).waitFor();
  await ada.fits();
  await ada.press("Go on here");
  await later.getByRole("heading", { name: "You went on in another tab" }).waitFor();
  await ada.write("rooms?", "3");
  await ada.press("Send everything");
  await page.getByRole("heading", { name: "Your answers have been sent" }).waitFor();
  const { submission } = await onlySession(template);
  assert.deepEqual([submission.code, submission.rooms, submission.cv.name], ["ABC", 3, "cv.pdf"]);
  assert.equal(
    await page.evaluate(() => localStorage.length + sessionStorage.length),
    0,
    "nothing is left on the device",
  );
  await ada.leave();
});

test("a session with little time says so, and ends when the server says it does", async () => {
  const template = await publish(site, { timeLimitMinutes: 4 });
  const ada = await prospect(browser, site.url + template.path, phone);
  await ada.page.clock.install();
  // The program is late: what was written until then stays.
  const late = Promise.withResolvers<void>();
  await ada.page.route("**/assets/chat-*.js", async (route) => {
    await late.promise;
    await route.continue();
  });
  await ada.press("Start");
  await ada.page.getByLabel("What is your name?").fill("Ada");
  late.resolve();
  await ada.page.locator(".present input:focus").waitFor();
  await ada.page.keyboard.type("!");
  assert.equal(await ada.page.getByLabel("What is your name?").inputValue(), "Ada!");
  await ada.reads("4 minutes left to finish.");
  await ada.page.clock.fastForward(minutes(2));
  await ada.reads("2 minutes left to finish.");
  await ada.fits();
  site.clock.advance(minutes(4));
  await ada.page.clock.fastForward(minutes(2) + 1_000);
  await ada.page.locator("main.plain").waitFor();
  assert.equal((await onlySession(template)).status, "expired");
  await ada.fits();
  await ada.leave();
});
