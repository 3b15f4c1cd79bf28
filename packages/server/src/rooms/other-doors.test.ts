import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { minutes, plus } from "#kernel/clock.ts";
import type { Api, Response } from "../../test/api.ts";
import { buildCrowd, createLive } from "../../test/build-live.ts";
import { buildMentorshipWorld, type MentorshipWorld, must, type Seat } from "../../test/build-mentorship.ts";
import { type RoomsOf, roomsOf } from "../../test/build-rooms.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";

let server: TestServer;
let rooms: RoomsOf;
let world: MentorshipWorld;

before(async () => {
  server = await startTestServer();
  rooms = roomsOf(server);
  world = await buildMentorshipWorld(server);
});
after(() => server.close());

const refused = ({ status, body }: Response) => [status, body.code];
const visit = (api: Api, id: string) => api.get(`/api/rooms/${id}`);
const ticket = (api: Api, id: string) => api.post(`/api/rooms/${id}/tickets`, {});
const youOf = async (api: Api, id: string) => {
  const { you } = must(200, await visit(api, id));
  return [you.role, you.enters];
};

describe("the door of a mentorship call", () => {
  let id: string;
  before(async () => {
    id = await world.session(10);
  });

  it("is open to coach, teacher, and Manager and up, and to nobody else", async () => {
    assert.deepEqual(await youOf(world.as.coach, id), ["host", "at_once"]);
    const others: Seat[] = ["teacher", "manager", "admin", "platformAdmin"];
    for (const seat of others) assert.deepEqual(await youOf(world.as[seat], id), ["participant", "at_once"]);
    for (const seat of ["otherCoach", "otherTeacher"] as const) {
      assert.deepEqual(refused(await visit(world.as[seat], id)), [403, "forbidden"]);
      assert.deepEqual(refused(await ticket(world.as[seat], id)), [403, "forbidden"]);
    }
    const foreigner = await server.memberApi(await server.build.organization(), "OrganizationAdmin");
    assert.deepEqual(refused(await ticket(foreigner, id)), [404, "not_found"]);
  });

  it("lets everybody in under the name of their account", async () => {
    const { participant, room, enters } = await rooms.enter(world.as.manager, id);
    assert.deepEqual(
      [participant.name, participant.role, participant.speaks],
      ["Ada Lovelace", "participant", true],
    );
    assert.deepEqual([enters, room.subject.product, room.subject.state], ["at_once", "mentorship", "ahead"]);
  });

  it("is shut once the call is cancelled, and those who are in are to leave", async () => {
    const { participant, room } = await rooms.enter(world.as.coach, id);
    must(200, await world.as.coach.delete(`/api/sessions/${id}`));
    assert.deepEqual(refused(await ticket(world.as.coach, id)), [410, "room_canceled"]);
    assert.equal(must(200, await visit(world.as.coach, id)).entry.state, "canceled");
    const { room: none, why, entries } = await rooms.book.reconsider(room, [participant.id]);
    assert.deepEqual([none, why, entries.size], [null, "canceled", 0]);
  });

  it("does not know a session of another kind, nor what is no id at all", async () => {
    for (const unknown of ["0197b2c0-0000-7000-8000-000000000000", "42", "%20", "a".repeat(400)]) {
      assert.deepEqual(refused(await visit(world.as.coach, unknown)), [404, "not_found"]);
    }
  });
});

describe("the door of a live session", () => {
  const soon = () => plus(server.clock(), minutes(10)).toISOString();
  const live = (changes: object) => createLive(world.as.coach, { scheduled_at: soon(), ...changes });
  const seatIn = async (sessionId: string): Promise<Api> => {
    const api = await server.memberApi(world.organizationId, "Teacher");
    must(201, await api.post(`/v1/sessions/${sessionId}/register`, {}));
    return api;
  };

  it("knows its hosts: the member whom host_id names, the creator, and Manager and up", async () => {
    const { id } = await live({ host_id: world.ids.teacher });
    for (const seat of ["teacher", "coach", "manager"] as const) {
      assert.deepEqual(await youOf(world.as[seat], id), ["host", "at_once"]);
    }
    assert.deepEqual(refused(await visit(world.as.otherCoach, id)), [403, "forbidden"]);
    assert.match((await ticket(world.as.otherCoach, id)).body.detail, /register first/);
  });

  it("lets those who have a seat in when it is live, to talk among few and to watch among many", async () => {
    const { id } = await live({ max_participants: 12 });
    const talking = await seatIn(id);
    assert.deepEqual(await youOf(talking, id), ["participant", "when_running"]);
    const { id: large } = await live({ max_participants: 13 });
    assert.deepEqual(await youOf(await seatIn(large), large), ["viewer", "when_running"]);
    const { id: office } = await live({ kind: "office_hours", max_participants: 40 });
    assert.deepEqual(await youOf(await seatIn(office), office), ["participant", "when_called"]);
    const waiting = await rooms.enter(talking, id);
    assert.equal(waiting.enters, "when_running");
    const host = await rooms.enter(world.as.coach, id);
    await rooms.book.begin(host.room, host.participant.id);
    const { room, entries } = await rooms.book.reconsider(host.room, [waiting.participant.id]);
    assert.equal(entries.get(waiting.participant.id)?.enters, "at_once");
    assert.equal(room?.subject.state, "running");
  });

  it("lets a viewer speak when a host says so, until they say otherwise", async () => {
    const { id } = await live({ max_participants: 100 });
    const viewer = await rooms.enter(await seatIn(id), id);
    const { room, participant: host } = await rooms.enter(world.as.coach, id);
    const speaks = async () =>
      (await rooms.book.reconsider(room, [viewer.participant.id])).entries.get(viewer.participant.id)
        ?.participant.speaks;
    assert.equal(await speaks(), false);
    await rooms.book.letSpeak(room, viewer.participant.id, true, host.id);
    assert.equal(await speaks(), true);
    await rooms.book.letSpeak(room, viewer.participant.id, false, host.id);
    assert.equal(await speaks(), false);
    await assert.rejects(rooms.book.letSpeak(room, viewer.participant.id, true, viewer.participant.id), {
      code: "forbidden",
    });
  });

  it("asks about many who are there with no more statements than about few", async () => {
    const seen: number[] = [];
    const { id } = await live({ max_participants: 100 });
    const crowd = await buildCrowd(server, world.organizationId, 20);
    const ids: string[] = [];
    for (const { api } of crowd) {
      must(201, await api.post(`/v1/sessions/${id}/register`, {}));
      ids.push(must(201, await ticket(api, id)).participantId);
    }
    const { room } = await rooms.enter(world.as.coach, id);
    const { database } = rooms.parts;
    const { asTenant } = database;
    let statements = 0;
    database.asTenant = (organizationId, work) =>
      asTenant(organizationId, (tx) =>
        work(
          new Proxy(tx, {
            get(target, name) {
              if (name === "first" || name === "all") statements += 1;
              const member = Reflect.get(target, name, target);
              return typeof member === "function" ? member.bind(target) : member;
            },
          }),
        ),
      );
    try {
      for (const count of [2, 20]) {
        statements = 0;
        const { entries } = await rooms.book.reconsider(room, ids.slice(0, count));
        assert.equal(entries.size, count);
        seen.push(statements);
      }
    } finally {
      database.asTenant = asTenant;
    }
    assert.ok(seen[0] && seen[0] > 3, "it counts");
    assert.equal(seen[1], seen[0]);
  });

  it("no longer knows who gave up their seat", async () => {
    const { id } = await live({ max_participants: 100 });
    const seated = await seatIn(id);
    const { room, participant } = await rooms.enter(seated, id);
    must(200, await seated.delete(`/v1/sessions/${id}/register`));
    assert.deepEqual(refused(await ticket(seated, id)), [403, "forbidden"]);
    assert.equal((await rooms.book.reconsider(room, [participant.id])).entries.size, 0);
  });
});

describe("what is written in a room", () => {
  it("is kept in its order, the newest two hundred for who comes late", async () => {
    const id = await world.session(world.ahead() + 1_000);
    server.clock.advance(minutes(1_095));
    const { room, participant } = await rooms.enter(world.as.coach, id);
    for (let n = 0; n < 205; n += 1) {
      server.clock.advance(10);
      await rooms.book.keep(room, participant.id, `message ${n}`);
    }
    const chat = await rooms.book.readChat(room);
    assert.deepEqual(
      [chat.length, chat[0]?.text, chat.at(-1)?.text, chat[0]?.name],
      [200, "message 5", "message 204", "Ada Lovelace"],
    );
    await rooms.book.agree(room, participant.id, true);
    const { entries } = await rooms.book.reconsider(room, [participant.id]);
    assert.equal(entries.get(participant.id)?.participant.agreed, true);
  });
});
