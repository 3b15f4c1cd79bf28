import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, before, beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Deliveries, emailAbout, startDeliveries } from "../../test/deliveries.ts";
import { eventually } from "../../test/eventually.ts";
import { settled, travel } from "../../test/travel.ts";
import { addJobs } from "../events/jobs.ts";
import { hours, minutes } from "../kernel/clock.ts";
import type { Channel, Effect, Outcome, Settled } from "./effect.ts";
import { callJob, effectId } from "./plan.ts";

const delivered: Outcome = { result: "delivered", detail: null };
const hanging = fileURLToPath(new URL("test/hanging-process.ts", import.meta.url));

describe("effects that share a job", () => {
  let deliveries: Deliveries;
  let sent: Effect[] = [];
  let answer: (effect: Effect) => Promise<Outcome> = async () => delivered;
  let settle: (one: Settled) => void = () => {};

  const channel: Channel = {
    atOnce: 8,
    pauses: [hours(1)],
    deliver(effect) {
      sent.push(effect);
      return answer(effect);
    },
    async settle(_tx, all) {
      for (const one of all) settle(one);
    },
  };
  const effect = (subjectId: string, n: number) => emailAbout(deliveries.organizationId, subjectId, n);
  const numbers = (length: number) => Array.from({ length }, (_, n) => n);
  const jobs = () =>
    deliveries.db.query<{ payload: Record<string, string> }>(
      "select payload from graphile_worker._private_jobs",
    );
  const contents = () => sent.map(({ content }) => Number(content)).sort((a, b) => a - b);

  before(async () => {
    deliveries = await startDeliveries();
  });
  beforeEach(() => {
    sent = [];
    answer = async () => delivered;
    settle = () => {};
  });
  after(() => deliveries.close());

  test("are thirty-two at most, and what a process that was killed had not recorded is sent again, nothing else", async () => {
    const planned = numbers(32).map((n) => effect(`killed ${n}`, n));
    await deliveries.plan([...planned, effect("killed too", 32)]);
    const sizes = (await jobs()).map(({ payload }) => payload.effectIds?.split(",").length ?? 1);
    assert.deepEqual(sizes.sort(), [1, 32]);
    await deliveries.db.query(
      "delete from graphile_worker._private_jobs where payload ->> 'effectIds' is null",
    );
    const child = spawn(process.execPath, [hanging, JSON.stringify(deliveries.db.connection), "10"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      await eventually(async () => {
        const [row] = await deliveries.db.query<{ count: number }>(
          "select count(*)::int as count from effects where state = 'delivered' and subject_id like 'killed%'",
        );
        assert.equal(row?.count, 10);
      });
    } finally {
      child.kill("SIGKILL");
      await once(child, "close");
    }
    await deliveries.db.query(
      "update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'",
    );
    await deliveries.start(channel);
    await deliveries.start(channel);
    await eventually(async () => assert.equal(sent.length, 22));
    await settled(deliveries);
    assert.deepEqual(contents(), numbers(32).slice(10));
    assert.deepEqual(new Set(sent.map(({ attempts }) => attempts)), new Set([2]));
  });

  test("are each sent once by two processes, whatever other jobs there are for them", async () => {
    const planned = numbers(100).map((n) => effect(`once ${n}`, n));
    const inFlight = new Set<string>();
    answer = async ({ id }) => {
      assert.ok(!inFlight.has(id), "at work on it twice");
      inFlight.add(id);
      await new Promise((resolve) => setImmediate(resolve));
      inFlight.delete(id);
      return delivered;
    };
    await deliveries.plan(planned, (tx) =>
      addJobs(
        tx,
        planned.slice(0, 40).map((one) => callJob(one.organizationId, effectId(one), "email")),
      ),
    );
    await settled(deliveries);
    assert.deepEqual(contents(), numbers(100));
  });

  test("leave one that cannot be recorded to itself, and come to their end", async () => {
    let isPoisoned = true;
    answer = async ({ content }) => (content === 3 ? { result: "unreachable", detail: null } : delivered);
    settle = ({ effect: { content } }) => {
      if (isPoisoned && content === 5) throw new Error("poison");
    };
    await deliveries.plan(numbers(12).map((n) => effect(`poison ${n}`, n)));
    const states = () =>
      deliveries.db.query<{ content: string; state: string }>(
        "select content, state from effects where subject_id like 'poison%' and state <> 'delivered' order by content",
      );
    const waiting = ["3", "5"].map((content) => ({ content, state: "waiting" }));
    await eventually(async () => assert.deepEqual(await states(), waiting));
    await settled(deliveries);
    isPoisoned = false;
    await travel(deliveries, minutes(5));
    // The one that was not reached has a time of its own, though its first job ran again.
    assert.deepEqual(await states(), [{ content: "3", state: "waiting" }]);
    assert.deepEqual(
      contents().filter((n) => n !== 5),
      numbers(12).filter((n) => n !== 5),
    );
    answer = async () => delivered;
    await travel(deliveries, hours(1));
    assert.deepEqual(await states(), []);
  });

  test("go out in the order of their lines without another job", async () => {
    const line = numbers(8).map((n) => effect("line", n));
    const added = new Set<string>();
    answer = async () => {
      for (const { payload } of await jobs()) added.add(payload.effectIds ?? payload.effectId ?? "");
      return delivered;
    };
    await deliveries.plan(line);
    await settled(deliveries);
    assert.deepEqual(
      sent.map(({ content }) => content),
      numbers(8),
    );
    assert.deepEqual([...added], [line.map(effectId).join()]);
  });
});
