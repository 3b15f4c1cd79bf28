import type { AccountContext, Reading } from "#database/context.ts";
import { type Device, listDevices as findDevices } from "../devices-store.ts";

/** Where the caller gets pushes. */
export const listDevices = ({ tx, person }: Reading<AccountContext>): Promise<Device[]> =>
  findDevices(tx, person.id, person.confinedTo);
