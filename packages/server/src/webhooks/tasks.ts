import type { Database } from "#database/tenancy.ts";
import type { EffectState } from "#effects/effect.ts";
import { replayEffects } from "#effects/plan.ts";
import { dropWaitingFor } from "#effects/store.ts";
import { addJobs } from "#events/jobs.ts";
import type { Job } from "#events/subscriber.ts";
import type { Task } from "#events/worker.ts";
import type { Clock } from "#kernel/clock.ts";
import { findInOrder } from "./deliveries-store.ts";
import { recipientOf } from "./planned.ts";
import { lockEndpoint } from "./store.ts";

interface Parts {
  database: Database;
  clock: Clock;
}

/** Deliveries in one transaction. */
const batchSize = 500;

const dropTask = "webhooks.drop";
const replayTask = "webhooks.replay";

/** What follows from switching endpoints off, and from asking for much once more. */
export const webhookTasks = (parts: Parts): Record<string, Task> => ({
  [dropTask]: ({ organizationId = "", endpointId = "" }) => dropAll(parts, organizationId, endpointId),
  [replayTask]: (payload) => replayPage(parts, readReplay(payload)),
});

/** Drops what waits for an endpoint that is switched off or removed. */
export const dropJob = (organizationId: string, endpointId: string): Job => ({
  task: dropTask,
  key: `${dropTask}:${endpointId}`,
  payload: { organizationId, endpointId },
});

async function dropAll({ database, clock }: Parts, organizationId: string, id: string): Promise<void> {
  const dropBatch = () =>
    database.asTenant(organizationId, async (tx) => {
      const endpoint = await lockEndpoint(tx, organizationId, id);
      // Switched on again meanwhile: what waits now is meant for it.
      if (endpoint && !endpoint.disabledAt) return 0;
      const outcome = endpoint ? "the endpoint is switched off" : "the endpoint was removed";
      const line = { organizationId, channel: "webhook", recipient: recipientOf(id) } as const;
      return dropWaitingFor(tx, line, { outcome, limit: batchSize, now: clock() });
    });
  while ((await dropBatch()) === batchSize);
}

interface Replay {
  organizationId: string;
  endpointId: string;
  replayId: string;
  from: Date;
  to: Date;
  states: readonly EffectState[];
  /** The place of the last delivery of the page before. */
  after?: string;
}

/** Sends once more what was planned in a time, page after page, each with a job of its own. */
export const replayJob = ({
  organizationId,
  endpointId,
  replayId,
  from,
  to,
  states,
  after,
}: Replay): Job => ({
  task: replayTask,
  key: `${replayTask}:${replayId}:${after ?? "first"}`,
  payload: {
    ...{ organizationId, endpointId, replayId, states: states.join() },
    ...{ from: from.toISOString(), to: to.toISOString() },
    ...(after && { after }),
  },
});

const readReplay = (payload: Record<string, string>): Replay => {
  const { organizationId = "", endpointId = "", replayId = "", from = "", to = "" } = payload;
  const { states = "", after } = payload;
  return {
    ...{ organizationId, endpointId, replayId, from: new Date(from), to: new Date(to) },
    states: states.split(",") as EffectState[],
    after,
  };
};

async function replayPage({ database, clock }: Parts, replay: Replay): Promise<void> {
  const { organizationId, endpointId, from, to, states, after } = replay;
  await database.asTenant(organizationId, async (tx) => {
    const endpoint = await lockEndpoint(tx, organizationId, endpointId);
    if (!endpoint || endpoint.disabledAt) return;
    const page = { from, to, states, after, limit: batchSize };
    const deliveries = await findInOrder(tx, organizationId, endpointId, page);
    const ids = deliveries.map(({ id }) => id);
    await replayEffects(tx, organizationId, ids, clock());
    const last = deliveries.at(-1);
    if (last && deliveries.length === batchSize)
      await addJobs(tx, [replayJob({ ...replay, after: last.place })]);
  });
}
