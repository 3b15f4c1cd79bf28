import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Api } from "../../../test/api.ts";
import { buildCrowd, createLive } from "../../../test/build-live.ts";
import { must } from "../../../test/build-mentorship.ts";
import { connectToRoom } from "../../../test/room-client.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { settled, travel } from "../../../test/travel.ts";
import { minutes, plus } from "../../kernel/clock.ts";

let server: TestServer;
before(async () => {
  server = await startTestServer();
});
after(() => server.close());

interface World {
  organizationId: string;
  host: Api;
  guests: { id: string; api: Api }[];
  id: string;
  path: string;
}

/** Office hours that are live, with so many people who have a seat. */
async function buildOfficeHours(count: number, changes = {}): Promise<World> {
  const organizationId = await server.build.organization();
  const host = await server.memberApi(organizationId, "Teacher");
  const scheduled_at = plus(server.clock(), minutes(5)).toISOString();
  const { id } = await createLive(host, { kind: "office_hours", scheduled_at, ...changes });
  const guests = await buildCrowd(server, organizationId, count);
  for (const { api } of guests) must(201, await api.post(`/v1/sessions/${id}/register`));
  return { organizationId, host, guests, id, path: `/v1/sessions/${id}/queue` };
}

const guest = ({ guests }: World, n: number) => {
  const found = guests[n];
  assert.ok(found);
  return found;
};
const lineOf = async ({ host, path }: World) => must(200, await host.get(path)).line;
const eventsOf = ({ id }: World) =>
  server.db.query<{ type: string; version: number; person: string }>(
    `select type, version, payload ->> 'personId' as person from events
     where subject_id = $1 and type like 'live.queue.%' order by version`,
    [id],
  );

describe("the line of office hours", () => {
  it("is in the order in which people come, and each sees their own place", async () => {
    const world = await buildOfficeHours(3);
    for (const { api } of world.guests) must(200, await api.post(world.path));
    must(200, await guest(world, 0).api.post(world.path));
    const { status, position, waiting_count, line } = must(200, await guest(world, 1).api.get(world.path));
    assert.deepEqual([status, position, waiting_count, line], ["waiting", 2, 3, null]);
    assert.deepEqual(
      (await lineOf(world)).map((one: { person_id: string; position: number }) => [
        one.person_id,
        one.position,
      ]),
      world.guests.map(({ id }, n) => [id, n + 1]),
    );
    must(200, await guest(world, 1).api.delete(world.path));
    must(200, await guest(world, 1).api.delete(world.path));
    assert.equal(must(200, await guest(world, 2).api.get(world.path)).position, 2);
    assert.equal(must(200, await guest(world, 1).api.get(world.path)).status, "none");
  });

  it("calls the first, who may then enter, and tells them", async () => {
    const world = await buildOfficeHours(2);
    for (const { api } of world.guests) must(200, await api.post(world.path));
    must(200, await world.host.post(`/v1/sessions/${world.id}/start`));
    const [first, second] = [guest(world, 0), guest(world, 1)];
    const entersNow = async (api: Api) => must(200, await api.get(`/api/rooms/${world.id}`)).you.enters;
    assert.equal(await entersNow(first.api), "when_called");
    const { called, queue } = must(200, await world.host.post(`${world.path}/next`));
    assert.equal(called, first.id);
    assert.deepEqual([queue.line[0].person_id, queue.line[0].status], [first.id, "called"]);
    const own = must(200, await first.api.get(world.path));
    assert.deepEqual(
      [own.status, own.called_until],
      ["called", plus(server.clock(), minutes(3)).toISOString()],
    );
    assert.deepEqual([await entersNow(first.api), await entersNow(second.api)], ["at_once", "when_called"]);
    assert.equal(must(200, await second.api.get(world.path)).position, 1);
    await settled(server);
    const mails = await server.db.query<{ recipient: string }>(
      "select recipient from effects where organization_id = $1 and channel = 'email' and event_id in (select id from events where type = 'live.queue.called')",
      [world.organizationId],
    );
    assert.equal(mails.length, 1);
  });

  it("lets who is called through the door at which they wait", async () => {
    const world = await buildOfficeHours(2);
    for (const { api } of world.guests) must(200, await api.post(world.path));
    must(200, await world.host.post(`/v1/sessions/${world.id}/start`));
    const second = guest(world, 1);
    const { token } = must(200, await second.api.post(`/v1/sessions/${world.id}/join`));
    const client = await connectToRoom(`${server.url}/api/rooms/${world.id}/socket`);
    try {
      client.send({ type: "hello", ticket: token });
      assert.equal((await client.next("lobby")).ahead, 1);
      must(200, await world.host.post(`${world.path}/next`));
      must(200, await world.host.post(`${world.path}/next`));
      await client.next("welcome");
    } finally {
      client.cut();
    }
  });

  it("calls each person once, however many hosts and clicks there are", async () => {
    const world = await buildOfficeHours(6);
    await Promise.all(world.guests.map(async ({ api }) => must(200, await api.post(world.path))));
    const other = await server.memberApi(world.organizationId, "Manager");
    const calls = await Promise.all(
      Array.from({ length: 10 }, (_, n) => (n % 2 ? world.host : other).post(`${world.path}/next`)),
    );
    const called = calls.map((answer) => must(200, answer).called);
    assert.equal(called.filter((person) => person === null).length, 4);
    const people = called.filter((person) => person !== null);
    assert.deepEqual(people.sort(), world.guests.map(({ id }) => id).sort());
    const events = await eventsOf(world);
    assert.equal(events.filter(({ type }) => type === "live.queue.called").length, 6);
    assert.equal(
      new Set(events.map(({ version }) => version)).size,
      events.length,
      "each has a version of its own",
    );
    const joined = events.filter(({ type }) => type === "live.queue.joined").map(({ person }) => person);
    const order = events.filter(({ type }) => type === "live.queue.called").map(({ person }) => person);
    assert.deepEqual(order, joined, "by turn");
  });

  it("holds each person once, however often they ask at once", async () => {
    const world = await buildOfficeHours(1);
    const asked = await Promise.all(Array.from({ length: 8 }, () => guest(world, 0).api.post(world.path)));
    for (const answer of asked) assert.equal(must(200, answer).position, 1);
    assert.equal((await eventsOf(world)).length, 1);
  });

  it("puts who does not come at the end, and the second time out", async () => {
    const world = await buildOfficeHours(2);
    const [first, second] = [guest(world, 0), guest(world, 1)];
    for (const { api } of world.guests) must(200, await api.post(world.path));
    assert.equal(must(200, await world.host.post(`${world.path}/next`)).called, first.id);
    await travel(server, minutes(3));
    assert.deepEqual(
      (await lineOf(world)).map((one: { person_id: string }) => one.person_id),
      [second.id, first.id],
    );
    assert.equal(must(200, await world.host.post(`${world.path}/next`)).called, second.id);
    assert.equal(must(200, await world.host.post(`${world.path}/next`)).called, first.id);
    await travel(server, minutes(3));
    assert.deepEqual(
      (await lineOf(world)).map((one: { person_id: string }) => one.person_id),
      [second.id],
    );
    assert.equal(must(200, await first.api.get(world.path)).status, "none");
    must(200, await first.api.post(world.path));
  });

  it("leaves those who came, and ends their turn when they have left and the next is called", async () => {
    const world = await buildOfficeHours(2);
    const [first, second] = [guest(world, 0), guest(world, 1)];
    for (const { api } of world.guests) must(200, await api.post(world.path));
    must(200, await world.host.post(`/v1/sessions/${world.id}/start`));
    must(200, await world.host.post(`${world.path}/next`));
    const { participantId } = must(201, await first.api.post(`/api/rooms/${world.id}/tickets`, {}));
    await server.db.query(
      `insert into room_connections (organization_id, room_id, id, participant_id, joined_at)
       select organization_id, room_id, 'coming', id, $2 from room_participants where id = $1`,
      [participantId, server.clock()],
    );
    await travel(server, minutes(4));
    assert.equal(must(200, await first.api.get(world.path)).status, "called");
    assert.equal(must(200, await world.host.post(`${world.path}/next`)).called, second.id);
    assert.equal(must(200, await first.api.get(world.path)).status, "called", "they are still in the room");
    await server.db.query("update room_connections set left_at = $1 where id = 'coming'", [server.clock()]);
    must(200, await world.host.post(`${world.path}/next`));
    assert.equal(must(200, await first.api.get(world.path)).status, "none");
  });

  it("is for who has a seat, in office hours, in their time, and called in by hosts", async () => {
    const world = await buildOfficeHours(1);
    const member = await server.memberApi(world.organizationId, "Teacher");
    must(403, await member.post(world.path));
    must(403, await guest(world, 0).api.post(`${world.path}/next`));
    must(403, await member.post(`${world.path}/next`));
    const key = await server.build.apiKey(world.organizationId, ["live:read", "live:write"]);
    must(403, await server.api(key.text).post(world.path));
    assert.equal(must(200, await server.api(key.text).post(`${world.path}/next`)).called, null);
    const foreigner = await server.memberApi(await server.build.organization(), "Manager");
    must(404, await foreigner.get(world.path));
    must(404, await foreigner.post(world.path));
    must(404, await foreigner.post(`${world.path}/next`));
    const late = await buildOfficeHours(1, { scheduled_at: plus(server.clock(), minutes(16)).toISOString() });
    must(412, await guest(late, 0).api.post(late.path));
    const other = await buildOfficeHours(1, { kind: "live" });
    must(412, await guest(other, 0).api.post(other.path));
    must(412, await other.host.post(`${other.path}/next`));
    must(200, await world.host.post(`/v1/sessions/${world.id}/cancel`));
    must(412, await guest(world, 0).api.post(world.path));
    must(412, await world.host.post(`${world.path}/next`));
  });

  it("loses whoever gives up their seat", async () => {
    const world = await buildOfficeHours(2);
    for (const { api } of world.guests) must(200, await api.post(world.path));
    must(200, await guest(world, 0).api.delete(`/v1/sessions/${world.id}/register`));
    assert.deepEqual(
      (await lineOf(world)).map((one: { person_id: string; position: number }) => [
        one.person_id,
        one.position,
      ]),
      [[guest(world, 1).id, 1]],
    );
  });
});
