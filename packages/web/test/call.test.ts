import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { minutes } from "../../server/src/kernel/clock.ts";
import { buildMentorshipWorld, type MentorshipWorld } from "../../server/test/build-mentorship.ts";
import { type Chromium, startChromium, type Visitor } from "../../server/test/chromium.ts";
import type { TestServer } from "../../server/test/server.ts";
import { travel } from "../../server/test/travel.ts";
import { perceives } from "./media.ts";
import { cutOff, signedIn } from "./people.ts";
import { startSite } from "./site.ts";

let site: TestServer;
let browsers: Chromium[];
let world: MentorshipWorld;
let address: string;

before(async () => {
  [site, ...browsers] = await Promise.all([startSite(), startChromium(), startChromium(), startChromium()]);
  world = await buildMentorshipWorld(site);
  const id = await world.session(30);
  address = `${site.url}/sessions/${id}`;
  await travel(site, minutes(20));
});
after(async () => {
  for (const browser of browsers ?? []) await browser.close();
  await site?.close();
});

/** Presses Tab until this button has the focus, and then Enter. */
async function pressByKeyboard({ page }: Visitor, name: string): Promise<void> {
  const button = page.getByRole("button", { name, exact: true });
  await button.waitFor();
  for (let tabs = 0; tabs < 40; tabs += 1) {
    if (await button.evaluate((element) => element === document.activeElement))
      return page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
  }
  assert.fail(`the keyboard does not reach ${name}`);
}

/** Opens the page and goes in by the keyboard alone, with camera and microphone. */
async function join(browser: Chromium | undefined, person: { id: string; name: string }): Promise<Visitor> {
  assert.ok(browser);
  const visitor = await signedIn(site, browser, person);
  await visitor.page.goto(address);
  await pressByKeyboard(visitor, "Join now");
  await visitor.page.getByRole("navigation", { name: "Controls" }).waitFor();
  return visitor;
}

test("coach and teacher see and hear each other; a third joins, one leaves, one is cut off and returns", async () => {
  const coach = await join(browsers[0], { id: world.ids.coach, name: "Ann Coach" });
  const teacher = await join(browsers[1], { id: world.ids.teacher, name: "Ben Teacher" });
  await Promise.all([perceives(coach.page, ["Ben Teacher"]), perceives(teacher.page, ["Ann Coach"])]);

  const manager = await join(browsers[2], { id: world.ids.manager, name: "Cat Manager" });
  await Promise.all([
    perceives(coach.page, ["Ben Teacher", "Cat Manager"]),
    perceives(teacher.page, ["Ann Coach", "Cat Manager"]),
    perceives(manager.page, ["Ann Coach", "Ben Teacher"]),
  ]);

  await cutOff(teacher);
  await teacher.page.getByText("The connection is lost.").waitFor();
  await coach.page.getByText("Connection lost…").waitFor();
  await teacher.offline(false);
  await Promise.all([
    perceives(coach.page, ["Ben Teacher", "Cat Manager"]),
    perceives(teacher.page, ["Ann Coach", "Cat Manager"]),
  ]);
  assert.equal(await coach.page.getByText("Connection lost…").count(), 0);

  await pressByKeyboard(manager, "Mute microphone");
  await coach.page.getByText("microphone off").waitFor({ state: "attached" });
  await pressByKeyboard(manager, "Leave");
  await manager.page.getByRole("heading", { name: "You have left" }).waitFor();
  const left = await manager.page.evaluate(() => ({
    focus: document.activeElement?.textContent,
    devices: window.opened.devices.map(({ readyState }) => readyState),
  }));
  assert.deepEqual(left, { focus: "You have left", devices: ["ended", "ended"] });
  await coach.page.getByText("Cat Manager has left").waitFor();
  await Promise.all([perceives(coach.page, ["Ben Teacher"]), perceives(teacher.page, ["Ann Coach"])]);

  // Who closes the browser is gone for the others as soon, not when a timeout of the media says so.
  await teacher.leave();
  await coach.page.getByText("Ben Teacher has left").waitFor();
  assert.equal(await coach.page.locator("[data-person]").count(), 1);
  for (const { complaints } of [coach, manager]) assert.deepEqual(complaints, []);
  await Promise.all([coach.leave(), manager.leave()]);
});
