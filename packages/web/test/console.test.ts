import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { givePassword, password } from "../../server/test/build-identity.ts";
import { createScreeningBuilders } from "../../server/test/build-screening.ts";
import type { BuiltPerson } from "../../server/test/builders.ts";
import { type Chromium, startChromium, type Visitor } from "../../server/test/chromium.ts";
import type { TestServer } from "../../server/test/server.ts";
import { press, signedIn } from "./people.ts";
import { startSite } from "./site.ts";

const phone = { viewport: { width: 375, height: 667 }, hasTouch: true } as const;

let site: TestServer;
let browser: Chromium;
let organizationId: string;
let people: Record<"teacher" | "manager", BuiltPerson>;

before(async () => {
  [site, browser] = await Promise.all([startSite(), startChromium()]);
  organizationId = await site.build.organization({ slug: "harbour" });
  people = {
    teacher: await site.build.member(organizationId, "Teacher", "tim@example.com"),
    manager: await site.build.member(organizationId, "Manager", "mara@example.com"),
  };
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const comeIn = (): Promise<Visitor> =>
  signedIn(site, browser, { id: people.manager.id, name: "Mara Manager" });

/** The heading of the page that is shown, once it is. */
const shows = ({ page }: Visitor, heading: string): Promise<void> =>
  page.getByRole("heading", { level: 1, name: heading, exact: true }).waitFor();

const placesOf = ({ page }: Visitor): Promise<string[]> =>
  page.getByRole("navigation", { name: "Main" }).getByRole("link").allInnerTexts();

/** Nothing that axe calls serious, and nothing wider than the page. */
async function isSound({ page, axe }: Visitor, where: string): Promise<void> {
  assert.deepEqual(await axe(), [], where);
  assert.ok(
    await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
    `${where} is too wide`,
  );
}

test("whoever is not signed in signs in and comes home, where a Teacher finds no reviews and is told why", async () => {
  await givePassword(site, people.teacher.id);
  const teacher = await browser.visitor();
  const { page } = teacher;
  await page.goto(`${site.url}/`);
  await page.getByLabel("E-mail").fill("tim@example.com");
  await page.getByLabel("Password").fill(password);
  await page.keyboard.press("Enter");
  await shows(teacher, "Hello, Ada");
  assert.equal(new URL(page.url()).pathname, "/");
  assert.deepEqual(await placesOf(teacher), ["Home"]);
  await page.getByText("No session is coming up.").waitFor();
  await isSound(teacher, "a Teacher's home");
  await page.goto(`${site.url}/templates`);
  await page.getByText("It needs the role Manager or a higher one").waitFor();
  await isSound(teacher, "a page for others");
  await page.getByRole("link", { name: "Go home" }).press("Enter");
  await shows(teacher, "Hello, Ada");
  await teacher.leave();
});

test("on a phone a Manager goes about below the page, in the theme that they chose, from one organization to another", async () => {
  const { id } = await site.build.member(organizationId, "Manager");
  const manager = await signedIn(site, browser, { id, name: "Mara Manager" }, phone);
  const other = await site.build.organization({ slug: "kite" });
  await site.db.query(
    "insert into members (organization_id, person_id, role, created_at) values ($1, $2, 'Coach', $3)",
    [other, id, site.clock()],
  );
  const { page, complaints } = manager;
  await page.goto(`${site.url}/`);
  await shows(manager, "Hello, Mara");
  await page.getByText("Begin with a questionnaire").waitFor();
  await isSound(manager, "a Manager's home");
  const bar = await page.getByRole("navigation", { name: "Main" }).boundingBox();
  assert.ok(bar && Math.abs(bar.y + bar.height - phone.viewport.height) < 1, "the navigation is not below");
  await page.getByRole("link", { name: "Contacts" }).tap();
  await shows(manager, "Contacts");
  assert.equal(await page.locator('[aria-current="page"]').innerText(), "Contacts");
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
  const opener = page.getByRole("button", { name: "Mara Manager" });
  await opener.tap();
  await page.getByRole("radio", { name: "Dark" }).check({ force: true });
  await isSound(manager, "the menu, and the dark");
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(await ground(), "rgb(18, 22, 27)");
  await page.reload();
  await shows(manager, "Contacts");
  assert.equal(await ground(), "rgb(18, 22, 27)");
  // Written by the server, so that nothing was drawn in the light before.
  const written = await page.evaluate(async () => (await fetch("/contacts")).text());
  assert.match(written, /<html[^>]* data-theme="dark"/);
  await page.getByRole("button", { name: "Organization: harbour" }).tap();
  await page.getByRole("menuitem", { name: "kite" }).tap();
  await page.getByRole("button", { name: "Organization: kite" }).waitFor();
  assert.deepEqual(await placesOf(manager), ["Home", "Review", "Contacts"]);
  assert.deepEqual(complaints, []);
  await manager.leave();
});

test("a Manager writes a questionnaire with a branch, sees each fault at its field, publishes it and opens the chat", async () => {
  const manager = await comeIn();
  const { page } = manager;
  await page.goto(`${site.url}/templates`);
  await page.getByRole("heading", { name: "No questionnaire yet" }).waitFor();
  await isSound(manager, "no questionnaire");
  await press(manager, "New questionnaire");
  await page.getByLabel("Name").fill("Tenants");
  assert.equal(await page.getByLabel("Address").inputValue(), "tenants");
  await press(manager, "Make it");
  await shows(manager, "Edit Tenants");
  await press(manager, "Add a question");
  await page.getByLabel("Question", { exact: true }).fill("Do you have pets?");
  await choose(manager, "Kind of answer", "Yes or no");
  await press(manager, "Add a branch");
  await press(manager, "Save");
  const list = page.getByRole("alert");
  await list.getByRole("button", { name: "Question 1, branch 1, what follows" }).waitFor();
  await isSound(manager, "an editor with faults");
  await list.getByRole("button", { name: "Question 1, branch 1, condition 1" }).click();
  assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ""), /Choose/);
  await choose(manager, "Value", "No");
  await choose(manager, "Then", "End politely, without a review");
  await page.getByLabel("What the prospect is told").fill("This house is for friends of pets.");
  await page.getByRole("link", { name: "Done" }).click();
  await page.getByRole("alertdialog", { name: "Leave without saving?" }).waitFor();
  await press(manager, "Stay here");
  await press(manager, "Save");
  await page.getByText("All is saved.").waitFor();
  await page.getByRole("link", { name: "Done" }).click();
  await shows(manager, "Tenants");
  await page.getByText("If the answer is no").waitFor();
  await page.getByText("end politely: “This house is for friends of pets.”").waitFor();
  await isSound(manager, "an outline");
  await press(manager, "Publish");
  await page.getByText("Tenants is published.").first().waitFor();
  const opened = page.context().waitForEvent("page");
  await page.getByRole("link", { name: "Open the chat of Tenants" }).click();
  const chat = await opened;
  await chat.getByRole("heading", { name: "Tenants" }).waitFor();
  assert.equal(new URL(chat.url()).pathname, "/c/tenants");
  await chat.close();
  await page.getByRole("link", { name: "Questionnaires" }).last().click();
  await page.getByRole("link", { name: "Tenants", exact: true }).waitFor();
  await isSound(manager, "the list");
  await manager.leave();
});

test("two contacts become one, who is erased for good and leaves a receipt", async () => {
  const build = createScreeningBuilders(site);
  const [ines, doubled] = [
    await build.contact(organizationId, "ines@example.com"),
    await build.contact(organizationId, "i.duarte@example.com"),
  ];
  await build.session(organizationId, { contactId: doubled, submission: { fullName: "Ines Duarte" } });
  const manager = await comeIn();
  const { page } = manager;
  await page.goto(`${site.url}/contacts`);
  await page.getByRole("link", { name: "ines@example.com" }).waitFor();
  await isSound(manager, "contacts");
  await page.getByRole("searchbox").fill("duarte");
  await page.getByText("1 contact", { exact: true }).waitFor();
  await page.getByRole("link", { name: "i.duarte@example.com" }).press("Enter");
  await shows(manager, "i.duarte@example.com");
  await page.getByText("Waits for review").waitFor();
  await isSound(manager, "a contact");
  await ask(manager, "Merge into another");
  await page.getByLabel("Search for the contact that stays").fill("ines");
  await page.getByRole("radio", { name: "ines@example.com" }).check({ force: true });
  await isSound(manager, "a merge");
  await press(manager, "Merge");
  await shows(manager, "ines@example.com");
  assert.equal(new URL(page.url()).pathname, `/contacts/${ines}`);
  await page.getByText("Waits for review").waitFor();
  await ask(manager, "Erase");
  assert.equal(await page.getByRole("button", { name: "Erase for good" }).isDisabled(), true);
  await page.getByRole("checkbox", { name: "I understand" }).check({ force: true });
  await isSound(manager, "what asks before erasing");
  await press(manager, "Erase for good");
  await shows(manager, "An erased contact");
  const receipt = page.locator("dl").filter({ hasText: "On request" });
  assert.match(await receipt.innerText(), /Sessions\s+1/);
  await isSound(manager, "a receipt");
  await manager.leave();
});

async function choose({ page }: Visitor, label: string, option: string): Promise<void> {
  await page.getByRole("button", { name: label }).last().click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

async function ask(visitor: Visitor, name: string): Promise<void> {
  await press(visitor, "More");
  await visitor.page.getByRole("menuitem", { name, exact: true }).click();
}
