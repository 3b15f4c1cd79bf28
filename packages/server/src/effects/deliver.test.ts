import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type Deliveries, startDeliveries } from "../../test/deliveries.ts";
import { eventually } from "../../test/eventually.ts";
import { settled, travel } from "../../test/travel.ts";
import { sql } from "../database/statement.ts";
import type { Transaction } from "../database/tenancy.ts";
import { days, hours, minutes, seconds } from "../kernel/clock.ts";
import { createVault } from "../kernel/vault.ts";
import type { Channel, Deferral, Effect, Outcome, PlannedEffect, Settled } from "./effect.ts";
import { effectId, replayEffects } from "./plan.ts";

const delivered: Outcome = { result: "delivered", detail: null };
const unreachable: Outcome = { result: "unreachable", detail: "nobody there" };

describe("delivering effects", () => {
  let deliveries: Deliveries;
  /** What each subject's effects come to; delivered where nothing is said. */
  const answers = new Map<string, (effect: Effect) => Outcome | Deferral | Promise<Outcome>>();
  const settles = new Map<string, (tx: Transaction, settled: Settled) => Promise<void>>();
  const sent: Effect[] = [];

  const channel: Channel = {
    atOnce: 4,
    pauses: [hours(1), hours(10)],
    async deliver(effect) {
      sent.push(effect);
      return (await answers.get(effect.subjectId)?.(effect)) ?? delivered;
    },
    async settle(tx, settled) {
      for (const one of settled) await settles.get(one.effect.subjectId)?.(tx, one);
    },
  };

  const effect = (subjectId: string, cause: string, more: Partial<PlannedEffect> = {}): PlannedEffect => ({
    organizationId: deliveries.organizationId,
    channel: "email",
    kind: "test",
    eventId: null,
    cause: `${subjectId} ${cause}`,
    recipient: "person:ada",
    subjectId,
    address: "ada@example.com",
    content: JSON.stringify({ cause }),
    sealed: false,
    ...more,
  });
  const sentOf = (subjectId: string) => sent.filter((one) => one.subjectId === subjectId);
  const states = async (subjectId: string) => (await deliveries.rows(subjectId)).map(({ state }) => state);
  const plan: Deliveries["plan"] = async (...given) => {
    await deliveries.plan(...given);
    await settled(deliveries);
  };

  before(async () => {
    deliveries = await startDeliveries();
    await deliveries.start(channel);
  });
  after(() => deliveries.close());

  test("planned twice, also at once, is one effect", async () => {
    const planned = effect("twice", "a");
    await Promise.all([deliveries.plan([planned]), deliveries.plan([planned])]);
    await plan([planned, effect("twice", "a", { recipient: "person:grace" })]);
    const ids = sentOf("twice").map(({ id }) => id);
    assert.deepEqual(new Set(ids), new Set((await deliveries.rows("twice")).map(({ id }) => id)));
    assert.equal(ids.length, 2);
    assert.ok(ids.includes(effectId(planned)));
  });

  test("exists exactly when the transaction of its cause commits", async () => {
    await assert.rejects(
      deliveries.plan([effect("undone", "a")], async () => {
        throw new Error("undo");
      }),
      /undo/,
    );
    await settled(deliveries);
    assert.deepEqual([sentOf("undone").length, await states("undone")], [0, []]);
  });

  test("is tried again after each pause and not before; after the last it has failed", async () => {
    answers.set("retried", () => unreachable);
    const plannedAt = deliveries.clock().getTime();
    await plan([effect("retried", "a")]);
    const [waiting] = await deliveries.rows("retried");
    assert.equal(waiting?.due_at.getTime(), plannedAt + hours(1));
    assert.equal(waiting?.outcome, "nobody there");
    await travel(deliveries, minutes(30));
    assert.equal(sentOf("retried").length, 1);
    await travel(deliveries, minutes(30));
    assert.equal(sentOf("retried").length, 2);
    await travel(deliveries, hours(9));
    assert.deepEqual([sentOf("retried").length, await states("retried")], [2, ["waiting"]]);
    await travel(deliveries, hours(1));
    assert.deepEqual([sentOf("retried").length, await states("retried")], [3, ["failed"]]);
    await travel(deliveries, days(30));
    assert.equal(sentOf("retried").length, 3);
    assert.deepEqual(new Set(sentOf("retried").map(({ id }) => id)).size, 1);
    const attempts = await deliveries.db.query(
      "select attempt, result, detail from effect_attempts where effect_id = $1 order by attempt",
      [waiting.id],
    );
    assert.deepEqual(
      attempts,
      [1, 2, 3].map((attempt) => ({ attempt, result: "unreachable", detail: "nobody there" })),
    );
  });

  test("waits as long as the receiver asks, but no longer than a day", async () => {
    const asked = new Map([
      ["shorter", minutes(1)],
      ["longer", hours(3)],
      ["absurd", days(400)],
    ]);
    const now = deliveries.clock().getTime();
    for (const [subject, retryAfter] of asked) {
      answers.set(subject, () => ({ ...unreachable, retryAfter }));
      await plan([effect(subject, "a")]);
    }
    const pauses = await Promise.all(
      [...asked.keys()].map(async (subject) => {
        const [row] = await deliveries.rows(subject);
        return (row?.due_at.getTime() ?? 0) - now;
      }),
    );
    assert.deepEqual(pauses, [hours(1), hours(3), days(1)]);
  });

  test("what is deferred counts as no try, holds its line, and comes again after the pause", async () => {
    let isBusy = true;
    answers.set("deferred", () => (isBusy ? { result: "deferred", pause: minutes(1) } : delivered));
    await plan([effect("deferred", "a"), effect("deferred", "b")]);
    const [waiting, next] = await deliveries.rows("deferred");
    assert.deepEqual([waiting?.state, waiting?.attempts, waiting?.tries], ["waiting", 0, 0]);
    assert.deepEqual([next?.state, sentOf("deferred").length], ["waiting", 1]);
    isBusy = false;
    await travel(deliveries, seconds(50));
    assert.equal(sentOf("deferred").length, 1);
    await travel(deliveries, seconds(10));
    const rows = await deliveries.rows("deferred");
    assert.deepEqual(
      rows.map(({ state, attempts, tries }) => [state, attempts, tries]),
      [1, 2].map(() => ["delivered", 1, 1]),
    );
    const attempts = await deliveries.db.query(
      "select attempt from effect_attempts where effect_id = any($1)",
      [rows.map(({ id }) => id)],
    );
    assert.deepEqual(attempts, [{ attempt: 1 }, { attempt: 1 }]);
  });

  test("what a channel throws counts as unreachable; what cannot be stored of a detail is left out", async () => {
    answers.set("thrown", () => {
      throw new Error(`no\u0000 route ${"x".repeat(5_000)}`);
    });
    await plan([effect("thrown", "a")]);
    const [row] = await deliveries.rows("thrown");
    assert.equal(row?.state, "waiting");
    assert.match(row?.outcome ?? "", /^no route x+$/);
    assert.equal(row?.outcome?.length, 1_000);
  });

  test("a refusal is final at once, and the next in the line is called", async () => {
    answers.set("refused", ({ content }) =>
      (content as { cause: string }).cause === "a"
        ? { result: "refused", detail: "no such user" }
        : delivered,
    );
    await plan([effect("refused", "a"), effect("refused", "b")]);
    assert.deepEqual(await states("refused"), ["failed", "delivered"]);
  });

  test("a line that fails for good calls its next one; nothing overtakes it until then", async () => {
    answers.set("stuck", ({ content }) =>
      (content as { cause: string }).cause === "a" ? unreachable : delivered,
    );
    await plan([effect("stuck", "a"), effect("stuck", "b")]);
    await plan([effect("stuck", "c")]);
    await travel(deliveries, hours(1));
    assert.deepEqual(await states("stuck"), ["waiting", "waiting", "waiting"]);
    await travel(deliveries, hours(10));
    assert.deepEqual(await states("stuck"), ["failed", "delivered", "delivered"]);
    const causes = sentOf("stuck").map(({ content }) => (content as { cause: string }).cause);
    assert.deepEqual(causes, ["a", "a", "a", "b", "c"]);
  });

  test("a line that waits holds up no other: of another subject, or to another recipient", async () => {
    const gate = Promise.withResolvers<Outcome>();
    answers.set("held", ({ recipient }) => (recipient === "person:ada" ? gate.promise : delivered));
    await deliveries.plan([
      effect("held", "a"),
      effect("held", "a", { recipient: "person:grace" }),
      effect("free", "a"),
    ]);
    await eventually(async () => {
      assert.deepEqual(await states("free"), ["delivered"]);
      assert.deepEqual(await states("held"), ["waiting", "delivered"]);
    });
    gate.resolve(delivered);
    await settled(deliveries);
    assert.deepEqual(await states("held"), ["delivered", "delivered"]);
  });

  test("what follows from an outcome commits with it, or the attempt counts as not made", async () => {
    const follow = effect("follow-up", "a");
    let failures = 1;
    settles.set("settled", async (tx, { effect: { subjectId }, outcome, state }) => {
      assert.deepEqual([outcome.result, state], ["delivered", "delivered"]);
      await tx.all(sql`update effects set address = 'settled' where organization_id = ${follow.organizationId}
        and subject_id = ${subjectId}`);
      if (failures-- > 0) throw new Error("not yet");
    });
    await deliveries.plan([effect("settled", "a")]);
    const address = async () =>
      (await deliveries.db.query("select address, state from effects where subject_id = 'settled'"))[0];
    await eventually(async () => assert.equal(failures, 0));
    await settled(deliveries);
    assert.deepEqual(await address(), { address: "ada@example.com", state: "waiting" });
    // The worker tries again after a few seconds.
    await travel(deliveries, minutes(1));
    assert.deepEqual(await address(), { address: "settled", state: "delivered" });
    assert.equal(new Set(sentOf("settled").map(({ id }) => id)).size, 1);
  });

  test("what was redacted is dropped, what was deleted does nothing, and neither holds up its line", async () => {
    await plan([effect("redacted", "a"), effect("redacted", "b")], (tx) =>
      tx.all(sql`update effects set content = null where organization_id = ${deliveries.organizationId}
        and id = ${effectId(effect("redacted", "a"))}`),
    );
    assert.deepEqual(await states("redacted"), ["dropped", "delivered"]);
    await plan([effect("deleted", "a"), effect("deleted", "b")], (tx) =>
      tx.all(sql`delete from effects where organization_id = ${deliveries.organizationId}
        and id = ${effectId(effect("deleted", "a"))}`),
    );
    assert.deepEqual(await states("deleted"), ["delivered"]);
    assert.equal(sentOf("deleted").length + sentOf("redacted").length, 2);
  });

  test("an effect that is deleted or dropped while it is sent stays so", async () => {
    const remove = (subjectId: string) =>
      deliveries.db.query("delete from effects where subject_id = $1", [subjectId]);
    answers.set("removed", async () => {
      await remove("removed");
      return unreachable;
    });
    answers.set("withdrawn", async () => {
      await deliveries.db.query("update effects set state = 'dropped' where subject_id = 'withdrawn'");
      return unreachable;
    });
    await plan([effect("removed", "a"), effect("withdrawn", "a")]);
    await travel(deliveries, days(1));
    assert.deepEqual([await states("removed"), await states("withdrawn")], [[], ["dropped"]]);
    assert.deepEqual([sentOf("removed").length, sentOf("withdrawn").length], [1, 1]);
  });

  test("sealed content is opened for its channel; sealed under another secret it is refused", async () => {
    const seal = (secret: string) => createVault(secret).seal(JSON.stringify({ token: "t" }));
    await plan([
      effect("sealed", "a", { sealed: true, content: seal("another secret") }),
      effect("sealed", "b", {
        sealed: true,
        content: seal("a secret for tests, thirty-two characters or more"),
      }),
    ]);
    assert.deepEqual(await states("sealed"), ["failed", "delivered"]);
    assert.deepEqual(
      sentOf("sealed").map(({ content }) => content),
      [{ token: "t" }],
    );
  });

  test("is sent once more under its old identity, with tries of its own", async () => {
    answers.set("replayed", () => unreachable);
    await plan([effect("replayed", "a")]);
    await travel(deliveries, hours(1));
    await travel(deliveries, hours(10));
    assert.deepEqual(await states("replayed"), ["failed"]);
    answers.set("replayed", ({ tries }) => (tries === 1 ? unreachable : delivered));
    const { organizationId, database, clock } = deliveries;
    const ids = [effectId(effect("replayed", "a"))];
    const replay = () =>
      database.asTenant(organizationId, (tx) => replayEffects(tx, organizationId, ids, clock()));
    assert.equal(await replay(), 1);
    assert.equal(await replay(), 0, "it waits already");
    await settled(deliveries);
    await travel(deliveries, hours(1));
    assert.deepEqual(await states("replayed"), ["delivered"]);
    assert.deepEqual(
      sentOf("replayed").map(({ id, attempts, tries }) => [id, attempts, tries]),
      [1, 2, 3, 4, 5].map((attempt) => [ids[0], attempt, attempt > 3 ? attempt - 3 : attempt]),
    );
  });
});
