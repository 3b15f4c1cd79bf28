import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { encodeManifest, type Manifest, sha256 } from "./manifest.ts";
import { verifyRecordings } from "./verify.ts";

describe("verifying recordings", () => {
  const root = mkdtempSync(join(tmpdir(), "convene-verify-"));
  after(() => rmSync(root, { recursive: true }));

  const name = "ann.person.webm";
  const room = join(root, "room");
  const at = (number: number, file = "") => join(room, `000${number}`, file);

  function write(number: number, previous: string | null): string {
    const content = Buffer.from(`what was said in stretch ${number}`);
    mkdirSync(at(number), { recursive: true });
    writeFileSync(at(number, name), content);
    const file: Manifest["files"][number] = {
      ...{ name, participant: { id: "1", key: "person:1", name: "Ann" }, connection: "ann" },
      ...{ sources: ["microphone"], startedAt: "2026-03-02T09:00:00.000Z", milliseconds: 5_000 },
      ...{ bytes: content.length, sha256: sha256(content) },
    };
    const manifest = encodeManifest({
      ...{ version: 1, organization: "org", room: "room", product: "depositions", session: "case-1", number },
      ...{ startedAt: "2026-03-02T09:00:00.000Z", stoppedAt: "2026-03-02T09:00:05.000Z" },
      ...{ interrupted: false, files: [file], previous },
    });
    writeFileSync(at(number, "manifest.json"), manifest);
    return sha256(manifest);
  }
  const first = write(1, null);
  const second = write(2, first);
  const last = write(3, second);

  /** Changes a copy of the room, and says what is wrong with it then. */
  async function faultsAfter(change: () => void, expected: string | null = null): Promise<string[]> {
    const kept = join(root, "kept");
    cpSync(room, kept, { recursive: true });
    change();
    const { faults } = await verifyRecordings([room], expected);
    rmSync(room, { recursive: true });
    cpSync(kept, room, { recursive: true });
    rmSync(kept, { recursive: true });
    return faults.map((fault) => fault.replaceAll(room, ""));
  }
  const changeByte = (path: string, at: number) => {
    const bytes = readFileSync(path);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    writeFileSync(path, bytes);
  };
  const changeText = (path: string, from: string, to: string) =>
    writeFileSync(path, readFileSync(path, "utf8").replace(from, to));

  test("finds nothing wrong with what is as it was made, as a whole room or folder by folder", async () => {
    const whole = await verifyRecordings([room], last);
    assert.deepEqual(whole.faults, []);
    assert.equal(whole.sound.length, 3);
    const apart = await verifyRecordings([at(3), at(1), at(2)], last.toUpperCase());
    assert.deepEqual(apart.faults, []);
  });

  test("finds every single byte that was changed, in a file as in a manifest", async () => {
    /** Changes it, and changes it back. */
    const faultsOf = async (path: string, byte: number) => {
      changeByte(path, byte);
      const { faults } = await verifyRecordings([room], last);
      changeByte(path, byte);
      return faults;
    };
    for (let byte = 0; byte < readFileSync(at(2, name)).length; byte += 1) {
      const [fault, ...others] = await faultsOf(at(2, name), byte);
      assert.match(fault ?? "", /0002\/ann.person.webm was changed: SHA-256 is \w{64}, was \w{64}$/);
      assert.deepEqual(others, []);
    }
    for (const manifest of [1, 2, 3].map((number) => at(number, "manifest.json"))) {
      for (let byte = 0; byte < readFileSync(manifest).length; byte += 1) {
        assert.notDeepEqual(await faultsOf(manifest, byte), [], `byte ${byte} of ${manifest}`);
      }
    }
  });

  test("says what is missing, and what does not belong there", async () => {
    assert.deepEqual(await faultsAfter(() => rmSync(at(1, name))), [`/0001/${name} is missing`]);
    assert.deepEqual(await faultsAfter(() => writeFileSync(at(1, "more.webm"), "")), [
      "/0001/more.webm is superfluous: the manifest does not know it",
    ]);
    assert.deepEqual(await faultsAfter(() => rmSync(at(2), { recursive: true })), [
      "recording 2 of room room is missing",
    ]);
    assert.deepEqual(await faultsAfter(() => rmSync(at(1), { recursive: true })), [
      "recording 1 of room room is missing",
    ]);
    assert.deepEqual(await faultsAfter(() => cpSync(at(2), join(room, "0004"), { recursive: true })), [
      "/0004 is superfluous: recording 2 of its room is there already",
    ]);
    assert.deepEqual(await faultsAfter(() => rmSync(at(2, "manifest.json"))), [
      "/0002/manifest.json is missing",
      "recording 2 of room room is missing",
    ]);
    const [changed] = await faultsAfter(() => writeFileSync(at(1, name), "shorter"));
    assert.match(changed ?? "", /^\/0001\/ann.person.webm was changed \(7 bytes, were 26\)/);
    assert.deepEqual(await faultsAfter(() => writeFileSync(at(1, "manifest.json"), "{}")), [
      "/0001/manifest.json was changed: it is no manifest any more",
      "recording 1 of room room is missing",
    ]);
  });

  test("a manifest that was changed together with its file shows in the next one, and the last by what is expected", async () => {
    const forge = (number: number) => () => {
      const before = sha256(readFileSync(at(number, name)));
      writeFileSync(at(number, name), "what was not said in any stretch!");
      changeText(at(number, "manifest.json"), before, sha256(readFileSync(at(number, name))));
    };
    const [inside, ...others] = await faultsAfter(forge(2), last);
    assert.match(inside ?? "", /^\/0002\/manifest.json was changed, or 0003\/manifest.json was: SHA-256 is/);
    assert.deepEqual(others, []);
    assert.deepEqual(await faultsAfter(forge(3)), [], "nothing else vouches for the last one");
    const [end] = await faultsAfter(forge(3), last);
    assert.match(end ?? "", /^\/0003\/manifest.json was changed, or recordings after it are missing/);
    const [cut] = await faultsAfter(() => rmSync(at(3), { recursive: true }), last);
    assert.match(cut ?? "", /^\/0002\/manifest.json was changed, or recordings after it are missing/);
  });

  test("the command says so, and exits with 1", async () => {
    const convene = (...args: string[]) => {
      const bin = new URL("../../../bin/convene.js", import.meta.url).pathname;
      const { status, stdout, stderr } = spawnSync(process.execPath, [bin, "verify-recording", ...args], {
        encoding: "utf8",
      });
      return { status, said: stdout + stderr };
    };
    const sound = convene(room, "--expect", last);
    assert.equal(sound.status, 0, sound.said);
    assert.match(sound.said, /sound: .*0003: recording 3, .*, 1 file, manifest SHA-256 \w{64}/);
    const wrong = convene(room, "--expect", first);
    assert.equal(wrong.status, 1);
    assert.match(wrong.said, /FAULT: /);
    assert.match(convene().said, /the folder to look at is missing/);
  });
});
