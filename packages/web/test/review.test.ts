import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createScreeningBuilders } from "../../server/test/build-screening.ts";
import type { BuiltPerson } from "../../server/test/builders.ts";
import { type Chromium, startChromium, type Visitor } from "../../server/test/chromium.ts";
import { createRunningClock } from "../../server/test/clock.ts";
import { eventually } from "../../server/test/eventually.ts";
import type { TestServer } from "../../server/test/server.ts";
import { press, signedIn } from "./people.ts";
import { startSite } from "./site.ts";

const clock = createRunningClock();
let site: TestServer;
let browser: Chromium;
let screening: ReturnType<typeof createScreeningBuilders>;
before(async () => {
  [site, browser] = await Promise.all([startSite({}, clock), startChromium()]);
  screening = createScreeningBuilders(site);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const minutes = 60_000;

/** Two coaches, and sessions that wait, the first of these names for longest. */
async function world(...names: string[]) {
  const organization = await site.build.organization();
  const [ada, grace] = [
    await site.build.member(organization, "Coach"),
    await site.build.member(organization, "Coach"),
  ];
  const settings = { reviewFirst: ["budget"] };
  const { id: workflowTemplateId } = await screening.template(organization, { settings });
  const ids: string[] = [];
  for (const [index, name] of names.entries()) {
    const contactId = await screening.contact(organization, `${index}@example.com`);
    await site.db.query("update contacts set name = $2 where id = $1", [contactId, name]);
    const createdAt = new Date(clock().getTime() - (names.length - index) * 60 * minutes);
    const submission = { fullName: name, moveInDate: "2026-04-01", budget: 2500, pets: null };
    ids.push(await screening.session(organization, { contactId, workflowTemplateId, submission, createdAt }));
  }
  return { organization, ada, grace, ids };
}

/** Waits until this session is the one that is read. */
const reads = ({ page }: Visitor, name: string): Promise<void> =>
  page.getByRole("heading", { name, level: 2 }).waitFor();

const reviewOf = async (person: BuiltPerson, id: string | undefined) =>
  (await site.api(person.token).get(`/api/v1/sessions/${id}`)).body;

test("a reviewer reads who has waited longest, approves by the keyboard alone, and the next one comes", async () => {
  const { ada, ids } = await world("Jane Smith", "Otto Berg", "Mei Tanaka");
  const visitor = await signedIn(site, browser, { id: ada.id, name: "Ada Lovelace" });
  const { page, axe, complaints } = visitor;
  await page.goto(`${site.url}/review`);
  await reads(visitor, "Jane Smith");
  const labels = await page.locator("article dt").allTextContents();
  assert.deepEqual(labels.slice(0, 4), [
    "What is your budget?",
    "What is your name?",
    "When would you move in?",
    "Any pets?",
  ]);
  assert.deepEqual(await axe(), []);
  await page.keyboard.press("j");
  await reads(visitor, "Otto Berg");
  await page.keyboard.press("k");
  await reads(visitor, "Jane Smith");
  // Keys are letters where somebody writes.
  await page.getByLabel("Notes").focus();
  await page.keyboard.type("a dad? jk");
  // What is written outlives a reload.
  await page.reload();
  await reads(visitor, "Jane Smith");
  assert.equal(await page.getByLabel("Notes").inputValue(), "a dad? jk");
  await page.getByLabel("Notes").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("a");
  await page.getByRole("dialog", { name: "Approve Jane Smith?" }).getByText("This is final").waitFor();
  assert.deepEqual(await axe(), []);
  await page.keyboard.press("Enter");
  await reads(visitor, "Otto Berg");
  const focused = page.locator(":focus");
  await eventually(async () => assert.equal(await focused.textContent(), "Otto Berg"));
  const { reviewStatus, reviewNotes } = await reviewOf(ada, ids[0]);
  assert.deepEqual([reviewStatus, reviewNotes], ["approved", "a dad? jk"]);
  await page.getByRole("link", { name: "Jane Smith" }).waitFor({ state: "detached" });
  // Whoever is disturbed by single keys switches them off.
  await page.keyboard.press("?");
  await page.getByText("Shortcuts are on").click();
  await press(visitor, "Close");
  await page.keyboard.press("d");
  await press(visitor, "Keyboard shortcuts");
  assert.equal(await page.getByRole("switch").isChecked(), false);
  await press(visitor, "Close");
  // What was decided can be read, and nothing more.
  await page.goto(`${site.url}/review?state=approved`);
  await reads(visitor, "Jane Smith");
  await page.getByText("Approved by you a moment ago.").waitFor();
  assert.equal(await page.getByRole("button", { name: "Deny" }).count(), 0);
  assert.deepEqual(complaints, []);
  await visitor.leave();
});

test("who decides too late is told by whom it was decided, keeps their notes, and goes on; on a phone in the dark", async () => {
  const { ada, grace, ids } = await world("Jane Smith", "Otto Berg", "Mei Tanaka");
  const visitor = await signedIn(
    site,
    browser,
    { id: grace.id, name: "Grace Hopper" },
    {
      viewport: { width: 375, height: 667 },
      colorScheme: "dark",
      hasTouch: true,
    },
  );
  const { page, axe } = visitor;
  await page.goto(`${site.url}/review`);
  const review = (id: string | undefined) =>
    site.api(ada.token).patch(`/api/v1/sessions/${id}/review`, { reviewStatus: "denied" });
  // One that is being read, with something written already.
  await page.getByRole("link", { name: "Jane Smith" }).tap();
  await page.getByLabel("Notes").fill("Good references");
  assert.deepEqual(await axe(), []);
  await page.getByRole("button", { name: "Approve" }).tap();
  await page.getByRole("dialog").waitFor();
  await review(ids[0]);
  await page.getByRole("status").getByText("Denied by Ada Lovelace a moment ago.").waitFor();
  assert.equal(await page.getByLabel("Your notes (not stored)").inputValue(), "Good references");
  assert.deepEqual(await axe(), []);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "it is too wide");
  await page.getByRole("button", { name: "Next" }).tap();
  await reads(visitor, "Otto Berg");
  assert.equal(await page.getByRole("dialog").count(), 0);
  // One where the news has not arrived when the decision is sent.
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/api/v1/screening_queue**", async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("button", { name: "Approve" }).tap();
  await review(ids[1]);
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === "PATCH"),
    page.getByRole("dialog").getByRole("button", { name: "Approve" }).tap(),
  ]);
  assert.equal(answer.status(), 409);
  release();
  await page.getByText("It was made before yours, which was therefore not stored.").waitFor();
  assert.equal((await reviewOf(grace, ids[1])).reviewStatus, "denied");
  await page.getByRole("button", { name: "Next" }).tap();
  await reads(visitor, "Mei Tanaka");
  // Where nothing waits any more, the page says how something comes to wait.
  await review(ids[2]);
  await page.getByText("Denied by Ada Lovelace a moment ago.").waitFor();
  await page.getByRole("link", { name: "All sessions" }).tap();
  await page.getByRole("heading", { name: "Nothing waits for a decision" }).waitFor();
  assert.equal(await page.getByRole("link", { name: /\/c\/workflow-/ }).count(), 1);
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export as CSV" }).tap(),
  ]);
  assert.match(saved.suggestedFilename(), /^screening-\d{4}-\d\d-\d\d\.csv$/);
  await visitor.leave();
});
