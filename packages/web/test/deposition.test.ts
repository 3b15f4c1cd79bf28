import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { buildDepositionRoom, type DepositionWorld } from "../../server/test/build-rooms.ts";
import { type Chromium, startChromium } from "../../server/test/chromium.ts";
import type { TestServer } from "../../server/test/server.ts";
import { perceives } from "./media.ts";
import { newcomer, signedIn } from "./people.ts";
import { startSite } from "./site.ts";

let site: TestServer;
let browsers: Chromium[];
let world: DepositionWorld;
let address: string;

before(async () => {
  [site, ...browsers] = await Promise.all([startSite(), startChromium(), startChromium()]);
  world = await buildDepositionRoom(site);
  address = `${site.url}/sessions/${world.pathId}`;
});
after(async () => {
  for (const browser of browsers ?? []) await browser.close();
  await site?.close();
});

test("a guest without an account comes by their link on a phone, waits for the host, and both see and hear each other", async () => {
  const [atDesk, onPhone] = browsers as [Chromium, Chromium];
  const host = await signedIn(site, atDesk, { id: world.people.host.id, name: "Hana Host" });
  const phone = { viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true };
  const guest = await newcomer(onPhone, { ...phone, colorScheme: "dark" });
  await guest.page.goto(`${address}#invitation=${world.guest.invitation}`);
  const askToJoin = guest.page.getByRole("button", { name: "Ask to join" });
  await askToJoin.waitFor();
  assert.equal(guest.page.url(), address, "the secret stays in the address");
  assert.deepEqual(await guest.axe(), []);
  await guest.page.getByLabel("Your name").fill("Gus Guest");
  await askToJoin.tap();
  await host.page.goto(address);
  await host.page.getByRole("button", { name: "Join now" }).click();
  await host.page.getByRole("button", { name: "Show" }).click();
  await host.page.getByRole("button", { name: "Let Gus Guest in" }).click();
  await guest.page.getByRole("navigation", { name: "Controls" }).waitFor();
  await Promise.all([perceives(host.page, ["Gus Guest"]), perceives(guest.page, ["Hana Host"])]);
  const { body } = await world.as.coach.get(`/api/v1/session_requests/${world.sessionId}`);
  assert.equal(body.requests[0].session_state, "active");

  assert.deepEqual(await guest.axe(), []);
  assert.deepEqual(await host.axe(), []);
  const width = await guest.page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 375, "the call is wider than the phone");
  assert.deepEqual([guest.complaints, host.complaints], [[], []]);
});
