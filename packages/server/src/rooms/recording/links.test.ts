import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { hours, minutes } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { createLive } from "../../../test/build-live.ts";
import { must } from "../../../test/build-mentorship.ts";
import { roomsOf } from "../../../test/build-rooms.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { settled } from "../../../test/travel.ts";
import { createRecordingLinks } from "./links.ts";
import { createRoomRecorder } from "./recorder.ts";
import { buildRecordedRoom } from "./test/recorded-room.ts";

describe("links to recordings", () => {
  const directory = mkdtempSync(join(tmpdir(), "convene-links-"));
  let server: TestServer;
  let built: Awaited<ReturnType<typeof buildRecordedRoom>>;

  before(async () => {
    server = await startTestServer({ settings: { RECORDINGS_DIR: directory } });
    built = await buildRecordedRoom(server, directory);
    await built.recordStretch();
  });
  after(async () => {
    await server.close();
    rmSync(directory, { recursive: true });
  });

  /** A link as its reader has it, at this test's port. */
  const here = (link: string) => link.replace("http://convene.test", server.url);
  const open = (link: string, headers: Record<string, string> = {}, method = "GET") =>
    fetch(here(link), { headers, method, redirect: "manual" });
  const firstFile = async () => {
    const [recording] = await built.list();
    const [file] = recording.files;
    const { organizationId, id } = built.room;
    return { file, recording, bytes: readFileSync(built.media.file(organizationId, id, 1, file.name)) };
  };

  test("open a file and the manifest for whoever has them, under their own names, and are kept by nobody", async () => {
    const { file, recording, bytes } = await firstFile();
    const answer = await open(file.url);
    assert.equal(answer.status, 200);
    assert.deepEqual(Buffer.from(await answer.arrayBuffer()), bytes);
    const header = (name: string) => answer.headers.get(name);
    assert.deepEqual(
      [
        header("content-type"),
        header("content-disposition"),
        header("cache-control"),
        header("accept-ranges"),
      ],
      ["video/webm", `inline; filename="${file.name}"`, "private, no-store", "bytes"],
    );
    assert.deepEqual(
      [header("referrer-policy"), header("content-length")],
      ["no-referrer", String(bytes.length)],
    );
    const manifest = await open(recording.manifest.url);
    assert.match(manifest.headers.get("content-disposition") ?? "", /^attachment; filename="manifest.json"$/);
    assert.equal(((await manifest.json()) as { number: number }).number, 1);
    const head = await open(file.url, {}, "HEAD");
    assert.deepEqual([head.status, head.headers.get("content-length")], [200, String(bytes.length)]);
  });

  test("answer a part of a file, so that a player can go to a moment", async () => {
    const { file, bytes } = await firstFile();
    const length = bytes.length;
    const part = async (range: string) => {
      const answer = await open(file.url, { range });
      return [answer.status, answer.headers.get("content-range"), Buffer.from(await answer.arrayBuffer())];
    };
    assert.deepEqual(await part("bytes=10-19"), [206, `bytes 10-19/${length}`, bytes.subarray(10, 20)]);
    assert.deepEqual(await part("bytes=100-"), [
      206,
      `bytes 100-${length - 1}/${length}`,
      bytes.subarray(100),
    ]);
    assert.deepEqual(await part("bytes=-5"), [
      206,
      `bytes ${length - 5}-${length - 1}/${length}`,
      bytes.subarray(-5),
    ]);
    assert.deepEqual(await part(`bytes=0-${length * 2}`), [206, `bytes 0-${length - 1}/${length}`, bytes]);
    assert.deepEqual(await part(`bytes=${length}-`), [416, `bytes */${length}`, Buffer.alloc(0)]);
    assert.deepEqual(await part("bytes=-0"), [416, `bytes */${length}`, Buffer.alloc(0)]);
    for (const odd of ["bytes=0-1,3-4", "bytes=9-3", "lines=1-2", "bytes=-"]) {
      assert.deepEqual((await part(odd)).slice(0, 2), [200, null], odd);
    }
  });

  test("open nothing once they were altered, or an hour has passed, and say no more than that", async () => {
    const { file, recording } = await firstFile();
    const path = new URL(file.url);
    const altered = [
      file.url.replace(
        /signature=(.)/,
        (_: string, first: string) => `signature=${first === "A" ? "B" : "A"}`,
      ),
      file.url.replace(/expires=\d+/, (given: string) => `expires=${Number(given.slice(8)) + 3_600}`),
      file.url.replace(/&signature=.*/, ""),
      file.url.replace(file.name, "manifest.json"),
      file.url.replace("/1/", "/2/"),
      file.url.replace("/1/", "/01/"),
      file.url.replace(built.room.id, built.room.organizationId),
      file.url.replace(file.name, encodeURIComponent("../1/manifest.json")),
      `${path.origin}${path.pathname}`,
      recording.manifest.url.replace("manifest.json", file.name),
    ];
    for (const link of altered) {
      const answer = await open(link);
      assert.equal(answer.status, 404, link);
      assert.doesNotMatch(await answer.text(), /expire|signature|alter/i);
    }
    server.clock.advance(minutes(59));
    assert.equal((await open(file.url)).status, 200);
    server.clock.advance(minutes(2));
    assert.equal((await open(file.url)).status, 404);
  });

  test("never lead to what the manifest does not know, even when it lies there", async () => {
    const { recording } = await firstFile();
    const { organizationId, id } = built.room;
    const links = createRecordingLinks(built.parts.vault, "http://convene.test");
    const until = links.expiry(server.clock());
    for (const name of ["manifest.json.unfinished", "..", recording.files[0].name.replace("webm", "txt")]) {
      assert.equal((await open(links.file({ organizationId, id }, 1, name, until))).status, 404, name);
    }
    assert.equal((await open(links.file({ organizationId, id }, 9, "manifest.json", until))).status, 404);
    const foreign = { organizationId: newId(), id };
    assert.equal((await open(links.page(foreign, until))).status, 404);
  });

  test("a lasting address asks who comes, and leads to a page with all of a session's recordings", async () => {
    const { as, pathId } = built.world;
    const ask = async (who: keyof typeof as) =>
      fetch(`${server.url}/api/rooms/${pathId}/recording`, {
        headers: { authorization: `Bearer ${built.world.people[who].token}` },
        redirect: "manual",
      });
    assert.equal((await ask("invited")).status, 403);
    assert.equal((await ask("foreigner")).status, 404);
    const answer = await ask("host");
    const link = answer.headers.get("location") ?? "";
    assert.equal(answer.status, 302);
    assert.equal(((await answer.json()) as { url: string }).url, link);
    const page = await open(link);
    const text = await page.text();
    assert.equal(page.status, 200);
    assert.match(text, /Ada Lovelace: microphone and camera/);
    const [file] = /http:\/\/convene.test[^"]*person.webm[^"]*/.exec(text) ?? [];
    assert.equal((await open((file ?? "").replaceAll("&amp;", "&"))).status, 200);
    server.clock.advance(hours(2));
    assert.equal((await open(link)).status, 404);
  });

  test("a live session's recording_url is that address", async () => {
    const organizationId = await server.build.organization();
    const manager = await server.memberApi(organizationId, "Manager");
    const startsAt = new Date(server.clock().getTime() + minutes(5)).toISOString();
    const { id } = await createLive(manager, { scheduled_at: startsAt });
    const rooms = roomsOf(server);
    const { room, participant, connectionId } = await rooms.enter(manager, id);
    await rooms.book.begin(room, participant.id);
    const recorder = createRoomRecorder({
      ...rooms.parts,
      directory,
      sfu: built.media.sfu,
      onFault: (fault) => assert.fail(String(fault)),
    });
    const running = await recorder.start(room, participant.id);
    built.media.speak(room.id, connectionId);
    await recorder.stop(room, running.id, participant.id);
    await settled(server);
    const session = must(200, await manager.get(`/v1/sessions/${id}`));
    assert.equal(session.recording_url, `http://convene.test/api/rooms/${id}/recording`);
    await recorder.close();
  });
});
