import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Deliveries, emailAbout, startDeliveries } from "../../test/deliveries.ts";
import { eventually } from "../../test/eventually.ts";
import { settled } from "../../test/travel.ts";
import type { Channel, Effect } from "./effect.ts";
import { effectId } from "./plan.ts";

const hanging = fileURLToPath(new URL("test/hanging-process.ts", import.meta.url));

describe("when a process is killed in the middle of sending", () => {
  let deliveries: Deliveries;
  const sent: Effect[] = [];
  const channel: Channel = {
    atOnce: 4,
    pauses: [],
    async deliver(effect) {
      sent.push(effect);
      return { result: "delivered", detail: null };
    },
  };
  const effect = (subjectId: string, n: number) => emailAbout(deliveries.organizationId, subjectId, n);
  const order = (subjectId: string) =>
    sent.filter((one) => one.subjectId === subjectId).map((one) => one.content);

  before(async () => {
    deliveries = await startDeliveries();
  });
  after(() => deliveries.close());

  test("another sends it again under the same identity, and takes nothing from one that lives", async () => {
    const { db } = deliveries;
    const id = effectId(effect("killed", 1));
    await deliveries.plan([effect("killed", 1), effect("killed", 2)]);
    const child = spawn(process.execPath, [hanging, JSON.stringify(db.connection)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      assert.equal(String((await once(child.stdout, "data"))[0]).trim(), id);
      const agedJob = "update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'";
      await db.query(`${agedJob} where payload ->> 'effectIds' like $1`, [`${id},%`]);
      // One that a process left which nobody knows any more: once it is back, the reaper has looked.
      const left = effectId(effect("left", 1));
      await deliveries.plan([effect("left", 1)]);
      await eventually(async () => {
        const taken = await db.query(`${agedJob}, locked_by = 'nobody' where key = $1 returning id`, [
          `effect:${left}`,
        ]);
        assert.equal(taken.length, 1);
      });
      await deliveries.start(channel);
      await eventually(async () => assert.deepEqual(order("left"), [1]));
      assert.deepEqual(order("killed"), []);
    } finally {
      child.kill("SIGKILL");
      await once(child, "close");
    }
    await settled(deliveries);
    assert.deepEqual(order("killed"), [1, 2]);
    const again = sent.find((one) => one.subjectId === "killed");
    assert.deepEqual([again?.id, again?.attempts], [id, 2]);
  });
});
