import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, rmSync, truncateSync } from "node:fs";
import { stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { type Chromium, startChromium, type Visitor } from "../../../../test/chromium.ts";
import { eventually } from "../../../../test/eventually.ts";
import { createSfu } from "../sfu.ts";
import { joinFromBrowser, serveBlankPage } from "../test/browser-page.ts";
import { keepFaults, localSettings } from "../test/quiet.ts";
import { finishFile } from "./finish-file.ts";
import { play } from "./test/player.ts";
import { readFile } from "./test/read-file.ts";

describe("what was recorded in a call of real browsers, in a real browser", () => {
  const { log, faults } = keepFaults();
  const sfu = createSfu({ settings: localSettings, log });
  const folder = mkdtempSync(join(tmpdir(), "convene-playback-"));
  let chromium: Chromium;
  let blank: Awaited<ReturnType<typeof serveBlankPage>>;
  let viewer: Visitor;

  before(async () => {
    chromium = await startChromium();
    blank = await serveBlankPage();
    viewer = await chromium.visitor();
    await viewer.page.goto(blank.url);
  });

  after(async () => {
    await chromium?.close();
    await blank?.close();
    await sfu.close();
    rmSync(folder, { recursive: true });
  });

  const enter = async (id: string) =>
    joinFromBrowser(await chromium.visitor(), blank.url, sfu, { roomId: "call", id });
  const pathOf = (name: string) => join(folder, name);

  /** Waits until so many seconds of this person's sound are in the file. */
  const untilSpoken = (name: string, seconds: number) =>
    eventually(async () => {
      const found = await readFile(pathOf(name)).catch(() => ({ audio: [0] }));
      assert.ok((found.audio.at(-1) ?? 0) >= seconds * 1_000);
    });

  test("both tracks are really there, also of who began before the recording, or came late", async () => {
    const ann = await enter("ann");
    await ann.publish(["camera", "microphone"]);
    await sfu.startRecording("call", "recording", folder);
    await untilSpoken("ann.person.webm", 2);
    const bob = await enter("bob");
    await bob.publish(["microphone"]);
    await untilSpoken("bob.person.webm", 1);
    await bob.publish(["camera", "microphone"]);
    await ann.publish(["microphone"]);
    await untilSpoken("bob.person.webm", 4);
    await ann.publish(["camera", "microphone"]);
    await untilSpoken("bob.person.webm", 6);
    // As if the process had died at this moment.
    copyFileSync(pathOf("ann.person.webm"), pathOf("cut.person.webm"));
    const files = await sfu.stopRecording("call", "recording");
    assert.deepEqual(files.map(({ file, sources }) => [file, [...sources].sort()]).sort(), [
      ["ann.person.webm", ["camera", "microphone"]],
      ["bob.person.webm", ["camera", "microphone"]],
    ]);

    for (const { file, milliseconds } of files) {
      await finishFile(pathOf(file));
      const played = await play(viewer, pathOf(file));
      assert.ok(Math.abs(played.duration - milliseconds / 1_000) < 0.2, `${file}: ${JSON.stringify(played)}`);
      // Decoded is every packet; a busy machine may have heard nothing for a while.
      const { audio } = await readFile(pathOf(file));
      const spoken = audio.length * 0.02;
      assert.ok(
        Math.abs(played.soundDuration - spoken) < 0.2,
        `${file}: ${spoken} ${JSON.stringify(played)}`,
      );
      assert.ok(played.width > 0 && played.height > 0);
      assert.ok(played.pictures >= 4, `${file}: ${played.pictures} different pictures`);
      assert.ok(played.loudness > 0.005, `${file}: ${played.loudness}`);
    }
    assert.deepEqual(faults, []);
  });

  test("a file that nobody finished plays as it is, and one with half a cluster at its end once it is finished", async () => {
    const path = pathOf("cut.person.webm");
    const played = await play(viewer, path);
    assert.ok(played.pictures >= 2, JSON.stringify(played));
    assert.ok(played.soundDuration > 2 && played.loudness > 0.005, JSON.stringify(played));
    truncateSync(path, (await stat(path)).size - 500);
    await finishFile(path);
    const finished = await play(viewer, path);
    assert.ok(finished.duration > 2 && finished.pictures >= 4, JSON.stringify(finished));
  });
});
