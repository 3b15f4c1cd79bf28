import type { Offer } from "#http/route.ts";
import { type DevicesParts, devicesRoutes } from "./devices-routes.ts";
import { models } from "./devices-schema.ts";

export type { DevicesParts } from "./devices-routes.ts";

/** What the devices of people offer to the server. */
export const devices = (parts: DevicesParts): Offer => ({ routes: devicesRoutes(parts), models });
