import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { minutes } from "../../server/src/kernel/clock.ts";
import { buildDepositionRoom, type DepositionWorld } from "../../server/test/build-rooms.ts";
import { type Chromium, startChromium, type Visitor } from "../../server/test/chromium.ts";
import type { TestServer } from "../../server/test/server.ts";
import { travel } from "../../server/test/travel.ts";
import { newcomer, signedIn } from "./people.ts";
import { startSite } from "./site.ts";

let site: TestServer;
let browser: Chromium;
let world: DepositionWorld;
let address: string;

before(async () => {
  [site, browser] = await Promise.all([startSite(), startChromium({ devices: "refused" })]);
  world = await buildDepositionRoom(site, 60);
  address = `${site.url}/sessions/${world.pathId}`;
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** Waits until the page says this, to everybody, in light and dark. */
async function says({ page, axe }: Visitor, heading: string): Promise<void> {
  await page.getByRole("heading", { name: heading }).waitFor();
  for (const colorScheme of ["light", "dark"] as const) {
    // Without the moment in which a button is between two colours.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    assert.deepEqual(await axe(), [], `${heading}, ${colorScheme}`);
  }
}

test("the page says plainly who may not come in, and why", async () => {
  const nobody = await newcomer(browser);
  await nobody.page.goto(address);
  await says(nobody, "Please sign in to join");
  const signIn = await nobody.page.getByRole("link", { name: "Sign in" }).getAttribute("href");
  assert.equal(signIn, `/sign-in?to=%2Fsessions%2F${world.pathId}`);
  await nobody.page.goto(`${site.url}/sessions/no-such-session`);
  await says(nobody, "Please sign in to join");

  const stranger = await signedIn(site, browser, { id: world.people.teacher.id, name: "Tom Teacher" });
  await stranger.page.goto(address);
  await says(stranger, "This session is not for your account");
  await stranger.page.goto(`${site.url}/sessions/no-such-session`);
  await says(stranger, "There is no such session");

  const guest = await newcomer(browser);
  await guest.page.goto(`${address}#invitation=${world.guest.invitation.slice(0, -2)}xx`);
  await says(guest, "This invitation no longer works");
  for (const visitor of [nobody, stranger, guest]) await visitor.leave();
});

test("too early it says when, and lets nobody in; in time it says that the camera is refused, and what to do", async () => {
  const host = await signedIn(site, browser, { id: world.people.host.id, name: "Hana Host" });
  await host.page.goto(address);
  await says(host, "The room is not open yet");
  assert.equal(await host.page.getByRole("button", { name: "Join now" }).count(), 0);
  await travel(site, minutes(50));
  await host.page.reload();
  await host.page.getByRole("button", { name: "Join without camera and microphone" }).waitFor();
  await host.page.getByText("This page may not use your camera").waitFor();
  await host.page.getByText("This page may not use your microphone").waitFor();
  assert.deepEqual(await host.axe(), []);
  await host.page.getByRole("button", { name: "Join without camera and microphone" }).click();
  await host.page.getByRole("navigation", { name: "Controls" }).waitFor();
  // Who came in without is not told again, until they want it after all.
  assert.equal(await host.page.getByText("This page may not use your camera").count(), 0);
  await host.page.getByRole("button", { name: "Turn camera on" }).click();
  await host.page.getByText("This page may not use your camera").waitFor();
  await host.page.getByRole("button", { name: "Go on without it" }).click();
  await host.page.getByText("This page may not use your camera").waitFor({ state: "detached" });
  await host.leave();
});

test("a link is dead as soon as its session is canceled", async () => {
  const guest = await newcomer(browser);
  await guest.page.goto(`${address}#invitation=${world.guest.invitation}`);
  await guest.page.getByLabel("Your name").waitFor();
  const { status } = await world.as.coach.post(`/api/v1/session_requests/${world.sessionId}/cancel`);
  assert.equal(status, 200);
  await guest.page.reload();
  await says(guest, "This invitation no longer works");
  await guest.leave();
});
