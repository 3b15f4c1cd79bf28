import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, truncateSync } from "node:fs";
import { stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import type { Source } from "../port.ts";
import { finishFile } from "./finish-file.ts";
import type { MediaPacket } from "./jitter-buffer.ts";
import { recordRoom } from "./recorder.ts";
import { PacketMaker } from "./test/packets.ts";
import { readFile } from "./test/read-file.ts";

describe("recording a room's packets", () => {
  const folders: string[] = [];
  const newFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), "convene-recorder-"));
    folders.push(folder);
    return folder;
  };
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  /** A recording whose clock the test moves. */
  function begin() {
    const folder = newFolder();
    const asked: string[] = [];
    const time = { now: 1_800_000_000_000 };
    const recording = recordRoom({
      folder,
      now: () => time.now,
      requestKeyFrame: (peerId, source) => asked.push(`${peerId} ${source}`),
      onFault: (fault) => assert.fail(String(fault)),
    });
    const give = (source: Source, packets: readonly MediaPacket[], peerId = "ann") => {
      for (const packet of packets) recording.packet(peerId, source, packet);
    };
    const pathOf = (name: string) => join(folder, name);
    return { recording, time, asked, give, pathOf };
  }

  test("puts sound and pictures of one person into one file, in step", async () => {
    const { recording, time, give, pathOf } = begin();
    const sound = new PacketMaker("audio");
    const pictures = new PacketMaker("video");
    for (let n = 0; n < 150; n += 1) {
      give("microphone", sound.frame(20));
      if (n % 2 === 0) give("camera", pictures.frame(40, { isKey: n === 0 }));
      time.now += 20;
    }
    assert.deepEqual(await recording.finish(), [
      {
        peerId: "ann",
        sources: ["microphone", "camera"],
        file: "ann.person.webm",
        startedAt: new Date(1_800_000_000_000),
        milliseconds: 2_980,
        bytes: (await stat(pathOf("ann.person.webm"))).size,
      },
    ]);
    const { header, audio, video, clusters } = await readFile(pathOf("ann.person.webm"));
    assert.deepEqual(header?.video, { width: 64, height: 48 });
    assert.equal(header?.audio, true);
    assert.deepEqual(
      audio,
      Array.from({ length: 150 }, (_, n) => n * 20),
    );
    assert.deepEqual(
      video,
      Array.from({ length: 75 }, (_, n) => n * 40),
    );
    assert.ok(clusters.length >= 3, "a crash would take more than a second");
  });

  test("keeps time by the sender's clock where packets come in bursts, and follows it over hours", async () => {
    const { recording, time, give, pathOf } = begin();
    const sound = new PacketMaker("audio");
    const start = time.now;
    // The sender's clock is slow by 200 parts in a million: 360 ms in half an hour.
    for (let n = 0; n < 1_800 * 50; n += 1) {
      time.now = Math.max(time.now, start + n * 20 * 1.0002 + (n % 7) * 12);
      give("microphone", sound.frame(20, { size: 3 }));
    }
    await recording.finish();
    const { audio } = await readFile(pathOf("ann.person.webm"));
    const steps = audio.slice(1).map((at, n) => at - (audio[n] ?? 0));
    assert.ok(
      steps.every((step) => step >= 14 && step <= 26),
      "frames moved by more than a step",
    );
    const drift = 1_800_000 * 1.0002 - (audio.at(-1) ?? 0);
    assert.ok(Math.abs(drift) < 150, `${drift} ms behind after half an hour`);
  });

  test("sound that stood still for a while, without its clock saying so, goes on in step with the pictures", async () => {
    const { recording, time, give, pathOf } = begin();
    const sound = new PacketMaker("audio");
    const speak = (seconds: number) => {
      for (let n = 0; n < seconds * 50; n += 1) {
        give("microphone", sound.frame(20, { size: 3 }));
        time.now += 20;
      }
    };
    speak(3);
    time.now += 600;
    speak(5);
    await recording.finish();
    const { audio } = await readFile(pathOf("ann.person.webm"));
    assert.ok(Math.abs((audio.at(-1) ?? 0) - 8_580) <= 5, `ends at ${audio.at(-1)}`);
  });

  test("puts packets in their order, and drops repeats and padding", async () => {
    const { recording, time, give, pathOf } = begin();
    const pictures = new PacketMaker("video");
    for (let n = 0; n < 10; n += 1) {
      if (n % 3 === 0) give("camera", [pictures.padding()]);
      const [first, second, third] = pictures.frame(40, { isKey: n === 0 }) as [
        MediaPacket,
        MediaPacket,
        MediaPacket,
      ];
      give("camera", n === 0 ? [first, second, third] : [third, first, first, second, third]);
      time.now += 40;
    }
    await recording.finish();
    const { video } = await readFile(pathOf("ann.person.webm"));
    assert.deepEqual(
      video,
      Array.from({ length: 10 }, (_, n) => n * 40),
    );
  });

  test("waits half a second for a lost packet, then goes on with the next key frame, which it asks for", async () => {
    const { recording, time, asked, give, pathOf } = begin();
    const pictures = new PacketMaker("video");
    give("camera", pictures.frame(40, { isKey: true }));
    assert.deepEqual(asked, ["ann camera"], "asked for the first one at once");
    time.now += 1_000;
    pictures.pause(960);
    const late = pictures.frame(40);
    const rest = pictures.frame(40);
    give("camera", [late[0], late[2], ...rest] as MediaPacket[]);
    time.now += 300;
    give("camera", [late[1]] as MediaPacket[]);

    pictures.pause(260);
    const lost = pictures.frame(40);
    give("camera", [lost[0], lost[2]] as MediaPacket[]);
    for (let n = 0; n < 20; n += 1) {
      time.now += 40;
      give("camera", pictures.frame(40));
    }
    assert.deepEqual(asked, ["ann camera", "ann camera"]);
    give("camera", pictures.frame(40, { isKey: true }));
    await recording.finish();
    const { video } = await readFile(pathOf("ann.person.webm"));
    assert.deepEqual(
      video.map((at) => Math.round(at / 10) * 10),
      [0, 1_000, 1_040, 2_180],
    );
  });

  test("a camera that comes later, stops and comes back is in the same file at its times; who comes back has another", async () => {
    const { recording, time, give, pathOf } = begin();
    const sound = new PacketMaker("audio");
    const speak = (seconds: number) => {
      for (let n = 0; n < seconds * 50; n += 1) {
        give("microphone", sound.frame(20));
        time.now += 20;
      }
    };
    speak(2);
    give("camera", new PacketMaker("video", { ssrc: 7 }).frame(40, { isKey: true }));
    speak(3);
    give(
      "camera",
      new PacketMaker("video", { ssrc: 8, timestamp: 5, sequenceNumber: 9 }).frame(40, { isKey: true }),
    );
    speak(1);
    recording.leave("ann");
    give("microphone", sound.frame(20));
    give("microphone", sound.frame(20), "ann-again");
    give("screen", new PacketMaker("video").frame(40, { isKey: true }), "ann-again");
    const files = await recording.finish();
    assert.deepEqual(
      files.map(({ file, sources }) => [file, sources]),
      [
        ["ann.person.webm", ["microphone", "camera"]],
        ["ann.person-2.webm", ["microphone"]],
        ["ann-again.person.webm", ["microphone"]],
        ["ann-again.screen.webm", ["screen"]],
      ],
    );
    const { audio, video } = await readFile(pathOf("ann.person.webm"));
    assert.deepEqual(video, [2_000, 5_000]);
    assert.equal(audio.length, 300);
  });

  test("an id that is no plain text leaves the folder in peace", async () => {
    const { recording, give } = begin();
    give("microphone", new PacketMaker("audio").frame(20), "../../etc/ann");
    assert.deepEqual(await recording.finish(), []);
  });

  test("a file that cannot be written is told once, and the others go on", async () => {
    const faults: unknown[] = [];
    const recording = recordRoom({
      folder: join(newFolder(), "missing"),
      requestKeyFrame() {},
      onFault: (fault) => faults.push(fault),
    });
    for (const packet of new PacketMaker("audio").frame(20)) recording.packet("ann", "microphone", packet);
    await recording.finish();
    assert.equal(faults.length, 1);
  });

  test("SIGKILL in the middle leaves all but the last seconds, and half a cluster is cut off", async () => {
    const folder = newFolder();
    const script = new URL("./test/write-until-killed.ts", import.meta.url).pathname;
    const child = spawn(process.execPath, [script, folder], { stdio: ["ignore", "pipe", "inherit"] });
    let seconds = 0;
    for await (const line of child.stdout) {
      seconds = Number(String(line).trim().split("\n").at(-1));
      if (seconds >= 6) break;
    }
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
    const path = join(folder, "ann.person.webm");
    const before = await readFile(path);
    assert.ok((before.audio.at(-1) ?? 0) >= seconds * 1_000 - 3_000, "more than the last seconds are gone");
    truncateSync(path, (await stat(path)).size - 100);

    const finished = await finishFile(path);
    const { audio, video } = await readFile(path);
    assert.deepEqual(finished?.kinds, ["audio", "video"]);
    assert.equal(finished?.milliseconds, Math.max(...audio, ...video));
    assert.equal(
      audio.length,
      before.audio.length -
        (before.clusters.at(-1)?.frames.filter(({ kind }) => kind === "audio").length ?? 0),
    );
    const { size, mtimeMs } = await stat(path);
    assert.deepEqual(await finishFile(path), finished, "again");
    assert.deepEqual([(await stat(path)).size, (await stat(path)).mtimeMs], [size, mtimeMs], "written anew");
  });
});
