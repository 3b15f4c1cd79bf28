import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { newId } from "#kernel/ids.ts";
import { buildDepositionRoom, type DepositionWorld } from "../../test/build-rooms.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";

let server: TestServer;
let world: DepositionWorld;

before(async () => {
  server = await startTestServer();
  world = await buildDepositionRoom(server);
});
after(() => server.close());

describe("guessing invitations", () => {
  it("is stopped by the address, and opens no transaction", async () => {
    let transactions = 0;
    const { database } = server.server;
    const { asSystem } = database;
    database.asSystem = (work) => {
      transactions += 1;
      return asSystem(work);
    };
    const guess = (n: number) =>
      world.anybody.post(`/api/rooms/${world.pathId}/tickets`, {
        invitation: `${newId()}.${n}`,
        name: "Eve",
      });
    const codes = new Map<string, number>();
    const startedAt = Date.now();
    for (let n = 0; n < 10_000; n += 50) {
      for (const { body } of await Promise.all(Array.from({ length: 50 }, (_, m) => guess(n + m)))) {
        codes.set(body.code, (codes.get(body.code) ?? 0) + 1);
      }
    }
    assert.deepEqual([...codes.keys()].sort(), ["invitation_invalid", "too_many_requests"]);
    const windows = Math.floor((Date.now() - startedAt) / 60_000) + 1;
    const judged = codes.get("invitation_invalid") ?? 0;
    assert.ok(judged <= 600 * windows, `${judged} in ${windows} minutes`);
    // What goes on beside requests has a few of its own.
    assert.ok(transactions < 200, `${transactions} transactions`);
  });
});
