import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { SignJWT } from "jose";
import type { Database } from "#database/tenancy.ts";
import { seconds } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { createVault } from "#kernel/vault.ts";
import { must } from "../../test/build-mentorship.ts";
import { buildDepositionRoom, type DepositionWorld, type RoomsOf, roomsOf } from "../../test/build-rooms.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import type { Entry } from "./book.ts";
import { createRoomBook } from "./create-book.ts";
import { signTicket } from "./tickets.ts";

let server: TestServer;
let rooms: RoomsOf;
let other: RoomsOf;
let world: DepositionWorld;

before(async () => {
  server = await startTestServer();
  rooms = roomsOf(server);
  other = roomsOf(await server.another());
  world = await buildDepositionRoom(server);
});
after(() => server.close());

const ask = (who: keyof DepositionWorld["as"] = "invited") =>
  world.as[who].post(`/api/rooms/${world.pathId}/tickets`, {});
const ticket = async (who?: keyof DepositionWorld["as"]): Promise<string> => must(201, await ask(who)).ticket;
const countOf = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.filter(({ status }) => status === "fulfilled").length;
const unauthenticated = { code: "unauthenticated" };

describe("a ticket", () => {
  it("lets one in, of all who show it to several processes at once", async () => {
    const text = await ticket();
    const shown = Array.from({ length: 10 }, (_, n) => (n % 2 ? rooms : other).book.redeem(text));
    assert.equal(countOf(await Promise.allSettled(shown)), 1);
    await assert.rejects(rooms.book.redeem(text), unauthenticated);
  });

  it("is for one coming: each has a connection of its own, of the same participant", async () => {
    const [one, two] = [await rooms.book.redeem(await ticket()), await rooms.book.redeem(await ticket())];
    assert.equal(one.participant.id, two.participant.id);
    assert.notEqual(one.connectionId, two.connectionId);
    assert.equal(one.room.id, two.room.id);
    assert.equal(one.enters, "when_admitted");
  });

  it("is good for a minute, and no longer", async () => {
    const [inTime, late] = [await ticket(), await ticket()];
    server.clock.advance(seconds(59));
    await rooms.book.redeem(inTime);
    server.clock.advance(seconds(1));
    await assert.rejects(rooms.book.redeem(late), unauthenticated);
  });

  it("is worth nothing to a member who was put out of the organization meanwhile", async () => {
    const text = await ticket("coach");
    await server.db.query("delete from members where person_id = $1", [world.people.coach.id]);
    await assert.rejects(rooms.book.redeem(text), unauthenticated);
    const actor = { id: world.people.coach.id, role: "Coach" };
    await server.db.query(
      "insert into members (organization_id, person_id, role, created_at) values ($1, $2, $3, $4)",
      [world.organizationId, actor.id, actor.role, server.clock()],
    );
    await rooms.book.redeem(text);
  });

  it("that is forged costs no query, however many are tried", async () => {
    const touched = () => assert.fail("a forged ticket reached the database");
    const untouched: Database = {
      asTenant: touched,
      asSystem: touched,
      forTenant: touched,
      forSystem: touched,
    };
    const book = createRoomBook({ ...rooms.parts, database: untouched });
    const genuine = await ticket();
    const claims = {
      ...{ organizationId: world.organizationId, id: newId(), roomId: newId(), participantId: newId() },
      expiresAt: new Date(server.clock().getTime() + seconds(60)),
    };
    const unsigned = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
    const forged = [
      "",
      "nonsense",
      genuine.slice(0, -3),
      `${unsigned({ alg: "none" })}.${genuine.split(".")[1]}.`,
      await signTicket(createVault("another secret, of another deployment, long enough"), claims),
      await new SignJWT({}).setProtectedHeader({ alg: "HS256" }).sign(Buffer.from("guess")),
      await signTicket(rooms.vault, { ...claims, roomId: "no uuid" }),
      await signTicket(rooms.vault, { ...claims, expiresAt: server.clock() }),
    ];
    for (let n = 0; n < 10_000; n += 1) {
      await assert.rejects(book.redeem(forged[n % forged.length] ?? ""), unauthenticated);
    }
    await rooms.book.redeem(genuine);
  });
});

describe("a host", () => {
  let host: Entry;
  const invited = async () => rooms.book.redeem(await ticket());
  const newcomer = async () => {
    world = await buildDepositionRoom(server);
    host = await rooms.book.redeem(await ticket("host"));
    return invited();
  };
  const eventsOf = async ({ room }: Entry) =>
    server.db.query<{ type: string; version: number; actor_id: string | null; payload: object }>(
      "select type, version, actor_id, payload from events where subject_id = $1 order by version",
      [room.id],
    );

  it("admits somebody once, who then enters at once whenever they come", async () => {
    const { participant, room } = await newcomer();
    const twice = [rooms, other].map(({ book }) => book.admit(room, participant.id, host.participant.id));
    await Promise.all(twice);
    assert.equal((await invited()).enters, "at_once");
    assert.deepEqual(await eventsOf(host), [
      {
        type: "rooms.participant.admitted",
        version: 1,
        actor_id: world.people.host.id,
        payload: {
          roomId: room.id,
          product: "depositions",
          sessionId: world.sessionId,
          participantId: participant.id,
        },
      },
    ]);
  });

  it("is nobody who is not, or is no longer, one", async () => {
    const { participant, room } = await newcomer();
    const forbidden = { code: "forbidden" };
    for (const by of [participant.id, newId()]) {
      await assert.rejects(rooms.book.admit(room, participant.id, by), forbidden);
      await assert.rejects(rooms.book.remove(room, host.participant.id, by), forbidden);
      await assert.rejects(rooms.book.end(room, by), forbidden);
    }
    await server.db.query("delete from members where person_id = $1", [world.people.host.id]);
    await assert.rejects(rooms.book.admit(room, participant.id, host.participant.id), forbidden);
  });

  it("puts somebody out for good: neither the tickets that they have nor new ones are good for anything", async () => {
    const { participant, room } = await newcomer();
    const waiting = await ticket();
    await rooms.book.remove(room, participant.id, host.participant.id);
    await assert.rejects(rooms.book.redeem(waiting), unauthenticated);
    const { status, body } = await ask();
    assert.deepEqual([status, body.code], [403, "room_removed"]);
    const { you } = must(200, await world.as.invited.get(`/api/rooms/${world.pathId}`));
    assert.equal(you.removed, true);
    const { entries } = await rooms.book.reconsider(room, [participant.id, host.participant.id]);
    assert.deepEqual([...entries.keys()], [host.participant.id]);
    await assert.rejects(rooms.book.admit(room, participant.id, host.participant.id), { code: "conflict" });
  });

  it("who admits while another removes does not bring anybody back", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { participant, room } = await newcomer();
      const by = host.participant.id;
      await Promise.allSettled([
        rooms.book.admit(room, participant.id, by),
        other.book.remove(room, participant.id, by),
      ]);
      assert.equal((await ask()).body.code, "room_removed");
      const { entries } = await rooms.book.reconsider(room, [participant.id]);
      assert.equal(entries.size, 0);
    }
  });

  it("cannot remove themselves, nor somebody of another room", async () => {
    const { participant, room } = await newcomer();
    const [by, of] = [host.participant.id, room];
    await assert.rejects(rooms.book.remove(of, by, by), { code: "forbidden" });
    await newcomer();
    await assert.rejects(rooms.book.remove(host.room, participant.id, host.participant.id), {
      code: "not_found",
    });
  });
});

describe("removing by request", () => {
  const remove = (who: keyof DepositionWorld["as"], participantId: string) =>
    world.as[who].post(`/api/rooms/${world.pathId}/participants/${participantId}/remove`);

  it("is for hosts, Manager and up, and keys with the product's write scope", async () => {
    world = await buildDepositionRoom(server);
    const { participant } = await rooms.book.redeem(await ticket());
    for (const who of ["coach", "invited", "teacher"] as const) {
      assert.equal((await remove(who, participant.id)).body.code, "forbidden");
    }
    assert.equal((await remove("foreigner", participant.id)).status, 404);
    assert.equal((await remove("host", newId())).status, 404);
    const reader = await server.build.apiKey(world.organizationId, ["depositions:read", "live:write"]);
    const path = `/api/rooms/${world.pathId}/participants/${participant.id}/remove`;
    assert.equal((await server.api(reader.text).post(path)).body.code, "insufficient_scope");
    const writer = await server.build.apiKey(world.organizationId, ["depositions:write"]);
    must(200, await server.api(writer.text).post(path));
    must(200, await remove("host", participant.id));
    const removed = await server.db.query<{ actor_id: string }>(
      "select actor_id from events where type = 'rooms.participant.removed' and payload ->> 'participantId' = $1",
      [participant.id],
    );
    assert.deepEqual(removed, [{ actor_id: writer.id }]);
    assert.equal((await ask()).body.code, "room_removed");
  });
});
