import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { minutes, seconds } from "#kernel/clock.ts";
import { must } from "../../test/build-mentorship.ts";
import { buildDepositionRoom, type DepositionWorld, type RoomsOf, roomsOf } from "../../test/build-rooms.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { travel } from "../../test/travel.ts";
import { attendanceOf } from "./attendance.ts";
import type { BookedParticipant, Entry } from "./book.ts";

const start = Date.parse("2026-03-02T09:00:00.000Z");
const at = (second: number) => new Date(start + second * 1000);

const participant = (id: string): BookedParticipant => ({
  ...{ id, key: `person:${id}`, name: id, role: "participant", speaks: true, agreed: null },
});
const coming = (participantId: string, from: number, to: number | null) => ({
  ...{
    id: `${participantId} ${from}`,
    participantId,
    joinedAt: at(from),
    leftAt: to === null ? null : at(to),
  },
});

describe("attendance", () => {
  it("counts what connections share once, and pauses not at all", () => {
    const connections = [
      coming("ada", 0, 100),
      coming("ada", 90, 200),
      coming("ada", 120, 150),
      coming("ada", 300, 310),
    ];
    const [ada] = attendanceOf({ endedAt: null }, [participant("ada")], connections, [], at(1_000));
    assert.deepEqual(
      [ada?.seconds, ada?.firstJoinedAt, ada?.lastLeftAt, ada?.comings.length],
      [210, at(0), at(310), 4],
    );
  });

  it("goes on for who is there, and ended with the session for whom nobody saw leave", () => {
    const connections = [coming("ada", 0, null)];
    const [present] = attendanceOf({ endedAt: null }, [participant("ada")], connections, [], at(50));
    assert.deepEqual([present?.isPresent, present?.seconds, present?.lastLeftAt], [true, 50, null]);
    const [gone] = attendanceOf({ endedAt: at(40) }, [participant("ada")], connections, [], at(50));
    assert.deepEqual([gone?.isPresent, gone?.seconds, gone?.lastLeftAt], [false, 40, at(40)]);
  });

  it("takes nobody for less than nothing, whatever clocks say", () => {
    const [ada] = attendanceOf(
      { endedAt: null },
      [participant("ada")],
      [coming("ada", 100, 90)],
      [],
      at(200),
    );
    assert.deepEqual([ada?.seconds, ada?.lastLeftAt], [0, at(100)]);
  });

  it("names first who came first, then who was expected and did not come", () => {
    const people = ["late", "early", "waited"].map(participant);
    const expected = ["early", "absent"].map((id) => ({
      key: `person:${id}`,
      name: id,
      role: "host" as const,
    }));
    const connections = [coming("late", 20, 30), coming("early", 10, 30)];
    const report = attendanceOf({ endedAt: at(30) }, people, connections, expected, at(40));
    assert.deepEqual(
      report.map(({ name, comings }) => [name, comings.length]),
      [
        ["early", 1],
        ["late", 1],
        ["absent", 0],
      ],
    );
  });
});

describe("the report on attendance", () => {
  let server: TestServer;
  let rooms: RoomsOf;
  let world: DepositionWorld;
  before(async () => {
    server = await startTestServer();
    rooms = roomsOf(server);
    world = await buildDepositionRoom(server);
  });
  after(() => server.close());

  const read = (who: keyof DepositionWorld["as"]) =>
    world.as[who].get(`/api/rooms/${world.pathId}/attendance`);
  const joined = async ({ room, connectionId, participant: { id } }: Entry) =>
    rooms.book.note(room, [{ kind: "joined", at: server.clock(), connectionId, participant: { id } }]);
  const left = async ({ room, connectionId }: Entry) =>
    rooms.book.note(room, [{ kind: "left", at: server.clock(), connectionId }]);

  it("is for hosts, Manager and up, and keys with the product's read scope", async () => {
    for (const who of ["host", "manager"] as const) must(200, await read(who));
    for (const who of ["coach", "invited", "teacher"] as const)
      assert.equal((await read(who)).body.code, "forbidden");
    assert.equal((await read("foreigner")).status, 404);
    assert.equal((await server.api().get(`/api/rooms/${world.pathId}/attendance`)).status, 401);
    assert.equal((await world.as.manager.get("/api/rooms/no-such-session/attendance")).status, 404);
    const { text } = await server.build.apiKey(world.organizationId, ["depositions:read"]);
    must(200, await server.api(text).get(`/api/rooms/${world.pathId}/attendance`));
    const other = await server.build.apiKey(world.organizationId, ["live:read"]);
    const refusal = await server.api(other.text).get(`/api/rooms/${world.pathId}/attendance`);
    assert.equal(refusal.body.code, "insufficient_scope");
  });

  it("names everybody who was invited before anybody has come", async () => {
    const { people, final, roomId } = must(200, await read("host"));
    assert.deepEqual([final, roomId], [false, null]);
    assert.deepEqual(
      people.map(({ name, role, attended }: Record<string, unknown>) => [name, role, attended]),
      [
        ["Ada Lovelace", "host", false],
        ["Ada Lovelace", "participant", false],
        [null, "participant", false],
        ["Malachite Yarrow", "participant", false],
      ],
    );
  });

  it("is final once the session is over and everybody has left, and that is told once", async () => {
    const host = await rooms.enter(world.as.host, world.pathId);
    const guest = await rooms.enter(world.anybody, world.pathId, {
      invitation: world.guest.invitation,
      name: "Grace",
    });
    await joined(host);
    server.clock.advance(seconds(10));
    await joined(guest);
    server.clock.advance(minutes(20));
    await rooms.book.end(host.room, host.participant.id);
    assert.equal(must(200, await read("host")).final, false);
    await left(guest);
    await left(host);
    await left(host);
    const { final, people } = must(200, await read("host"));
    assert.equal(final, true);
    assert.deepEqual(
      people.map(({ name, totalSeconds }: Record<string, unknown>) => [name, totalSeconds]),
      [
        ["Ada Lovelace", 1_210],
        ["Grace", 1_200],
        ["Ada Lovelace", 0],
        ["Malachite Yarrow", 0],
      ],
    );
    assert.equal(people[1].invitationId, world.guest.id);
    await travel(server, minutes(30));
    const events = await server.db.query(
      "select from events where type = 'rooms.attendance.finished' and subject_id = $1",
      [host.room.id],
    );
    assert.equal(events.length, 1);
  });

  it("is final five minutes after the end where nobody told that somebody left", async () => {
    world = await buildDepositionRoom(server);
    const host = await rooms.enter(world.as.host, world.pathId);
    await joined(host);
    await rooms.book.end(host.room, host.participant.id);
    await travel(server, minutes(4));
    assert.equal(must(200, await read("host")).final, false);
    await travel(server, minutes(1));
    const { final, endedAt, people } = must(200, await read("host"));
    assert.deepEqual([final, people[0].lastLeftAt, people[0].present], [true, endedAt, false]);
  });

  it("holds no names in what is told to the world", async () => {
    const rows = await server.db.query<{ payload: object }>(
      "select payload from events where type like 'rooms.%'",
    );
    assert.ok(rows.length > 5);
    assert.doesNotMatch(JSON.stringify(rows), /Grace|Ada|@example/);
  });
});
