import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { days } from "#kernel/clock.ts";
import { Refusal } from "#kernel/errors.ts";
import { must } from "../../../test/build-mentorship.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { settled, travel } from "../../../test/travel.ts";
import { decodeManifest, sha256 } from "./manifest.ts";
import { deleteOldRecordings } from "./operations/delete-old-recordings.ts";
import { findInterrupted } from "./operations/find-interrupted.ts";
import { finishRecordings } from "./operations/finish-recordings.ts";
import { buildRecordedRoom } from "./test/recorded-room.ts";
import { verifyRecordings } from "./verify.ts";

interface ListedFile {
  name: string;
  participant: { name: string };
  sources: string[];
}

describe("recordings of rooms", () => {
  const directory = mkdtempSync(join(tmpdir(), "convene-recordings-"));
  let server: TestServer;

  before(async () => {
    server = await startTestServer({ settings: { RECORDINGS_DIR: directory } });
  });
  after(async () => {
    await server.close();
    rmSync(directory, { recursive: true });
  });

  const build = () => buildRecordedRoom(server, directory);
  const eventsOf = (roomId: string) =>
    server.db.query<{ type: string; payload: { number: number } }>(
      `select type, payload from events where subject_id = $1 and type like 'rooms.recording.%' order by version`,
      [roomId],
    );
  const refused = (code: string) => (fault: unknown) => fault instanceof Refusal && fault.code === code;

  test("each stretch on the record is listed with its times, its files and whose they are", async () => {
    const { world, room, host, guest, recordStretch, list } = await build();
    const started = server.clock().toISOString();
    await recordStretch(60_000);
    const stopped = server.clock().toISOString();
    server.clock.advance(5_000);
    await recordStretch(30_000);

    const [first, second] = await list();
    assert.deepEqual(
      [first.number, first.state, first.startedAt, first.stoppedAt, first.interrupted],
      [1, "ready", started, stopped, false],
    );
    assert.equal(second.number, 2);
    assert.equal(second.manifest.previousSha256, first.manifest.sha256);
    assert.equal(first.manifest.previousSha256, null);
    const files = first.files.map(({ name, participant, sources }: ListedFile) => [
      name,
      participant.name,
      sources,
    ]);
    assert.deepEqual(
      files.sort(),
      [
        [`${guest.connectionId}.person.webm`, "Gus Guest", ["microphone"]],
        [`${guest.connectionId}.screen.webm`, "Gus Guest", ["screen"]],
        [`${host.connectionId}.person.webm`, "Ada Lovelace", ["microphone", "camera"]],
      ].sort(),
    );
    const types = (await eventsOf(room.id)).map(({ type, payload }) => `${type} ${payload.number}`);
    assert.deepEqual(types, [
      ...["rooms.recording.started 1", "rooms.recording.stopped 1", "rooms.recording.finished 1"],
      ...["rooms.recording.started 2", "rooms.recording.stopped 2", "rooms.recording.finished 2"],
    ]);

    const contract = must(200, await world.as.coach.get(`/api/v1/sessions/${world.pathId}/recordings`));
    assert.deepEqual(
      contract.recordings.map((one: Record<string, unknown>) => [one.number, one.on_the_record_at]),
      [
        [1, first.startedAt],
        [2, second.startedAt],
      ],
    );
    assert.equal(contract.recordings[0].manifest.sha256, first.manifest.sha256);
  });

  test("the manifest says what is there, whose folder nobody else may read, and verifies", async () => {
    const { world, room, media, recordStretch, list } = await build();
    await recordStretch();
    const folder = media.folder(room.organizationId, room.id, 1);
    const bytes = readFileSync(join(folder, "manifest.json"));
    const [listed] = await list();
    assert.equal(listed.manifest.sha256, sha256(bytes));
    const manifest = decodeManifest(bytes);
    assert.deepEqual(
      [manifest?.version, manifest?.organization, manifest?.room, manifest?.session, manifest?.number],
      [1, world.organizationId, room.id, world.pathId, 1],
    );
    assert.deepEqual(
      manifest?.files.map((file) => file.sha256),
      listed.files.map((file: { sha256: string }) => file.sha256),
    );
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    assert.equal(statSync(join(folder, manifest?.files[0]?.name ?? "")).mode & 0o777, 0o600);
    const { faults } = await verifyRecordings([folder], listed.manifest.sha256);
    assert.deepEqual(faults, []);
  });

  test("hosts alone start one, one at a time, and of a session that may be recorded", async () => {
    const { recorder, room, host, guest, media } = await build();
    await assert.rejects(recorder.start(room, guest.participant.id), refused("forbidden"));
    const { id } = await recorder.start(room, host.participant.id);
    await assert.rejects(recorder.start(room, host.participant.id), refused("recording_running"));
    assert.ok(media.isRecording(room.id));
    await recorder.stop(room, id, host.participant.id);
    await recorder.stop(room, id, host.participant.id);
    await server.db.query("update depositions set state = 'canceled' where id::text = $1", [
      room.subject.sessionId,
    ]);
    await assert.rejects(recorder.start(room, host.participant.id), refused("recording_not_allowed"));
  });

  test("what cannot be begun is over at once, and says so", async () => {
    const { recorder, room, host, media, list } = await build();
    media.sfu.startRecording = async () => {
      throw new Error("restarting");
    };
    await assert.rejects(recorder.start(room, host.participant.id), /restarting/);
    await settled(server);
    const [only] = await list();
    assert.deepEqual([only.state, only.interrupted, only.files], ["ready", true, []]);
  });

  test("when the media process dies, what was written is finished as interrupted, and a new stretch can begin", async () => {
    const { recorder, room, host, media, recordStretch, list } = await build();
    await recorder.start(room, host.participant.id);
    media.speak(room.id, host.connectionId);
    await media.die(room.id);
    await recorder.interrupted(room);
    await recorder.interrupted(room);
    await recordStretch();
    assert.deepEqual(
      (await list()).map(({ interrupted, files }: { interrupted: boolean; files: unknown[] }) => [
        interrupted,
        files.length,
      ]),
      [
        [true, 1],
        [false, 3],
      ],
    );
  });

  test("what the database could not be told is told again when it is asked again", async () => {
    const { recorder, room, host, media, list, parts } = await build();
    const { id } = await recorder.start(room, host.participant.id);
    media.speak(room.id, host.connectionId);
    const { asTenant } = parts.database;
    parts.database.asTenant = () => Promise.reject(new Error("away"));
    await assert.rejects(recorder.stop(room, id, null), /away/);
    parts.database.asTenant = asTenant;
    await recorder.stop(room, id, null);
    await settled(server);
    const [only] = await list();
    assert.deepEqual([only.state, only.interrupted, only.files.length], ["ready", false, 1]);
  });

  test("when the server dies, the next look but one finds it, with half a cluster at a file's end", async () => {
    const { recorder, room, host, media, list, parts } = await build();
    await recorder.start(room, host.participant.id);
    for (let n = 0; n < 120; n += 1) media.speak(room.id, host.connectionId);
    await media.die(room.id);
    const path = media.file(room.organizationId, room.id, 1, `${host.connectionId}.person.webm`);
    truncateSync(path, statSync(path).size - 100);
    server.clock.advance(100_000);
    const heard = new Map<string, number>();
    await findInterrupted(parts.database, heard);
    assert.equal((await list())[0].state, "recording");
    await findInterrupted(parts.database, heard);
    await settled(server);
    const [found] = await list();
    assert.deepEqual([found.state, found.interrupted, found.files.length], ["ready", true, 1]);
    assert.equal(found.stoppedAt, found.startedAt, "later than its last sign of life");
    assert.ok(found.files[0].milliseconds > 900);
    assert.deepEqual((await verifyRecordings([media.folder(room.organizationId, room.id, 1)])).faults, []);
  });

  test("one that still gives signs of life is left alone", async () => {
    const { recorder, room, host, parts, list } = await build();
    const { id } = await recorder.start(room, host.participant.id);
    const heard = new Map<string, number>();
    for (let look = 0; look < 3; look += 1) {
      await findInterrupted(parts.database, heard);
      await server.db.query("update room_recordings set beats = beats + 1 where id = $1", [id]);
    }
    assert.equal((await list())[0].state, "recording");
    await recorder.close();
    await settled(server);
    assert.equal((await list())[0].interrupted, true);
  });

  test("finishing that was cut off after the manifest begins again, with the same outcome", async () => {
    const { room, media, recordStretch, list, parts, world } = await build();
    await recordStretch();
    const [before] = await list();
    await server.db.query(
      "delete from room_recording_files where recording_id in (select id from room_recordings where room_id = $1)",
      [room.id],
    );
    await server.db.query(
      "update room_recordings set finished_at = null, manifest_sha256 = null where room_id = $1",
      [room.id],
    );
    assert.equal((await list())[0].state, "processing");
    await finishRecordings({ ...parts, directory: media.directory }, room);
    const [again] = await list(world.as.host);
    assert.equal(again.manifest.sha256, before.manifest.sha256);
    assert.deepEqual(again.files, (await list())[0].files);
  });

  test("recordings are for hosts, Manager and up, and Coach and up of depositions; nobody else learns of them", async () => {
    const { world, recordStretch } = await build();
    await recordStretch();
    const { as, organizationId, pathId } = world;
    const paths = [`/api/rooms/${pathId}/recordings`, `/api/v1/sessions/${pathId}/recordings`];
    const statuses = async (api: typeof as.host) => {
      const [ofRoom, ofContract] = await Promise.all(paths.map((path) => api.get(path)));
      return [ofRoom?.status, ofContract?.status];
    };
    assert.deepEqual(await statuses(as.host), [200, 403], "a Teacher who hosts");
    assert.deepEqual(await statuses(as.manager), [200, 200]);
    assert.deepEqual(await statuses(as.coach), [200, 200]);
    assert.deepEqual(await statuses(as.invited), [403, 403]);
    assert.deepEqual(await statuses(as.teacher), [403, 403]);
    assert.deepEqual(await statuses(as.foreigner), [404, 404]);
    assert.deepEqual(await statuses(world.anybody), [401, 401]);
    const reader = await server.build.apiKey(organizationId, ["depositions:read"]);
    assert.deepEqual(await statuses(server.api(reader.text)), [200, 200]);
    const other = await server.build.apiKey(organizationId, ["screening:read"]);
    assert.deepEqual(await statuses(server.api(other.text)), [403, 403]);
    for (const unknown of ["/api/rooms/none/recordings", "/api/v1/sessions/none/recordings"]) {
      assert.equal((await as.manager.get(unknown)).status, 404);
    }
  });

  test("a session in whose room nothing was recorded has none", async () => {
    const { world } = await build();
    assert.deepEqual(
      must(200, await world.as.coach.get(`/api/v1/sessions/${world.pathId}/recordings`)).recordings,
      [],
    );
  });

  test("what is older than is set is deleted, a room's all together, with an event each", async () => {
    const { room, media, recordStretch, list, parts } = await build();
    await recordStretch();
    await travel(server, days(3));
    const now = server.clock();
    const forget = (before: Date) =>
      deleteOldRecordings({ database: parts.database, directory: media.directory, now, before });
    const { room: recent, ...other } = await build();
    await other.recordStretch();
    await forget(new Date(now.getTime() - days(1)));
    const [gone] = await list();
    assert.deepEqual([gone.state, gone.files, gone.manifest.url], ["deleted", [], null]);
    assert.equal(existsSync(media.folder(room.organizationId, room.id, 1)), false);
    assert.equal(existsSync(join(directory, room.organizationId)), false);
    assert.ok(existsSync(other.media.folder(recent.organizationId, recent.id, 1)));
    assert.equal((await other.list())[0].state, "ready");
    assert.equal((await eventsOf(room.id)).at(-1)?.type, "rooms.recording.deleted");
  });
});
