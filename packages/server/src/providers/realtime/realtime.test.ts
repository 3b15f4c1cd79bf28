import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createPool, type Pool } from "#database/pool.ts";
import type { Realtime } from "#realtime/port.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { eventually } from "../../../test/eventually.ts";
import { natsRealtime } from "./nats.ts";
import { postgresRealtime } from "./postgres.ts";
import { natsServer, startNats, startSmallNats, type TestNats } from "./test/nats-server.ts";

/** One way to carry messages, as the suite sees it. */
interface Surroundings {
  /** The end of one more process. */
  connect(): Realtime;
  /** Cuts all connections, and lets new ones come after a while. */
  cut(): Promise<void>;
  close(): Promise<void>;
}

/** What every adapter keeps. */
function suite(name: string, surround: () => Promise<Surroundings>): void {
  describe(name, () => {
    let around: Surroundings;
    let one: Realtime;
    let two: Realtime;
    const heard = new Map<string, string[]>();
    /** Listens on one process and notes what it hears. */
    const listen = (realtime: Realtime, who: string, channel: string): string[] => {
      const messages: string[] = [];
      heard.set(who, messages);
      realtime.subscribe(channel, { onMessage: (message) => messages.push(message) });
      return messages;
    };
    const same = (actual: string[], expected: string[]) =>
      eventually(async () => assert.deepEqual(actual, expected));

    before(async () => {
      around = await surround();
      one = around.connect();
      two = around.connect();
      await Promise.all([one.connected, two.connected]);
    });
    after(async () => {
      await Promise.all([one.stop(), two.stop()]);
      await around.close();
    });

    /** A channel on which both processes are known to listen. */
    async function listenBoth(channel: string): Promise<[string[], string[]]> {
      const both: [string[], string[]] = [listen(one, "one", channel), listen(two, "two", channel)];
      for (let knock = 0; both.some((messages) => messages.length === 0); knock += 1) {
        one.publish(channel, `knock ${knock}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      one.publish(channel, "come in");
      for (const messages of both) {
        await eventually(async () => assert.equal(messages.at(-1), "come in"));
        messages.length = 0;
      }
      return both;
    }

    it("carries a message to every process, the sender included, exactly and in order", async () => {
      const [here, there] = await listenBoth("exact");
      const texts = ["1 2 3", "  two words ", "line\nline\r\n", "🎉 ❤️ é", '{"a":"\\u0000"}', "last"];
      for (const text of texts) one.publish("exact", text);
      await same(there, texts);
      await same(here, texts);
    });

    it("keeps channels apart", async () => {
      const [, odd] = await listenBoth("odd");
      const [, even] = await listenBoth("even");
      for (let n = 0; n < 10; n += 1) one.publish(n % 2 ? "odd" : "even", String(n));
      await same(odd, ["1", "3", "5", "7", "9"]);
      await same(even, ["0", "2", "4", "6", "8"]);
    });

    it("carries equal messages as often as they were sent, and wake-ups at least once", async () => {
      const [, equal] = await listenBoth("equal");
      const [, wakes] = await listenBoth("wakes");
      for (let n = 0; n < 20; n += 1) {
        one.publish("equal", "same");
        one.publish("wakes", "");
      }
      one.publish("wakes", "the end");
      await same(equal, Array(20).fill("same"));
      await eventually(async () => assert.equal(wakes.at(-1), "the end"));
      assert.ok(wakes.length >= 2 && wakes.slice(0, -1).every((message) => message === ""), String(wakes));
    });

    it("takes 7,000 bytes and refuses more aloud", async () => {
      const [, large] = await listenBoth("large");
      assert.throws(() => one.publish("large", "é".repeat(3501)), /7002 bytes/);
      const largest = "é".repeat(3500);
      one.publish("large", largest);
      await same(large, [largest]);
    });

    it("comes back when its connection is lost, says so, and carries on", async () => {
      const [here, there] = await listenBoth("lost");
      let connected = 0;
      for (const realtime of [one, two]) {
        realtime.subscribe("lost-too", {
          onMessage: () => {},
          onConnected: () => {
            connected += 1;
          },
        });
      }
      for (let round = 1; round <= 2; round += 1) {
        const before = connected;
        await around.cut();
        await eventually(async () => assert.ok(connected >= before + 2));
        two.publish("lost", `after ${round}`);
        await eventually(async () => assert.equal(here.at(-1), `after ${round}`));
        await eventually(async () => assert.equal(there.at(-1), `after ${round}`));
      }
    });

    it("never fails while it is not connected, and stops at once when told to", async () => {
      const third = around.connect();
      third.publish("early", "before there is a connection");
      await third.stop();
      third.publish("early", "after its end");
    });
  });
}

suite("realtime by PostgreSQL", async () => {
  const db: TestDatabase = await createTestDatabase();
  const pools: Pool[] = [];
  return {
    connect() {
      const pool = createPool({ connection: db.connection, size: 1, onError: () => {} });
      pools.push(pool);
      return postgresRealtime({ connection: db.connection, pool });
    },
    async cut() {
      await db.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'convene listener'",
      );
    },
    async close() {
      for (const pool of pools) await pool.end();
      await db.drop();
    },
  };
});

const byNats = (start: () => Promise<TestNats>) => async (): Promise<Surroundings> => {
  const nats = await start();
  return {
    connect: () => natsRealtime({ url: nats.url, deployment: "test", onLost: () => {} }),
    async cut() {
      await nats.stop();
      await nats.start();
    },
    close: nats.stop,
  };
};

suite(
  `realtime by NATS (${natsServer ? "nats-server" : "a small server of its protocol"})`,
  byNats(startNats),
);
if (natsServer) suite("realtime by NATS (a small server of its protocol)", byNats(startSmallNats));

describe("deployments that share a NATS server", () => {
  it("do not hear one another, and one that cannot connect says so once", async () => {
    const nats = await startNats();
    const faults: unknown[] = [];
    const connect = (deployment: string, url = nats.url) =>
      natsRealtime({ url, deployment, onLost: (fault) => faults.push(fault) });
    const [ours, theirs] = [connect("ours"), connect("theirs")];
    await Promise.all([ours.connected, theirs.connected]);
    const heard: string[] = [];
    ours.subscribe("news", { onMessage: (message) => heard.push(message) });
    theirs.subscribe("news", { onMessage: (message) => heard.push(`theirs: ${message}`) });
    await eventually(async () => {
      ours.publish("news", "hello");
      assert.ok(heard.length > 0);
    });
    theirs.publish("news", "only for us");
    await eventually(async () => assert.ok(heard.includes("theirs: only for us")));
    assert.ok(!heard.includes("theirs: hello"));
    assert.deepEqual(faults, []);
    const stranger = connect("ours", nats.url.replace(/:[^:@]+@/, ":wrong@"));
    await eventually(async () => assert.equal(faults.length, 1));
    for (const realtime of [ours, theirs, stranger]) await realtime.stop();
    await nats.stop();
  });
});
