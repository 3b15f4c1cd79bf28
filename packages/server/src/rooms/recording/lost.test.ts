import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { eventually } from "../../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { settled } from "../../../test/travel.ts";
import { findInterrupted } from "./operations/find-interrupted.ts";
import { finishRecordings } from "./operations/finish-recordings.ts";
import { buildRecordedRoom } from "./test/recorded-room.ts";

describe("a recording that the database does not hear of", () => {
  const directory = mkdtempSync(join(tmpdir(), "convene-recordings-"));
  let server: TestServer;

  before(async () => {
    server = await startTestServer({ settings: { RECORDINGS_DIR: directory } });
  });
  after(async () => {
    await server.close();
    rmSync(directory, { recursive: true });
  });

  /** One that says that it runs every few milliseconds. */
  const build = () => buildRecordedRoom(server, directory, 5);

  test("whose end nobody could write says no more that it runs, and is found to be over", async () => {
    const { recorder, room, host, media, list, parts } = await build();
    const { id } = await recorder.start(room, host.participant.id);
    media.speak(room.id, host.connectionId);
    const { asTenant } = parts.database;
    parts.database.asTenant = () => Promise.reject(new Error("away"));
    await assert.rejects(recorder.stop(room, id, null), /away/);
    parts.database.asTenant = asTenant;
    const heard = new Map<string, number>();
    await eventually(async () => {
      await findInterrupted(parts.database, heard);
      await settled(server);
      const [only] = await list();
      assert.deepEqual([only.state, only.files.length], ["ready", 1]);
    });
  });

  test("that others took for over is given up and told, and another can begin at once", async () => {
    const { recorder, room, host, media, list, parts } = await build();
    const lost: string[] = [];
    recorder.onLost((roomId) => lost.push(roomId));
    await recorder.start(room, host.participant.id);
    await server.db.query("update room_recordings set stopped_at = started_at where room_id = $1", [room.id]);
    await eventually(async () => assert.deepEqual(lost, [room.id]));
    await eventually(async () => assert.equal(media.isRecording(room.id), false));
    await recorder.start(room, host.participant.id);
    await recorder.close();

    // Of one that was never told to be over either, as when the database was away all the time.
    await server.db.query("update room_recordings set stopped_at = null where room_id = $1 and number = 2", [
      room.id,
    ]);
    const another = await recorder.start(room, host.participant.id);
    await recorder.stop(room, another.id, host.participant.id);
    await finishRecordings({ ...parts, directory }, room);
    assert.deepEqual(
      (await list()).map(({ interrupted }: { interrupted: boolean }) => interrupted),
      [false, true, false],
    );
  });
});
