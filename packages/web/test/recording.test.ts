import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { play } from "../../server/src/rooms/sfu/recorder/test/player.ts";
import { readFile } from "../../server/src/rooms/sfu/recorder/test/read-file.ts";
import { serveBlankPage } from "../../server/src/rooms/sfu/test/browser-page.ts";
import { must } from "../../server/test/build-mentorship.ts";
import { buildDepositionRoom, type DepositionWorld } from "../../server/test/build-rooms.ts";
import { type Chromium, startChromium, type Visitor } from "../../server/test/chromium.ts";
import { createRunningClock } from "../../server/test/clock.ts";
import { runCommand } from "../../server/test/command.ts";
import { eventually } from "../../server/test/eventually.ts";
import type { TestServer } from "../../server/test/server.ts";
import { settled } from "../../server/test/travel.ts";
import { perceives } from "./media.ts";
import { newcomer, press, signedIn } from "./people.ts";
import { startSite } from "./site.ts";

describe("a deposition that a host puts on the record", () => {
  const directory = mkdtempSync(join(tmpdir(), "convene-on-the-record-"));
  const fetched = mkdtempSync(join(tmpdir(), "convene-fetched-"));
  let site: TestServer;
  let browsers: [Chromium, Chromium];
  let world: DepositionWorld;
  let address: string;
  let host: Visitor;
  let guest: Visitor;

  before(async () => {
    // How long a recording is, is compared with how long it was on the record.
    const starting = startSite({ RECORDINGS_DIR: directory }, createRunningClock());
    [site, ...browsers] = await Promise.all([starting, startChromium(), startChromium()]);
    world = await buildDepositionRoom(site);
    address = `${site.url}/sessions/${world.pathId}`;
    host = await signedIn(site, browsers[0], { id: world.people.host.id, name: "Hana Host" });
    await host.page.goto(address);
    await press(host, "Join now");
    guest = await newcomer(browsers[1]);
    await guest.page.goto(`${address}#invitation=${world.guest.invitation}`);
    await guest.page.getByLabel("Your name").fill("Gus Guest");
    await press(guest, "Ask to join");
    await press(host, "Let in");
    await Promise.all([perceives(host.page, ["Gus Guest"]), perceives(guest.page, ["Hana Host"])]);
  });
  after(async () => {
    for (const browser of browsers ?? []) await browser.close();
    await site?.close();
    for (const folder of [directory, fetched]) rmSync(folder, { recursive: true });
  });

  const recordings = async () =>
    must(200, await world.as.coach.get(`/api/v1/sessions/${world.pathId}/recordings`)).recordings;

  /** The host asks; the guest is shown what for, and the host for whom it waits. Nothing is recorded yet. */
  async function isAsked(): Promise<void> {
    await press(host, "Go on the record");
    await host.page.getByText("Waiting for Gus Guest to agree.").waitFor();
    const question = guest.page.getByRole("alertdialog", { name: "Do you agree to be recorded?" });
    await question.getByText("Hana Host wants to record this session.").waitFor();
    await question.getByText("It begins only when everybody who is here has agreed.").waitFor();
    for (const visitor of [host, guest]) assert.match(await mark(visitor), /^Off the record/);
    assert.deepEqual([await recordings(), filesOf(directory)], [[], []]);
  }

  test("who declines keeps it from beginning, and the host sees who", async () => {
    assert.equal(await guest.page.getByRole("button", { name: "Go on the record" }).count(), 0);
    await isAsked();
    assert.deepEqual(await guest.axe(), []);
    await press(guest, "I do not agree");
    await host.page.getByText("Gus Guest did not agree: it cannot begin while they are here.").waitFor();
    await guest.page.getByRole("alertdialog").waitFor({ state: "detached" });
    for (const visitor of [host, guest]) assert.match(await mark(visitor), /^Off the record/);
    assert.deepEqual([await recordings(), filesOf(directory)], [[], []]);
    await host.page.getByRole("button", { name: "Ask no longer" }).first().click();
    await host.page.getByRole("button", { name: "Go on the record" }).waitFor();
  });

  test("is recorded once everybody has agreed: late-comers are asked first, and it plays, verifies, and shows a changed byte", async () => {
    await isAsked();
    const asked = Date.now();
    await press(guest, "I agree");
    await Promise.all([isOnRecord(host), isOnRecord(guest)]);
    const began = Date.now();

    const late = await signedIn(site, browsers[0], { id: world.people.invited.id, name: "Ina Invited" });
    await late.page.goto(address);
    await press(late, "Ask to join");
    await press(host, "Let in");
    const question = late.page.getByRole("alertdialog", { name: "This session is being recorded" });
    await question.getByText("Hana Host is recording this session.").waitFor();
    const reached = await late.page.evaluate(() => [
      document.querySelectorAll("video, audio").length,
      window.opened.connections.length,
    ]);
    assert.deepEqual(reached, [0, 0], "media elements and connections before they agreed");
    assert.match(await mark(late), /^On the record/);
    assert.deepEqual(await late.axe(), []);
    await press(late, "I agree");
    await Promise.all([
      perceives(late.page, ["Gus Guest", "Hana Host"]),
      perceives(host.page, ["Gus Guest", "Ina Invited"]),
      perceives(guest.page, ["Hana Host", "Ina Invited"]),
    ]);
    await untilRecorded(directory, 3);
    const enough = Date.now();
    await press(host, "Go off the record");
    for (const visitor of [host, guest, late]) {
      await visitor.page.locator("header").getByText("Off the record").waitFor();
    }
    const ended = Date.now();
    for (const visitor of [late, guest, host]) {
      await press(visitor, "Leave");
      await visitor.page.getByRole("heading", { name: "You have left" }).waitFor();
      assert.deepEqual(visitor.complaints, []);
    }

    await settled(site);
    const [recording, ...others] = await recordings();
    assert.deepEqual([others, recording.state, recording.interrupted], [[], "ready", false]);
    const on = Date.parse(recording.on_the_record_at);
    const off = Date.parse(recording.off_the_record_at);
    assert.ok(asked <= on && on <= began && enough <= off && off <= ended, JSON.stringify(recording));
    const names = recording.files.map((file: File) => file.participant_name).sort();
    assert.deepEqual(names, ["Gus Guest", "Hana Host", "Ina Invited"]);
    await playsWhole(recording.files, { on, off });
    await isSound(recording);
  });

  /** Every file is fetched by its link, has the right length, and both its tracks are seen and heard. */
  async function playsWhole(files: readonly File[], { on, off }: { on: number; off: number }): Promise<void> {
    const blank = await serveBlankPage();
    const player = await browsers[1].visitor();
    await player.page.goto(blank.url);
    for (const file of files) {
      const path = await fetchFile(file.download_url, fetched);
      const played = await play(player, path);
      const about = JSON.stringify({ ...file, on, off, played });
      assert.deepEqual([...file.sources].sort(), ["camera", "microphone"], about);
      const start = Date.parse(file.started_at);
      const isLate = file.participant_name === "Ina Invited";
      assert.ok(start >= on && (isLate || start < on + tolerance), about);
      assert.ok(Math.abs(start + file.duration_ms - off) < tolerance, about);
      assert.ok(Math.abs(played.duration - file.duration_ms / 1_000) < 0.2, about);
      // Decoded is every packet; a busy machine may have heard nothing for a while.
      const spoken = (await readFile(path)).audio.length * 0.02;
      assert.ok(Math.abs(played.soundDuration - spoken) < 0.2, about);
      assert.ok(played.pictures >= 3 && played.loudness > 0.005, about);
    }
    await player.leave();
    await blank.close();
  }

  /** The command says so of what lies on the disk; of what was fetched it names the one file in which a byte is another. */
  async function isSound({ manifest, files, ...recording }: Recording): Promise<void> {
    const verify = (folder: string) =>
      runCommand(["verify-recording", folder, "--expect", manifest.sha256], {});
    const kept = join(directory, world.organizationId);
    const [room = ""] = readdirSync(kept);
    const whole = await verify(join(kept, room));
    assert.equal(whole.code, 0, whole.output);
    const times = `${recording.on_the_record_at} to ${recording.off_the_record_at}`;
    const digest = `3 files, manifest SHA-256 ${manifest.sha256}`;
    assert.ok(whole.output.includes(`recording 1, ${times}, ${digest}`), whole.output);

    await fetchFile(manifest.download_url, fetched);
    const [changed] = files;
    assert.ok(changed);
    const bytes = readFileSync(join(fetched, changed.name));
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
    writeFileSync(join(fetched, changed.name), bytes);
    const { code, output } = await verify(fetched);
    assert.equal(code, 1, output);
    const faults = output.split("\n").filter((line) => line.startsWith("FAULT"));
    assert.equal(faults.length, 1, output);
    assert.ok(faults[0]?.includes(`${changed.name} was changed`), output);
  }
});

interface File {
  name: string;
  participant_name: string;
  sources: string[];
  started_at: string;
  duration_ms: number;
  download_url: string;
}

interface Recording {
  on_the_record_at: string;
  off_the_record_at: string;
  manifest: { sha256: string; download_url: string };
  files: File[];
}

/** Milliseconds that a file may begin after, or end before, what it is a recording of: packets wait for one another. */
const tolerance = 10_000;

/** What the mark at the top says of the record. */
const mark = ({ page }: Visitor): Promise<string> =>
  page
    .locator("header")
    .getByText(/^(On|Off) the record/)
    .innerText();

const isOnRecord = ({ page }: Visitor): Promise<void> =>
  page.locator("header").getByText("On the record").waitFor();

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".webm"))
    .map((path) => join(folder, path));

/** Waits until so many people's files hold some seconds of sound and pictures, up to about now. */
const untilRecorded = (folder: string, count: number): Promise<void> =>
  eventually(async () => {
    const files = filesOf(folder);
    assert.equal(files.length, count);
    for (const path of files) {
      const { header, audio, video } = await readFile(path);
      const last = Math.min(audio.at(-1) ?? 0, video.at(-1) ?? 0);
      assert.ok(last > 4_000, `${path}: ${last} ms`);
      assert.ok((header?.startedAt.getTime() ?? 0) + last > Date.now() - tolerance, `${path} is behind`);
    }
  });

/** Fetches what is behind a link into a folder, under its own name, and says where it is. */
async function fetchFile(url: string, folder: string): Promise<string> {
  const answer = await fetch(url);
  assert.equal(answer.status, 200);
  const [, name = ""] = answer.headers.get("content-disposition")?.match(/filename="([\w.-]+)"/) ?? [];
  const path = join(folder, name);
  writeFileSync(path, Buffer.from(await answer.arrayBuffer()));
  return path;
}
