import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type Deliveries, emailAbout, startDeliveries } from "../../test/deliveries.ts";
import { eventually } from "../../test/eventually.ts";
import { settled, travel } from "../../test/travel.ts";
import { addJobs } from "../events/jobs.ts";
import { minutes } from "../kernel/clock.ts";
import { claimEffect, findNextInLines, recordAttempts } from "./attempts-store.ts";
import type { Channel, Effect, Outcome, PlannedEffect } from "./effect.ts";
import { callJob, effectId, replayEffects } from "./plan.ts";

const delivered: Outcome = { result: "delivered", detail: null };

describe("a line of effects over two server processes", () => {
  let deliveries: Deliveries;
  let sent: Effect[] = [];
  let answer: (effect: Effect) => Promise<Outcome> = async () => delivered;

  const channel: Channel = {
    atOnce: 4,
    pauses: [minutes(1), minutes(1), minutes(1)],
    deliver(effect) {
      sent.push(effect);
      return answer(effect);
    },
  };
  const effect = (subjectId: string, n: number) => emailAbout(deliveries.organizationId, subjectId, n);
  const order = (subjectId: string) =>
    sent.filter((one) => one.subjectId === subjectId).map((one) => one.content);

  before(async () => {
    deliveries = await startDeliveries();
    await deliveries.start(channel);
    await deliveries.start(channel);
  });
  after(() => deliveries.close());

  test("goes out in its order and one at a time, whatever fails and whenever it was planned", async () => {
    const lines = ["a", "b", "c", "d", "e"];
    const [failing, length] = [3, 12];
    const inFlight = new Map<string, number>();
    sent = [];
    answer = async ({ subjectId, content, tries }) => {
      inFlight.set(subjectId, (inFlight.get(subjectId) ?? 0) + 1);
      await new Promise((resolve) => setImmediate(resolve));
      assert.equal(inFlight.get(subjectId), 1, `${subjectId} ${content}`);
      inFlight.set(subjectId, 0);
      const fails = Number(content) % failing === 0 && tries <= 2;
      return fails ? { result: "unreachable", detail: null } : delivered;
    };
    const numbers = Array.from({ length }, (_, n) => n);
    for (const n of numbers) {
      // Half of them one by one, so that they come while those before them are on their way.
      if (n < length / 2) await deliveries.plan(lines.map((line) => effect(line, n)));
    }
    await deliveries.plan(lines.flatMap((line) => numbers.slice(length / 2).map((n) => effect(line, n))));
    for (let trip = 0; trip < (2 * length) / failing + 1; trip += 1) await travel(deliveries, minutes(2));
    const expected = numbers.flatMap((n) => (n % failing === 0 ? [n, n, n] : [n]));
    for (const line of lines) {
      assert.deepEqual(order(line), expected, line);
      const rows = await deliveries.rows(line);
      assert.deepEqual(new Set(rows.map(({ state }) => state)), new Set(["delivered"]), line);
    }
  });

  test("an effect that a job has taken is left alone by every other job for it", async () => {
    const gate = Promise.withResolvers<Outcome>();
    sent = [];
    answer = () => gate.promise;
    await deliveries.plan([effect("taken", 1)]);
    await eventually(async () => assert.equal(order("taken").length, 1));
    const { organizationId, database } = deliveries;
    const id = effectId(effect("taken", 1));
    const calls = [1, 2, 3].map(() => callJob(organizationId, id, "email"));
    await database.asTenant(organizationId, (tx) => addJobs(tx, calls));
    await eventually(async () => {
      const jobs = await deliveries.db.query("select key from graphile_worker.jobs");
      assert.deepEqual(jobs, [{ key: `effect:${id}` }]);
    });
    gate.resolve(delivered);
    await settled(deliveries);
    assert.equal(order("taken").length, 1);
  });
});

describe("lines that are sent once more", () => {
  test("take one job each, after what is new, and go out in their order", async () => {
    const deliveries = await startDeliveries();
    const { organizationId, database, db, clock } = deliveries;
    const numbers = [1, 2, 3, 4];
    const of = (subjectId: string) => numbers.map((n) => emailAbout(organizationId, subjectId, n));
    await deliveries.plan([...of("a"), ...of("b")]);
    await db.query("update effects set state = 'failed'");
    await db.query("delete from graphile_worker._private_jobs");
    // What is asked for in another order is sent in its own.
    const ids = [...of("b"), ...of("a")].map(effectId).reverse();
    const count = await database.asTenant(organizationId, (tx) =>
      replayEffects(tx, organizationId, ids, clock()),
    );
    assert.equal(count, 8);
    await deliveries.plan([emailAbout(organizationId, "new", 1)]);
    const jobs = await db.query<{ id: string; priority: number }>(
      "select payload ->> 'effectId' as id, priority from graphile_worker._private_jobs order by priority",
    );
    const firsts = ["a", "b"].map((line) => effectId(emailAbout(organizationId, line, 1))).sort();
    assert.deepEqual(jobs[0], { id: effectId(emailAbout(organizationId, "new", 1)), priority: 0 });
    assert.deepEqual(
      jobs.slice(1).sort((one, other) => (one.id < other.id ? -1 : 1)),
      firsts.map((id) => ({ id, priority: 10 })),
    );
    const sent: Effect[] = [];
    const priorities = new Set<number>();
    await deliveries.start({
      atOnce: 4,
      pauses: [],
      async deliver(effect) {
        sent.push(effect);
        const [job] = await db.query<{ priority: number }>(
          "select priority from graphile_worker._private_jobs where payload ->> 'effectId' = $1",
          [effect.id],
        );
        if (effect.subjectId !== "new") priorities.add(job?.priority ?? 0);
        return delivered;
      },
    });
    await settled(deliveries);
    for (const line of ["a", "b"]) {
      const contents = sent.filter(({ subjectId }) => subjectId === line).map(({ content }) => content);
      assert.deepEqual(contents, numbers, line);
    }
    assert.deepEqual([...priorities], [10]);
    await deliveries.close();
  });
});

describe("the turn of an effect that is planned while the one before it is settled", () => {
  let deliveries: Deliveries;

  before(async () => {
    deliveries = await startDeliveries();
  });
  after(() => deliveries.close());

  test("is not lost: the claim waits until it knows", async () => {
    const { organizationId, database, db, clock } = deliveries;
    const [first, second] = [1, 2].map((n) => emailAbout(organizationId, "s", n)) as [
      PlannedEffect,
      PlannedEffect,
    ];
    await deliveries.plan([first]);
    const claim = (one: PlannedEffect) =>
      database.asTenant(organizationId, (tx) =>
        claimEffect(tx, { organizationId, id: effectId(one), turn: crypto.randomUUID(), untriedOnly: false }),
      );
    const taken = await claim(first);
    assert.ok(taken);
    const claiming = await database.asTenant(organizationId, async (tx) => {
      const now = clock();
      const attempt = {
        effect: { ...taken, content: null },
        outcome: delivered,
        state: "delivered",
        startedAt: now,
        endedAt: now,
        dueAt: now,
        milliseconds: 1,
      } as const;
      assert.equal((await recordAttempts(tx, organizationId, [attempt])).size, 1);
      assert.deepEqual(await findNextInLines(tx, organizationId, [taken]), []);
      // Too late to be called by the first, too early to see that it is over.
      await deliveries.plan([second]);
      const waiting = claim(second);
      await eventually(async () => {
        const locks = await db.query(
          "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        );
        assert.equal(locks.length, 1);
      });
      return { waiting };
    });
    assert.equal((await claiming.waiting)?.id, effectId(second));
  });
});
