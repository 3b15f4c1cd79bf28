import type { AccountContext } from "#database/context.ts";
import { type Device, listDevices as findDevices } from "../devices-store.ts";

/** Where the caller gets pushes. */
export const listDevices = ({ tx, person }: AccountContext): Promise<Device[]> =>
  findDevices(tx, person.id, person.confinedTo);
