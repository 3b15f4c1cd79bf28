import assert from "node:assert/strict";
import { must } from "../../../../test/build-mentorship.ts";
import { buildDepositionRoom, type DepositionWorld, roomsOf } from "../../../../test/build-rooms.ts";
import type { TestServer } from "../../../../test/server.ts";
import { settled } from "../../../../test/travel.ts";
import type { Entry } from "../../book.ts";
import { createRoomRecorder } from "../recorder.ts";
import { smallMedia } from "./small-media.ts";

/** A deposition in whose room a host and a guest are, and what records it. */
export async function buildRecordedRoom(server: TestServer, directory: string, pulse?: number) {
  const world: DepositionWorld = await buildDepositionRoom(server);
  const { parts, book, enter } = roomsOf(server);
  const media = smallMedia(directory);
  const faults: unknown[] = [];
  const { database, clock } = parts;
  const recorder = createRoomRecorder({
    ...parts,
    ...{ database, clock, directory, sfu: media.sfu, onFault: (fault) => faults.push(fault) },
    ...(pulse === undefined ? {} : { pulse }),
  });
  const host = await enter(world.as.host, world.pathId);
  const guest = await book.redeem(
    must(
      201,
      await world.anybody.post(`/api/rooms/${world.pathId}/tickets`, {
        invitation: world.guest.invitation,
        name: "Gus Guest",
      }),
    ).ticket,
  );
  const { room } = host;
  const join = ({ connectionId, participant: { id } }: Entry) =>
    book.note(room, [{ kind: "joined", at: clock(), connectionId, participant: { id } }]);
  await join(host);
  await join(guest);

  /** On the record and off it again, `milliseconds` later. */
  async function recordStretch(milliseconds = 60_000): Promise<void> {
    const { id } = await recorder.start(room, host.participant.id);
    media.speak(room.id, host.connectionId);
    media.speak(room.id, guest.connectionId, ["microphone", "screen"]);
    server.clock.advance(milliseconds);
    await recorder.stop(room, id, host.participant.id);
    await settled(server);
    assert.deepEqual([...media.faults, ...faults], []);
  }

  const list = async (api = world.as.manager) =>
    must(200, await api.get(`/api/rooms/${world.pathId}/recordings`)).recordings;
  return { world, room, recorder, media, host, guest, recordStretch, list, faults, parts };
}
