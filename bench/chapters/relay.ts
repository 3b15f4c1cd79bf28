import { type Contestant, takeTurns } from "../contest.ts";
import type { Chapter, Figure, MeasureOptions } from "../figures.ts";
import type { BenchDatabase, Convene, Ground, World } from "../ground.ts";
import { drain, type Sender } from "../relay/backlog.ts";
import { emptyJobs } from "../relay/empty-jobs.ts";
import { type Receiver, startReceiver } from "../relay/receiver.ts";

/** Organizations with one endpoint each, in the figure that the target is held to. */
const several = 4;

const names = {
  floor: "graphile-worker alone: empty jobs, taken and finished one by one",
  several: `Convene: webhooks of ${several} organizations`,
  one: "Convene: webhooks of one organization to one endpoint",
};

/**
 * Events that are stored already, until each has its position, its effect, and a job that delivered it and is finished.
 * The effect is a signed webhook to a receiver on loopback, which answers 204 from a process of its own on the same
 * machine: what it costs is part of the figure.
 */
export const relay: Chapter = {
  name: "relay",
  title: "From stored events to finished jobs",
  async measure(ground, options) {
    const receiver = await startReceiver();
    const world = await ground.world(several * 10, several);
    const convene = await ground.startConvene(world.database, { WEBHOOK_ALLOW_PRIVATE: "127.0.0.0/8" });
    const idle = await ground.createDatabase();
    try {
      const senders = await openEndpoints(convene, world, receiver);
      return [await race({ ground, options, convene, world, receiver, senders, idle })];
    } finally {
      await convene.stop();
      await receiver.stop();
      await world.database.drop();
      await idle.drop();
    }
  },
};

interface Parts {
  ground: Ground;
  options: MeasureOptions;
  convene: Convene;
  world: World;
  receiver: Receiver;
  senders: Sender[];
  /** For the floor: it holds nothing but the worker's tables. */
  idle: BenchDatabase;
}

async function race(parts: Parts): Promise<Figure> {
  const { options, idle, senders } = parts;
  const events = options.quick ? 2_000 : 20_000;
  const contestants = [
    emptyJobs(names.floor, idle, options.quick ? 1_000 : 10_000),
    ofConvene(names.several, parts, senders, events),
    ofConvene(names.one, parts, senders.slice(0, 1), events / 2),
  ];
  return {
    what: `a backlog of ${events.toLocaleString("en")} events`,
    ...{ unit: "events/s", better: "more" },
    contestants: await takeTurns(
      contestants,
      options.quick ? { rounds: 1, warmUp: 1 } : { rounds: 3, warmUp: 1 },
    ),
    limit: 2_000,
    target: { of: names.several, against: "limit", ratio: 1 },
    note: "Each event is one webhook to a receiver on the same machine, over connections that are used again, delivered, recorded and its job finished. The worker alone does no work in its jobs: it shows what a queue costs, and is no bound, because effects share jobs",
  };
}

/** A round: the relay is held until the backlog stands; what was not delivered exactly once is an error. */
function ofConvene(
  name: string,
  { ground, convene, world, receiver }: Parts,
  senders: readonly Sender[],
  events: number,
): Contestant {
  return {
    name,
    async round() {
      const { seconds, cpu, undelivered } = await drain(world.database, senders, events, () => ({
        server: convene.cpu(),
        postgres: ground.postgresCpu(),
      }));
      const received = await receiver.takeCount();
      return { value: events / seconds, errors: undelivered + Math.abs(received - events), cpu };
    },
  };
}

/** One endpoint for each organization, made as its administrator makes it. */
async function openEndpoints(convene: Convene, world: World, receiver: Receiver): Promise<Sender[]> {
  return Promise.all(
    world.organizations.map(async ({ id, admin }) => {
      const answer = await fetch(`${convene.origin}/api/webhook-endpoints`, {
        method: "POST",
        headers: { authorization: `Bearer ${admin.token}`, "content-type": "application/json" },
        body: JSON.stringify({ url: `${receiver.origin}/${id}`, events: ["screening.contact.created"] }),
      });
      if (answer.status !== 201) throw new Error(`no endpoint: ${answer.status} ${await answer.text()}`);
      return { organizationId: id };
    }),
  );
}
