import { readOnce } from "#database/read-once.ts";
import type { Actor, Origin } from "#kernel/actor.ts";
import { Refusal, refuse } from "#kernel/errors.ts";
import { actorOf, checkScope } from "./authenticate.ts";
import type { House } from "./house.ts";
import type { Route } from "./route.ts";
import type { Judge, Verdict, Watched } from "./stream-checks.ts";

type Parts = Pick<House, "authenticate" | "clock" | "database">;

/** A reader's topic is asked for again by the server itself. */
const origin: Origin = { requestId: "event-stream", ip: null, userAgent: null };

/**
 * Judges the streams of a route, those of one organization together: what several of them hang on is read
 * from the database once for all, while each is judged for itself.
 */
export function createJudge(house: Parts, route: Route): Judge {
  return {
    operationId: route.wire.operationId,
    async ask(those) {
      const verdicts = new Map<Watched, Verdict>();
      const actors = new Map<Watched, Actor>();
      for (const each of those) {
        try {
          actors.set(each, await identifyAgain(house, route, each));
        } catch (fault) {
          verdicts.set(each, fault as Error);
        }
      }
      const [first] = actors.keys();
      if (!first) return verdicts;
      try {
        const tx = readOnce(house.database.forTenant(first.organizationId));
        for (const [each, actor] of actors) {
          const context = { tx, now: house.clock(), origin, actor };
          verdicts.set(each, await verdictOn(each, () => route.run(context as never, inputOf(each), none)));
        }
      } catch (fault) {
        for (const each of actors.keys()) verdicts.set(each, fault as Error);
      }
      return verdicts;
    },
  };
}

const none = undefined as never;
const inputOf = ({ params }: Watched) => ({ params, query: undefined, body: undefined }) as never;

async function identifyAgain(
  { authenticate }: Parts,
  route: Route,
  { credentials }: Watched,
): Promise<Actor> {
  const caller = await authenticate(credentials);
  if (!caller) throw refuse("unauthenticated");
  const actor = actorOf(caller);
  checkScope(route, actor);
  return actor;
}

async function verdictOn({ topic }: Watched, find: () => Promise<unknown>): Promise<Verdict> {
  try {
    return (await find()) === topic ? "same" : "other";
  } catch (fault) {
    if (fault instanceof Refusal) return fault;
    throw fault;
  }
}
