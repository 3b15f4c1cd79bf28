import type { Figure, MeasureOptions } from "../figures.ts";
import type { Ground } from "../ground.ts";
import type { Target } from "../load.ts";
import { guestsOf, type Peer, withPeers } from "./guests.ts";
import { measureRoute, type RouteCase } from "./measure.ts";
import { onStage, type Stage } from "./stage.ts";

/** Measures one route after another; peers take part in the first. */
export const measureRoutes = (
  ground: Ground,
  options: MeasureOptions,
  casesOf: (stage: Stage) => RouteCase[] | Promise<RouteCase[]>,
  ask: (peer: Peer) => Target,
): Promise<Figure[]> =>
  onStage(ground, options.quick, (stage) =>
    withPeers(ground, options, async (peers) => {
      const figures: Figure[] = [];
      for (const [index, route] of (await casesOf(stage)).entries()) {
        console.error(`… ${route.what}`);
        const guests = index === 0 ? guestsOf(peers, ask) : [];
        figures.push(await measureRoute(stage, route, options, guests));
      }
      return figures;
    }),
  );
