import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { hours, minutes, plus } from "#kernel/clock.ts";
import { must } from "../../test/build-mentorship.ts";
import { buildDepositionRoom, roomsOf } from "../../test/build-rooms.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { settled, travel } from "../../test/travel.ts";
import { noteByReference } from "./accounts/index.ts";
import type { RoomParts } from "./index.ts";
import { createRoomBook } from "./index.ts";
import type { ProvidedRoom, RoomProvider } from "./provider-port.ts";
import { roomProviderTasks } from "./tasks.ts";

let server: TestServer;
before(async () => {
  server = await startTestServer();
});
after(() => server.close());

/** A provider that keeps what it is asked. */
function provider() {
  const asked: string[] = [];
  const made = new Map<string, string>();
  const rooms: RoomProvider = {
    name: "livekit",
    async prepare({ roomId }: ProvidedRoom) {
      asked.push("prepare");
      made.set(roomId, `there-${roomId}`);
      return { reference: `there-${roomId}` };
    },
    async admit({ reference }, { participantId, role }, now) {
      asked.push(`admit ${role}`);
      const names = { userId: participantId, callId: reference };
      return { provider: "livekit", url: reference, token: participantId, ...names, expiresAt: now };
    },
    async remove({ reference }, participantId) {
      asked.push(`remove ${participantId} from ${reference}`);
    },
    async end({ reference }) {
      asked.push(`end ${reference}`);
    },
    readNotification: () => null,
  };
  const parts: RoomParts = { ...roomsOf(server).parts, provide: async () => rooms };
  return { asked, made, parts, book: createRoomBook(parts) };
}

describe("a room at an outside provider", () => {
  it("is made there once somebody comes, has one name however many come at once, and lets each of them in", async () => {
    const { asked, parts, book } = provider();
    const { as, pathId } = await buildDepositionRoom(server, 10, { video_provider: "livekit" });
    const enter = async (who: "host" | "manager") =>
      book.redeem(must(201, await as[who].post(`/api/rooms/${pathId}/tickets`, {})).ticket);
    const [host, manager] = [await enter("host"), await enter("manager")];
    assert.equal(host.room.subject.provider, "livekit");
    const joins = await Promise.all(
      [host, manager].map(({ room, participant }) => book.handOver(room, participant.id)),
    );
    const reference = `there-${host.room.id}`;
    assert.deepEqual(
      joins,
      [host, manager].map(({ participant }) => ({
        ...{ provider: "livekit", url: reference, token: participant.id, expiresAt: server.clock() },
        ...{ userId: participant.id, callId: reference },
      })),
    );
    assert.ok(asked.includes("admit host"));
    asked.length = 0;
    await book.handOver(host.room, host.participant.id);
    assert.deepEqual(asked, ["admit host"]);
    const tasks = roomProviderTasks(parts);
    const place = { organizationId: host.room.organizationId, roomId: host.room.id };
    await tasks["rooms.end-at-provider"]?.(place);
    await tasks["rooms.remove-at-provider"]?.({ ...place, participantId: manager.participant.id });
    assert.deepEqual(asked.slice(1), [
      `end ${reference}`,
      `remove ${manager.participant.id} from ${reference}`,
    ]);
  });

  it("of our own hands nothing over", async () => {
    const { book } = provider();
    const { as, pathId } = await buildDepositionRoom(server);
    const { ticket } = must(201, await as.host.post(`/api/rooms/${pathId}/tickets`, {}));
    const { room, participant } = await book.redeem(ticket);
    await assert.rejects(book.handOver(room, participant.id), { code: "conflict" });
  });

  it("follows what the provider tells, also where nobody has come by our page", async () => {
    const { parts } = provider();
    const { as, pathId, sessionId } = await buildDepositionRoom(server, 10, {
      video_provider: "zoom_meeting",
    });
    await settled(server);
    const [room] = await server.db.query<{ id: string; provider: string; reference: string }>(
      "select id, provider, reference from rooms where session_id = $1",
      [sessionId],
    );
    const [request] = must(
      200,
      await as.coach.get(`/api/v1/session_requests?remote_session_id=${pathId}`),
    ).requests;
    assert.deepEqual(
      [room?.provider, room?.reference],
      ["zoom", String(request.provider_specific_details.meeting_id)],
    );
    const tell = noteByReference(parts);
    const at = (after: number) => plus(server.clock(), minutes(after));
    const participant = { key: "zoom:1", name: "Grace Hopper" };
    const reference = room?.reference ?? "";
    await tell(null, "zoom", reference, [{ kind: "ended", at: at(30) }]);
    await tell(null, "zoom", reference, [{ kind: "left", at: at(29), connectionId: "1" }]);
    await tell(null, "zoom", reference, [{ kind: "joined", at: at(2), connectionId: "1", participant }]);
    const stateOf = async () =>
      (
        await server.db.query<{ state: string }>("select state from depositions where id = $1", [sessionId])
      )[0]?.state;
    assert.equal(await stateOf(), "scheduled");
    await tell(null, "zoom", reference, [{ kind: "began", at: at(1) }]);
    assert.equal(await stateOf(), "completed");
    await tell(null, "zoom", "12345", [{ kind: "began", at: at(1) }]);
    await travel(server, hours(1));
    const report = must(200, await as.manager.get(`/api/rooms/${pathId}/attendance`));
    assert.deepEqual(
      [report.final, report.people[0].name, report.people[0].totalSeconds],
      [true, "Grace Hopper", 27 * 60],
    );
  });
});
