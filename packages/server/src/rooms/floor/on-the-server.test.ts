import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import type { Api } from "../../../test/api.ts";
import { buildMentorshipWorld, must } from "../../../test/build-mentorship.ts";
import { buildDepositionRoom, type DepositionWorld } from "../../../test/build-rooms.ts";
import { eventually } from "../../../test/eventually.ts";
import { comeWith, connectToRoom, type RoomClient } from "../../../test/room-client.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { openStream } from "../../../test/streams.ts";

describe("a room on the server", () => {
  let server: TestServer;
  let world: DepositionWorld;
  const clients = new Set<RoomClient>();
  before(async () => {
    server = await startTestServer({ roomTimes: { awayFor: 500, retryAfter: 50 } });
    world = await buildDepositionRoom(server);
  });
  after(() => server.close());
  afterEach(async () => {
    for (const client of clients) {
      client.send({ type: "leave" });
      await client.closed;
    }
    clients.clear();
    await eventually(async () => assert.deepEqual(server.server.rooms.count(), { rooms: 0, people: 0 }));
  });

  const ticketOf = async (api: Api, { pathId } = world, body: object = {}) =>
    must(201, await api.post(`/api/rooms/${pathId}/tickets`, body)) as { ticket: string; socketUrl: string };
  const come = async (api: Api, at = world, body: object = {}): Promise<RoomClient> => {
    const client = await comeWith(await ticketOf(api, at, body), { "convene.test": server.url });
    clients.add(client);
    return client;
  };
  const enter = async (api: Api, at = world) => {
    const client = await come(api, at);
    return { client, welcome: await client.next("welcome") };
  };
  const gone = (client: RoomClient) => clients.delete(client);

  test("a host admits a guest who has no account, and both are in the report", async () => {
    const { client: host, welcome } = await enter(world.as.host);
    assert.equal(welcome.you.role, "host");
    const guest = await come(world.anybody, world, { invitation: world.guest.invitation, name: "Grace" });
    assert.deepEqual((await guest.next("lobby")).awaits, "host");
    const person = await eventually(async () => {
      const last = host.all("waiting").at(-1)?.people[0];
      assert.ok(last);
      return last;
    });
    assert.equal(person.name, "Grace");
    host.send({ type: "admit", participantId: person.id });
    assert.equal((await guest.next("welcome")).participants[0]?.role, "host");
    assert.equal((await host.next("joined")).participant.id, person.id);
    host.send({ type: "chat", text: "Good morning" });
    assert.equal((await guest.next("chat")).message.text, "Good morning");
    guest.send({ type: "leave" });
    await host.next("left");
    gone(guest);
    await eventually(async () => {
      const report = must(200, await world.as.host.get(`/api/rooms/${world.pathId}/attendance`));
      assert.match(JSON.stringify(report), /Grace/);
    });
    // Whoever was admitted comes back without asking again.
    const again = await come(world.anybody, world, { invitation: world.guest.invitation });
    assert.equal((await again.next("welcome")).chat.at(-1)?.text, "Good morning");
  });

  test("a ticket that was used, one of another room, and nonsense let nobody in", async () => {
    const { ticket } = await ticketOf(world.as.host);
    const other = await buildDepositionRoom(server);
    const address = `${server.url}/api/rooms/${world.pathId}/socket`;
    const say = async (text: string) => {
      const client = await connectToRoom(address);
      client.send({ type: "hello", ticket: text });
      return client;
    };
    const first = await say(ticket);
    clients.add(first);
    await first.next("welcome");
    for (const bad of [ticket, (await ticketOf(other.as.host, other)).ticket, `${ticket}x`, "nonsense", ""]) {
      const client = await say(bad);
      assert.equal((await client.next("bye")).reason, "ticket", bad);
      await client.closed;
    }
  });

  test("a ticket that is not used at once is good no longer", async () => {
    const answer = await ticketOf(world.as.host);
    server.clock.advance(10 * 60_000);
    const client = await comeWith(answer, { "convene.test": server.url });
    assert.equal((await client.next("bye")).reason, "ticket");
  });

  test("a guest whose invitation is taken back goes at once", async () => {
    const here = await buildDepositionRoom(server);
    const { client: host } = await enter(here.as.host, here);
    const guest = await come(here.anybody, here, { invitation: here.guest.invitation, name: "Grace" });
    await guest.next("lobby");
    host.send({ type: "admit", participantId: (await waitingPerson(host)).id });
    await guest.next("welcome");
    must(
      200,
      await here.as.coach.patch(`/api/v1/sessions/${here.pathId}`, {
        session_request: { invites: [{ email: here.people.host.email, access_level: "host" }] },
      }),
    );
    assert.equal((await guest.next("bye")).reason, "removed");
    await host.next("left");
    gone(guest);
  });

  test("whoever a host removes does not come back", async () => {
    const { client: host } = await enter(world.as.host);
    const { client: invited } = await (async () => {
      const client = await come(world.as.invited);
      await client.next("lobby");
      host.send({ type: "admit", participantId: (await waitingPerson(host)).id });
      return { client, welcome: await client.next("welcome") };
    })();
    const { participant } = await host.next("joined");
    host.send({ type: "remove", participantId: participant.id });
    assert.equal((await invited.next("bye")).reason, "removed");
    gone(invited);
    const refused = await world.as.invited.post(`/api/rooms/${world.pathId}/tickets`, {});
    assert.equal(refused.status, 403);
  });

  test("a host who is none any more can do nothing that hosts can", async () => {
    const here = await buildDepositionRoom(server);
    const { client } = await enter(here.as.host, here);
    must(
      200,
      await here.as.coach.patch(`/api/v1/sessions/${here.pathId}`, {
        session_request: { invites: [{ email: here.people.host.email, access_level: "participant" }] },
      }),
    );
    assert.equal((await client.next("changed")).participant.role, "participant");
    client.send({ type: "end" });
    const { about, code } = await client.next("fault");
    assert.deepEqual([about, code], ["end", "forbidden"]);
  });

  test("a session that is canceled ends for all who are in it", async () => {
    const here = await buildDepositionRoom(server);
    const { client: host } = await enter(here.as.host, here);
    const waiting = await come(here.as.invited, here);
    await waiting.next("lobby");
    must(200, await here.as.coach.patch(`/api/v1/sessions/${here.pathId}/cancel`));
    for (const client of [host, waiting]) {
      assert.equal((await client.next("bye")).reason, "canceled");
      gone(client);
    }
  });

  test("a session that its host ends is over for all", async () => {
    const here = await buildDepositionRoom(server);
    const { client: host } = await enter(here.as.host, here);
    host.send({ type: "end" });
    assert.equal((await host.next("bye")).reason, "ended");
    gone(host);
    const late = await here.as.host.post(`/api/rooms/${here.pathId}/tickets`, {});
    assert.equal(late.status, 410);
  });

  test("when the media process is killed, everybody is told to set up media anew", async () => {
    const { client } = await enter(world.as.host);
    const first = await client.next("offer");
    const pid = server.server.rooms.mediaProcess();
    assert.ok(pid);
    process.kill(pid, "SIGKILL");
    await client.next("renew");
    const second = await client.next("offer");
    assert.notEqual(second.sdp, first.sdp);
    assert.notEqual(server.server.rooms.mediaProcess(), pid);
  });

  test("a reaction in a mentorship's call also reaches those who watch the mentorship", async () => {
    const mentorship = await buildMentorshipWorld(server);
    const pathId = await mentorship.session(10);
    const watch = `${server.url}/api/events/mentorships/${mentorship.mentorshipId}/events`;
    const { token } = await server.server.tokens.issue(
      mentorship.ids.teacher,
      mentorship.organizationId,
      60_000 * 60,
    );
    const watcher = await openStream(watch, { authorization: `Bearer ${token}` });
    const { client: coach, welcome } = await enter(mentorship.as.coach, { ...world, pathId });
    assert.equal(welcome.features.reactions, true);
    const { client: teacher } = await enter(mentorship.as.teacher, { ...world, pathId });
    coach.send({ type: "reaction", emoji: "🎉" });
    assert.equal((await teacher.next("reaction")).emoji, "🎉");
    await eventually(async () => {
      const heard = watcher.heard.find(({ name }) => name === "call-reaction");
      assert.deepEqual([heard?.data.emoji, heard?.data.userId], ["🎉", mentorship.ids.coach]);
    });
    watcher.hangUp();
  });

  test("a server that stops sends its people elsewhere, and notes that they left", async () => {
    const other = await server.another();
    const api = other.api(world.people.host.token);
    const answer = must(201, await api.post(`/api/rooms/${world.pathId}/tickets`, {}));
    const client = await comeWith(answer, { "convene.test": other.url });
    await client.next("welcome");
    await other.close();
    assert.equal((await client.next("bye")).reason, "restart");
    await client.closed;
    const open = await server.db.query("select 1 from room_connections where left_at is null");
    assert.deepEqual(open, []);
    assert.deepEqual(await server.db.query("select 1 from room_leases"), []);
  });
});

const waitingPerson = (host: RoomClient) =>
  eventually(async () => {
    const person = host.all("waiting").at(-1)?.people[0];
    assert.ok(person);
    return person;
  });
