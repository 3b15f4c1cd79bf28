export type { OnReaction } from "./core.ts";
export { createFloor } from "./floor.ts";
export { createLeases } from "./leases.ts";
export { type FloorTimes, usualTimes } from "./times.ts";
