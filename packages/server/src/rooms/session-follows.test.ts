import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { hours, minutes, plus, seconds } from "#kernel/clock.ts";
import { createLive } from "../../test/build-live.ts";
import { buildMentorshipWorld, type MentorshipWorld, must } from "../../test/build-mentorship.ts";
import { buildDepositionRoom, type RoomsOf, roomsOf } from "../../test/build-rooms.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { settled, travel } from "../../test/travel.ts";
import type { Entry } from "./book.ts";

let server: TestServer;
let rooms: RoomsOf;
let other: RoomsOf;
let world: MentorshipWorld;

before(async () => {
  server = await startTestServer();
  rooms = roomsOf(server);
  other = roomsOf(await server.another());
  world = await buildMentorshipWorld(server);
});
after(() => server.close());

const join = ({ room, connectionId, participant }: Entry, at = server.clock()) =>
  rooms.book.note(room, [{ kind: "joined", at, connectionId, participant: { id: participant.id } }]);
const leave = ({ room, connectionId }: Entry, at = server.clock()) =>
  rooms.book.note(room, [{ kind: "left", at, connectionId }]);
const typesOf = async (subjectId: string) => (await world.events(subjectId)).map(({ type }) => type);
const now = () => server.clock().toISOString();

describe("a deposition", () => {
  const stateOf = async (sessionId: string) => {
    const [row] = await server.db.query<{ state: string }>("select state from depositions where id = $1", [
      sessionId,
    ]);
    return row?.state;
  };

  it("is active once a host is in its room, and completed when a host ends it; each is told once", async () => {
    const { as, pathId, sessionId, anybody, guest } = await buildDepositionRoom(server);
    const early = await rooms.enter(anybody, pathId, { invitation: guest.invitation, name: "Grace" });
    await join(early);
    assert.equal(await stateOf(sessionId), "scheduled");
    const host = await rooms.enter(as.host, pathId);
    await Promise.all([join(host), join(host), other.book.begin(host.room, host.participant.id)]);
    assert.equal(await stateOf(sessionId), "active");
    const ends = [rooms, other].map(({ book }) => book.end(host.room, host.participant.id));
    await Promise.all(ends);
    assert.equal(await stateOf(sessionId), "completed");
    assert.deepEqual(await typesOf(sessionId), [
      "depositions.session.scheduled",
      "depositions.session.started",
      "depositions.session.completed",
    ]);
    const told = await typesOf(host.room.id);
    for (const type of ["rooms.began", "rooms.ended"]) {
      assert.equal(told.filter((one) => one === type).length, 1, type);
    }
    const { room, why } = await rooms.book.reconsider(host.room, [host.participant.id]);
    assert.deepEqual([room, why], [null, "ended"]);
    assert.equal((await as.host.post(`/api/rooms/${pathId}/tickets`, {})).body.code, "room_over");
  });

  it("that nobody ends is over when its time has passed and everybody has left", async () => {
    const { as, pathId, sessionId } = await buildDepositionRoom(server);
    const host = await rooms.enter(as.host, pathId);
    await join(host);
    await travel(server, minutes(70 + 31));
    assert.equal(await stateOf(sessionId), "active");
    const again = await rooms.enter(as.host, pathId);
    await leave(host);
    const leftAt = now();
    await travel(server, minutes(10));
    assert.equal(await stateOf(sessionId), "completed");
    const report = must(200, await as.host.get(`/api/rooms/${pathId}/attendance`));
    assert.deepEqual([report.endedAt, report.final], [leftAt, true]);
    await assert.rejects(
      rooms.book.end(again.room, again.participant.id).then(() => rooms.enter(as.host, pathId)),
    );
  });

  it("to which no host came keeps nobody waiting when its time has passed", async () => {
    const world = await buildDepositionRoom(server);
    const { invitation } = world.guest;
    const guest = await rooms.enter(world.anybody, world.pathId, { invitation, name: "Grace" });
    const look = async () => rooms.book.reconsider(guest.room, [guest.participant.id]);
    server.clock.advance(minutes(10 + 60 + 29));
    assert.equal((await look()).entries.size, 1);
    server.clock.advance(minutes(1));
    const { room, why, entries } = await look();
    assert.deepEqual([room, why, entries.size], [null, null, 0]);
  });

  it("to which nobody came stays as it is, and its room is closed", async () => {
    const { as, pathId, sessionId } = await buildDepositionRoom(server);
    const host = await rooms.enter(as.host, pathId);
    await travel(server, hours(3));
    assert.equal(await stateOf(sessionId), "scheduled");
    assert.deepEqual(await typesOf(host.room.id), []);
    assert.equal((await as.host.post(`/api/rooms/${pathId}/tickets`, {})).body.code, "room_over");
  });
});

describe("a live session", () => {
  const live = async () => {
    const scheduled_at = plus(server.clock(), minutes(5)).toISOString();
    const { id } = await createLive(world.as.coach, { scheduled_at });
    return { id, host: await rooms.enter(world.as.coach, id) };
  };
  const readLive = async (id: string) => must(200, await world.as.coach.get(`/v1/sessions/${id}`));

  it("is live from when its host begins it until they end it, which is its duration", async () => {
    const { id, host } = await live();
    await join(host);
    assert.equal((await readLive(id)).status, "scheduled");
    const { room, participant } = host;
    await assert.rejects(rooms.book.end(room, participant.id), { code: "refused_transition" });
    server.clock.advance(minutes(5));
    const startedAt = now();
    const begins = [rooms, other, rooms].map(({ book }) => book.begin(room, participant.id));
    await Promise.all(begins);
    server.clock.advance(minutes(31) + seconds(40));
    await rooms.book.end(room, participant.id);
    const session = await readLive(id);
    assert.deepEqual(
      [session.status, session.started_at, session.ended_at, session.duration_minutes],
      ["ended", startedAt, now(), 31],
    );
    assert.deepEqual(await typesOf(id), [
      "live.session.created",
      "live.session.started",
      "live.session.ended",
    ]);
  });

  it("that was begun and ended by the API runs and is over in its room too", async () => {
    const { id, host } = await live();
    await join(host);
    must(200, await world.as.coach.post(`/v1/sessions/${id}/start`));
    const running = await rooms.book.reconsider(host.room, [host.participant.id]);
    assert.equal(running.room?.subject.state, "running");
    must(200, await world.as.coach.post(`/v1/sessions/${id}/end`));
    await settled(server);
    const { endedAt } = must(200, await world.as.coach.get(`/api/rooms/${id}/attendance`));
    assert.equal(endedAt, now());
    assert.equal((await rooms.book.reconsider(host.room, [host.participant.id])).why, "ended");
  });

  it("has the address of its recording once it is told, and says so once", async () => {
    const { id, host } = await live();
    const recorded = { kind: "recorded", at: server.clock(), url: "http://convene.test/recording" } as const;
    await rooms.book.note(host.room, [recorded]);
    await rooms.book.note(host.room, [recorded]);
    assert.equal((await readLive(id)).recording_url, recorded.url);
    assert.deepEqual(await typesOf(id), ["live.session.created", "live.session.edited"]);
  });
});

describe("a mentorship call", () => {
  const call = async (status?: string) => {
    server.clock.advance(minutes(300));
    const id = await world.session(10, status);
    return {
      id,
      coach: await rooms.enter(world.as.coach, id),
      teacher: await rooms.enter(world.as.teacher, id),
    };
  };
  const readCall = async (id: string) => must(200, await world.as.manager.get(`/api/sessions/${id}`)).data;

  it("in which both have been is completed when it ends, also where the teacher never confirmed it", async () => {
    for (const status of ["scheduled", "confirmed"]) {
      const { id, coach, teacher } = await call(status);
      await join(coach);
      await join(teacher);
      server.clock.advance(minutes(12));
      await rooms.book.end(coach.room, coach.participant.id);
      const { status: after, completedAt } = await readCall(id);
      assert.deepEqual([after, completedAt], ["completed", now()]);
      assert.equal((await typesOf(id)).filter((type) => type === "mentorship.session.completed").length, 1);
    }
  });

  it("in which only one has been is left to be missed", async () => {
    const { id, coach } = await call("confirmed");
    await join(coach);
    server.clock.advance(minutes(10));
    await leave(coach);
    await rooms.book.end(coach.room, coach.participant.id);
    assert.equal((await readCall(id)).status, "confirmed");
    await travel(server, minutes(120));
    assert.equal((await readCall(id)).status, "missed");
  });

  it("in which one waited in vain, and that is moved then, is held at its new time as if nothing had been", async () => {
    const { id, coach } = await call("confirmed");
    await join(coach);
    server.clock.advance(minutes(10));
    await leave(coach);
    await rooms.book.end(coach.room, coach.participant.id);
    const entry = async () => must(200, await world.as.teacher.get(`/api/rooms/${id}`)).entry.state;
    assert.equal(await entry(), "over");
    const scheduledAt = plus(server.clock(), minutes(24 * 60));
    must(200, await world.as.coach.patch(`/api/sessions/${id}`, { scheduledAt: scheduledAt.toISOString() }));
    assert.equal(await entry(), "early");
    await travel(server, minutes(24 * 60 - 5));
    assert.equal(await entry(), "open");
    const report = async () => must(200, await world.as.coach.get(`/api/rooms/${id}/attendance`));
    const before = await report();
    assert.deepEqual([before.final, before.beganAt, before.people[0].attended], [false, null, false]);
    const teacher = await rooms.enter(world.as.teacher, id);
    await join(teacher);
    await travel(server, minutes(65));
    await leave(teacher);
    await travel(server, minutes(40));
    assert.equal((await readCall(id)).status, "missed", "the coach was not there this time");
    const attended = (await report()).people.map(
      ({ role, attended: was }: { role: string; attended: boolean }) => [role, was],
    );
    assert.deepEqual(attended, [
      ["participant", true],
      ["host", false],
    ]);
  });

  it("that is moved by who waited in vain and left is as if nothing had been, and by who waits on it is not", async () => {
    const { id, coach } = await call("confirmed");
    const moveBy = async (milliseconds: number) => {
      const scheduledAt = plus(server.clock(), milliseconds).toISOString();
      must(200, await world.as.coach.patch(`/api/sessions/${id}`, { scheduledAt }));
      await settled(server);
    };
    const report = async () => must(200, await world.as.coach.get(`/api/rooms/${id}/attendance`));
    await join(coach);
    const beganAt = now();
    await moveBy(minutes(40));
    assert.equal((await report()).beganAt, beganAt);
    server.clock.advance(minutes(5));
    await leave(coach);
    await moveBy(minutes(24 * 60));
    const { beganAt: after, people } = await report();
    assert.deepEqual([after, people[0].attended], [null, false]);
    assert.equal(must(200, await world.as.teacher.get(`/api/rooms/${id}`)).entry.state, "early");
  });

  it("whose room was closed before its start can be come to at its time", async () => {
    const { id, coach } = await call("confirmed");
    await join(coach);
    await rooms.book.end(coach.room, coach.participant.id);
    await leave(coach);
    server.clock.advance(minutes(10));
    const again = {
      coach: await rooms.enter(world.as.coach, id),
      teacher: await rooms.enter(world.as.teacher, id),
    };
    await join(again.coach);
    await join(again.teacher);
    await travel(server, minutes(50));
    await leave(again.coach);
    await leave(again.teacher);
    await travel(server, minutes(60));
    assert.equal((await readCall(id)).status, "completed");
  });

  it("is not missed while it is held, however long that takes", async () => {
    const { id, coach, teacher } = await call("confirmed");
    await join(coach);
    await travel(server, minutes(10 + 60 + 20));
    assert.equal((await readCall(id)).status, "confirmed");
    await join(teacher);
    await travel(server, minutes(60));
    assert.equal((await readCall(id)).status, "confirmed");
    await leave(coach);
    await leave(teacher);
    const leftAt = now();
    await travel(server, minutes(10));
    const { status, completedAt } = await readCall(id);
    assert.deepEqual([status, completedAt], ["completed", leftAt]);
  });
});
