import type { Contestant } from "../contest.ts";
import { withClient } from "../ground/client.ts";
import { holdRelay, releaseRelay, untilDone } from "../ground/hold-relay.ts";
import type { BenchDatabase } from "../ground.ts";

/** Milliseconds between looks at what is left. */
const lookEvery = 200;

/** Holds the relay during a round, so that nothing follows from what it stores until the round is over. */
export const alone = (database: BenchDatabase, { name, round }: Contestant): Contestant => ({
  name,
  round: () =>
    withClient(database.superuser, async (client) => {
      await holdRelay(client);
      const result = await round();
      await releaseRelay(client);
      await untilDone(client, lookEvery);
      return result;
    }),
});

/** Lets what follows from a round come to its end before the next one begins. */
export const thenDrained = (database: BenchDatabase, { name, round }: Contestant): Contestant => ({
  name,
  async round() {
    const result = await round();
    await withClient(database.superuser, (client) => untilDone(client, lookEvery));
    return result;
  },
});
