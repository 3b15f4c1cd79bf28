import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { newId } from "#kernel/ids.ts";
import type { Api } from "../../../test/api.ts";
import { must } from "../../../test/build-mentorship.ts";
import { buildDepositionRoom } from "../../../test/build-rooms.ts";
import { createTestClock } from "../../../test/clock.ts";
import { startCommand } from "../../../test/command.ts";
import { makeDataDir } from "../../../test/data-dir.ts";
import { createTestDatabase } from "../../../test/database.ts";
import { eventually } from "../../../test/eventually.ts";
import { comeWith, type TicketAnswer } from "../../../test/room-client.ts";
import { secrets, startTestServer, type TestServer } from "../../../test/server.ts";

describe("several server processes on one database", () => {
  let server: TestServer;
  let other: TestServer;
  let processes: Record<string, string>;
  before(async () => {
    // A process that is killed goes by the real time, and so must those beside it.
    const on = { db: await createTestDatabase(), clock: createTestClock(new Date().toISOString()) };
    server = await startTestServer({ on, settings: { ROOMS_URL: "http://one.test" } });
    other = await server.another({ ROOMS_URL: "http://other.test" });
    processes = { "one.test": server.url, "other.test": other.url };
  });
  after(() => server.close());

  const ticketOf = async (api: Api, pathId: string) =>
    must(201, await api.post(`/api/rooms/${pathId}/tickets`, {})) as { ticket: string; socketUrl: string };

  test("a room lives in one of them, and whoever comes to another is sent there", async () => {
    const { pathId, people, as } = await buildDepositionRoom(server);
    const elsewhere = other.api(people.manager.token);
    const [first, second] = [await ticketOf(as.host, pathId), await ticketOf(elsewhere, pathId)];
    assert.equal(first.socketUrl, `ws://one.test/api/rooms/${pathId}/socket`);
    assert.equal(second.socketUrl, `ws://other.test/api/rooms/${pathId}/socket`);
    const host = await comeWith(first, processes);
    await host.next("welcome");
    const lost = await comeWith(second, processes);
    assert.equal((await lost.next("bye")).reason, "restart");
    const third = await ticketOf(elsewhere, pathId);
    assert.equal(new URL(third.socketUrl).host, "one.test");
    const manager = await comeWith(third, processes);
    assert.equal((await manager.next("welcome")).participants.length, 1);
    for (const client of [host, manager]) {
      client.send({ type: "leave" });
      await client.closed;
    }
    await eventually(async () => assert.deepEqual(await server.db.query("select 1 from room_leases"), []));
    assert.equal(new URL((await ticketOf(elsewhere, pathId)).socketUrl).host, "other.test");
  });

  test("a room of a process that is gone is taken over by whoever is asked next", async () => {
    const { organizationId, sessionId, pathId, as } = await buildDepositionRoom(server);
    const answer = await ticketOf(as.host, pathId);
    const seenAt = new Date(server.clock().getTime() - 5_000);
    const [room] = await server.db.query<{ id: string }>("select id from rooms where session_id = $1", [
      sessionId,
    ]);
    await server.db.query(
      `insert into room_connections (organization_id, room_id, id, participant_id, joined_at)
       select organization_id, room_id, 'of a dead process', id, $2 from room_participants where room_id = $1`,
      [room?.id, new Date(seenAt.getTime() - 60_000)],
    );
    await server.db.query(
      `insert into room_leases (organization_id, room_id, holder, url, seen_at, expires_at)
       values ($1, $2, $3, 'http://gone.test', $4, clock_timestamp() - interval '1 millisecond')`,
      [organizationId, room?.id, newId(), seenAt],
    );
    const host = await comeWith(answer, processes);
    await host.next("welcome");
    const [connection] = await server.db.query<{ left_at: Date }>(
      "select left_at from room_connections where id = 'of a dead process'",
    );
    assert.deepEqual(connection?.left_at, seenAt);
    host.send({ type: "leave" });
    await host.closed;
  });

  test("a process that is killed loses its rooms within seconds, and nobody stays in them for ever", async () => {
    const { sessionId, pathId, people, as } = await buildDepositionRoom(server);
    const { user, password, host, port, database } = server.db.connection;
    const dataDir = makeDataDir("rooms");
    const child = await startCommand({
      DATABASE_URL: `postgres://${user}:${password}@/${database}?host=${encodeURIComponent(host)}&port=${port}`,
      PUBLIC_URL: "http://convene.test",
      ROOMS_URL: "http://child.test",
      SECRET: secrets.secret,
      NODE_ENV: "production",
      DATA_DIR: dataDir.path,
    });
    try {
      const asked = await fetch(`${child.url}/api/rooms/${pathId}/tickets`, {
        method: "POST",
        headers: { authorization: `Bearer ${people.host.token}`, "content-type": "application/json" },
        body: "{}",
      });
      const client = await comeWith((await asked.json()) as TicketAnswer, { "child.test": child.url });
      await client.next("welcome");
      const open = () =>
        server.db.query(
          `select 1 from room_connections c join rooms r on r.id = c.room_id
           where r.session_id = $1 and c.left_at is null`,
          [sessionId],
        );
      await eventually(async () => assert.equal((await open()).length, 1));
      assert.equal(new URL((await ticketOf(as.host, pathId)).socketUrl).host, "child.test");
      await child.stop("SIGKILL");
      await client.closed;
      await eventually(async () => assert.deepEqual(await open(), []));
      const answer = await eventually(async () => {
        const found = await ticketOf(as.host, pathId);
        assert.equal(new URL(found.socketUrl).host, "one.test");
        return found;
      });
      const again = await comeWith(answer, processes);
      await again.next("welcome");
      again.send({ type: "leave" });
      await again.closed;
    } finally {
      await child.stop("SIGKILL");
      dataDir.remove();
    }
  });
});
