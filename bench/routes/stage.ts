import { type Floor, startFloor } from "../floor/start.ts";
import type { Convene, Ground, World } from "../ground.ts";

/** Convene and the floor, each on a copy of the same world: what one writes is no work for the other. */
export interface Stage {
  ground: Ground;
  /** Ids, tokens and organizations, which are the same in both copies. */
  world: World;
  convene: Convene;
  floor: Floor;
  floorWorld: World;
}

/** Sessions of each product when figures are to be published, and when it is only tried. */
const rows = { published: 100_000, quick: 2_000 };

export const rowsFor = (isQuick: boolean): number => (isQuick ? rows.quick : rows.published);

/** Sets the stage, measures on it, and clears it whatever happens. */
export async function onStage<T>(
  ground: Ground,
  isQuick: boolean,
  measure: (stage: Stage) => Promise<T>,
): Promise<T> {
  const count = rowsFor(isQuick);
  const [world, floorWorld] = [await ground.world(count), await ground.world(count)];
  const floor = await startFloor(floorWorld.database);
  try {
    const convene = await ground.startConvene(world.database);
    try {
      return await measure({ ground, world, convene, floor, floorWorld });
    } finally {
      await convene.stop();
    }
  } finally {
    await floor.stop();
    await world.database.drop();
    await floorWorld.database.drop();
  }
}
