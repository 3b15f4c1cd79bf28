import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { minutes, plus } from "../../server/src/kernel/clock.ts";
import type { Api } from "../../server/test/api.ts";
import { createLive } from "../../server/test/build-live.ts";
import { must } from "../../server/test/build-mentorship.ts";
import type { BuiltPerson } from "../../server/test/builders.ts";
import { type Chromium, startChromium, type Visitor } from "../../server/test/chromium.ts";
import { eventually } from "../../server/test/eventually.ts";
import type { TestServer } from "../../server/test/server.ts";
import { travel } from "../../server/test/travel.ts";
import { perceives } from "./media.ts";
import { press, signedIn } from "./people.ts";
import { startSite } from "./site.ts";

describe("a live session of more seats than can talk at once", () => {
  let site: TestServer;
  let browsers: [Chromium, Chromium];
  let people: Record<"host" | "seated" | "stranger", BuiltPerson>;
  let api: Api;
  let id: string;

  before(async () => {
    [site, ...browsers] = await Promise.all([startSite(), startChromium(), startChromium()]);
    const organization = await site.build.organization();
    people = {
      host: await site.build.member(organization, "Coach"),
      seated: await site.build.member(organization, "Teacher"),
      stranger: await site.build.member(organization, "Teacher"),
    };
    api = site.api(people.host.token);
    const scheduled_at = plus(site.clock(), minutes(10)).toISOString();
    ({ id } = await createLive(api, { scheduled_at, max_participants: 25 }));
    must(201, await site.api(people.seated.token).post(`/v1/sessions/${id}/register`));
  });
  after(async () => {
    for (const browser of browsers ?? []) await browser.close();
    await site?.close();
  });

  const session = async () => must(200, await api.get(`/v1/sessions/${id}`));

  async function open(browser: Chromium, { id: personId }: BuiltPerson, name: string): Promise<Visitor> {
    const visitor = await signedIn(site, browser, { id: personId, name });
    await visitor.page.goto(`${site.url}/sessions/${id}`);
    return visitor;
  }

  test("who has no seat is told so", async () => {
    const stranger = await open(browsers[1], people.stranger, "Sam Stranger");
    await stranger.page.getByRole("heading", { name: "This session is not for your account" }).waitFor();
    await stranger.page.getByText("You have no seat in this session; register first.").waitFor();
    assert.equal(await stranger.page.getByRole("button", { name: "Join now" }).count(), 0);
    await stranger.leave();
  });

  test("whoever has a seat waits, comes in when it begins, watches, speaks when let, and goes when it ends", async () => {
    const viewer = await open(browsers[1], people.seated, "Vera Viewer");
    await viewer.page.getByText("You are invited to watch and listen").waitFor();
    await press(viewer, "Join now");
    await viewer.page.getByRole("heading", { name: "It begins in a moment" }).waitFor();

    const host = await open(browsers[0], people.host, "Hugo Host");
    await press(host, "Join now");
    await host.page.getByText("Vera Viewer is waiting in the lobby").waitFor();
    assert.equal((await session()).status, "scheduled");
    const beganAt = site.clock();
    await press(host, "Begin the session");
    await viewer.page.getByRole("navigation", { name: "Controls" }).waitFor();
    assert.deepEqual(
      [(await session()).status, (await session()).started_at],
      ["live", beganAt.toISOString()],
    );

    await perceives(viewer.page, ["Hugo Host"]);
    assert.equal(await viewer.page.getByRole("button", { name: /microphone|camera/ }).count(), 0);
    const faults = await publishAnyway(viewer);
    assert.deepEqual(faults, ["media: forbidden", "publish: forbidden"]);
    await perceivesNobody(host);

    await press(viewer, "Raise hand");
    await host.page.getByText("Vera Viewer raises a hand").waitFor();
    await press(host, "People");
    await chooses(host, "What to do about Vera Viewer", "Let speak");
    await press(viewer, "Unmute microphone");
    await press(viewer, "Turn camera on");
    await Promise.all([perceives(host.page, ["Vera Viewer"]), perceives(viewer.page, ["Hugo Host"])]);
    await chooses(host, "What to do about Vera Viewer", "No longer let speak");
    await perceivesNobody(host);
    await viewer.page.getByRole("button", { name: "Turn camera off" }).waitFor({ state: "detached" });

    await travel(site, minutes(42));
    await chooses(host, "More", "End for everybody");
    await press(host, "End it");
    for (const visitor of [host, viewer]) {
      await visitor.page.getByRole("heading", { name: "The session has ended" }).waitFor();
      assert.deepEqual(visitor.complaints, []);
    }
    const { status, started_at, ended_at, duration_minutes } = await session();
    assert.deepEqual(
      { status, started_at, ended_at, duration_minutes },
      {
        status: "ended",
        started_at: beganAt.toISOString(),
        ended_at: plus(beganAt, minutes(42)).toISOString(),
        duration_minutes: 42,
      },
    );
    await viewer.page.reload();
    await viewer.page.getByRole("heading", { name: "This session is over" }).waitFor();
  });
});

async function chooses(visitor: Visitor, menu: string, choice: string): Promise<void> {
  await press(visitor, menu);
  await visitor.page.getByRole("menuitem", { name: choice }).click();
}

/** Nobody but oneself is to be seen, and nobody to be heard. */
const perceivesNobody = ({ page }: Visitor): Promise<void> =>
  eventually(async () => {
    assert.equal(await page.locator("[data-person]").count(), 1);
    assert.equal(await page.locator("audio").count(), 0);
  });

/** Asks for it behind the page's back; what the room objects to, by what was asked. */
const publishAnyway = ({ page }: Visitor): Promise<string[]> =>
  page.evaluate(async () => {
    const socket = window.opened.sockets.at(-1);
    const connection = new RTCPeerConnection();
    const { mid } = connection.addTransceiver("video", { direction: "sendonly" });
    const { sdp } = await connection.createOffer();
    connection.close();
    const faults: string[] = [];
    const told = new Promise<void>((resolve) => {
      socket?.addEventListener("message", ({ data }) => {
        const { type, about, code } = JSON.parse(data);
        if (type === "fault") faults.push(`${about}: ${code}`);
        if (faults.length === 2) resolve();
      });
    });
    socket?.send(JSON.stringify({ type: "media", camera: true, microphone: true, screen: false }));
    const tracks = [{ mid: mid ?? "0", source: "camera" }];
    socket?.send(JSON.stringify({ type: "publish", sdp, tracks }));
    await told;
    return faults;
  });
