import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { must } from "../../../test/build-mentorship.ts";
import { buildDepositionRoom, roomsOf } from "../../../test/build-rooms.ts";
import { type Chromium, startChromium } from "../../../test/chromium.ts";
import { eventually } from "../../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { settled } from "../../../test/travel.ts";
import { createSfu } from "../sfu/sfu.ts";
import { joinFromBrowser, serveBlankPage } from "../sfu/test/browser-page.ts";
import { keepFaults, localSettings } from "../sfu/test/quiet.ts";
import { folderOf, lengthOf } from "./folders.ts";
import { createRoomRecorder } from "./recorder.ts";
import { verifyRecordings } from "./verify.ts";

describe("a call of two browsers that was on the record", () => {
  const directory = mkdtempSync(join(tmpdir(), "convene-call-"));
  const { log, faults } = keepFaults();
  const sfu = createSfu({ settings: localSettings, log });
  let server: TestServer;
  let chromium: Chromium;
  let blank: Awaited<ReturnType<typeof serveBlankPage>>;

  before(async () => {
    server = await startTestServer({ settings: { RECORDINGS_DIR: directory } });
    chromium = await startChromium();
    blank = await serveBlankPage();
  });
  after(async () => {
    await chromium?.close();
    await blank?.close();
    await sfu.close();
    await server?.close();
    rmSync(directory, { recursive: true });
  });

  /** A deposition with two hosts in its room, who see and hear each other, and what records them. */
  async function buildCall() {
    const { as, pathId } = await buildDepositionRoom(server);
    const { parts, book, enter } = roomsOf(server);
    const recorder = createRoomRecorder({
      ...parts,
      directory,
      sfu,
      onFault: (fault) => assert.fail(String(fault)),
    });
    const people = [await enter(as.host, pathId), await enter(as.manager, pathId)] as const;
    const { room, participant } = people[0];
    for (const { connectionId, participant } of people) {
      const joined = {
        kind: "joined",
        at: server.clock(),
        connectionId,
        participant: { id: participant.id },
      } as const;
      await book.note(room, [joined]);
      const peer = { roomId: room.id, id: connectionId };
      const browser = await joinFromBrowser(await chromium.visitor(), blank.url, sfu, peer);
      await browser.publish(["camera", "microphone"]);
    }
    const folder = folderOf(directory, { organizationId: room.organizationId, roomId: room.id, number: 1 });
    const untilRecorded = () =>
      eventually(async () => {
        for (const { connectionId } of people) {
          const length = await lengthOf(join(folder, `${connectionId}.person.webm`));
          assert.ok((length ?? 0) > 150_000);
        }
      });
    const list = async () =>
      must(200, await as.coach.get(`/api/v1/sessions/${pathId}/recordings`)).recordings[0];
    return { room, recorder, by: participant.id, folder, untilRecorded, list };
  }

  test("is played back by its link, at whatever moment, and one changed byte shows", async () => {
    const { room, recorder, by, folder, untilRecorded, list } = await buildCall();
    const { id } = await recorder.start(room, by);
    await untilRecorded();
    await recorder.stop(room, id, by);
    await settled(server);

    const recording = await list();
    assert.equal(recording.files.length, 2);
    const viewer = await chromium.visitor();
    for (const { sources, duration_ms: milliseconds, download_url: link } of recording.files) {
      assert.deepEqual([...sources].sort(), ["camera", "microphone"]);
      await viewer.page.goto(link.replace("http://convene.test", server.url));
      const seen = (await viewer.page.evaluate(watch)) as Watched;
      assert.ok(Math.abs(seen.duration - milliseconds / 1_000) < 0.2, JSON.stringify(seen));
      assert.ok(seen.pictures >= 2 && seen.heard, JSON.stringify(seen));
    }
    assert.deepEqual(faults, []);

    const path = join(folder, recording.files[0].name);
    const { sha256 } = recording.manifest;
    assert.deepEqual((await verifyRecordings([folder], sha256)).faults, []);
    const bytes = readFileSync(path);
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
    writeFileSync(path, bytes);
    const [fault] = (await verifyRecordings([folder], sha256)).faults;
    assert.match(fault ?? "", /person.webm was changed/);
  });

  test("is there up to the last seconds when the media process is killed", async () => {
    const { room, recorder, by, folder, untilRecorded, list } = await buildCall();
    await recorder.start(room, by);
    await untilRecorded();
    const died = new Promise<void>((resolve) => {
      sfu.onEvent(({ type }) => type === "died" && resolve());
    });
    assert.ok(sfu.pid);
    process.kill(sfu.pid, "SIGKILL");
    await died;
    await recorder.interrupted(room);
    await settled(server);
    const recording = await list();
    assert.equal(recording.interrupted, true);
    assert.equal(recording.files.length, 2);
    const viewer = await chromium.visitor();
    for (const { duration_ms: milliseconds, download_url: link } of recording.files) {
      await viewer.page.goto(link.replace("http://convene.test", server.url));
      const seen = (await viewer.page.evaluate(watch)) as Watched;
      assert.ok(Math.abs(seen.duration - milliseconds / 1_000) < 0.2, JSON.stringify(seen));
      assert.ok(seen.pictures >= 2 && seen.heard, JSON.stringify(seen));
    }
    assert.deepEqual((await verifyRecordings([folder], recording.manifest.sha256)).faults, []);
  });
});

interface Watched {
  duration: number;
  /** How many different pictures were seen at four moments, from the end to the beginning. */
  pictures: number;
  heard: boolean;
}

/** Runs in the browser's own player, at the link itself. */
const watch = `(async () => {
  const video = document.querySelector("video");
  const until = (is) => new Promise((resolve) => {
    const look = () => (is() ? resolve() : setTimeout(look, 20));
    look();
  });
  await until(() => video.readyState >= 2 && Number.isFinite(video.duration));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [64, 48];
  const pictures = new Set();
  for (const part of [0.9, 0.6, 0.3, 0.1]) {
    video.currentTime = video.duration * part;
    await until(() => !video.seeking && video.readyState >= 2);
    canvas.getContext("2d").drawImage(video, 0, 0, 64, 48);
    pictures.add(canvas.toDataURL());
  }
  const { duration } = video;
  await video.play();
  await until(() => video.webkitAudioDecodedByteCount > 1000);
  return { duration, pictures: pictures.size, heard: true };
})()`;
