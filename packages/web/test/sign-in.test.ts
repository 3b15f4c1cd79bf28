import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { givePassword, password } from "../../server/test/build-identity.ts";
import { type Chromium, startChromium } from "../../server/test/chromium.ts";
import type { TestServer } from "../../server/test/server.ts";
import { startSite } from "./site.ts";

let site: TestServer;
let browser: Chromium;
let organizationId: string;

before(async () => {
  [site, browser] = await Promise.all([startSite(), startChromium()]);
  organizationId = await site.build.organization();
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** A member with a password. */
async function member(email: string) {
  const person = await site.build.member(organizationId, "Coach", email);
  await givePassword(site, person.id);
  return person;
}

test("a member signs in by the keyboard alone, after a wrong try, and comes to where they wanted to go", async () => {
  await member("ada@example.com");
  const { page, complaints, axe, leave } = await browser.visitor();
  await page.goto(`${site.url}/sign-in?to=/sign-in`);
  await page.getByLabel("E-mail").waitFor();
  assert.equal(await page.title(), "Sign in · Convene");
  assert.deepEqual(await axe(), []);
  await page.keyboard.press("Tab");
  await page.keyboard.type("ada@example.com");
  await page.keyboard.press("Tab");
  await page.keyboard.type("not the password");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").getByText("E-mail address or password is wrong.").waitFor();
  await page.getByLabel("Password").focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "You are signed in" }).waitFor();
  assert.deepEqual(await axe(), []);
  const cookies = await page.context().cookies();
  assert.deepEqual(
    cookies.map(({ name, httpOnly, sameSite }) => [name, httpOnly, sameSite]),
    [["convene_sign_in", true, "Lax"]],
  );
  await page.getByRole("button", { name: "Sign out" }).press("Enter");
  await page.getByLabel("E-mail").waitFor();
  // The browser itself reports the answers 401.
  assert.deepEqual(
    complaints.filter((line) => !line.includes("401")),
    [],
  );
  await leave();
});

test("who is a member of several organizations chooses one, on a phone in the dark", async () => {
  const person = await member("grace@example.com");
  const other = await site.build.organization();
  await site.db.query(
    "insert into members (organization_id, person_id, role, created_at) values ($1, $2, 'Coach', $3)",
    [other, person.id, site.clock()],
  );
  const [second] = await site.db.query<{ name: string }>("select name from organizations where id = $1", [
    other,
  ]);
  const { page, axe, leave } = await browser.visitor({
    viewport: { width: 375, height: 667 },
    colorScheme: "dark",
    hasTouch: true,
  });
  await page.goto(`${site.url}/sign-in`);
  await page.getByLabel("E-mail").fill("grace@example.com");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).tap();
  await page.getByRole("heading", { name: "Choose an organization" }).waitFor();
  assert.deepEqual(await axe(), []);
  assert.ok(
    await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
    "it is wider than the phone",
  );
  await page
    .getByRole("button", { name: second?.name ?? "" })
    .first()
    .tap();
  await page.getByRole("heading", { name: "Hello" }).waitFor();
  const { status, body } = await page.evaluate(async () => {
    const answer = await fetch("/api/me");
    return { status: answer.status, body: await answer.json() };
  });
  assert.deepEqual([status, body.data.organization.id], [200, other]);
  await leave();
});

test("an address that is another's is no way on, and a wrong path of ours says so", async () => {
  await member("joan@example.com");
  const { page, leave } = await browser.visitor();
  await page.goto(`${site.url}/sign-in?to=https://elsewhere.example/`);
  await page.getByLabel("E-mail").fill("joan@example.com");
  await page.getByLabel("Password").fill(password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Hello" }).waitFor();
  assert.equal(new URL(page.url()).origin, site.url);
  const answer = await page.goto(`${site.url}/no/such/page`);
  assert.equal(answer?.status(), 404);
  await page.getByRole("heading", { name: "There is nothing here" }).waitFor();
  await leave();
});
