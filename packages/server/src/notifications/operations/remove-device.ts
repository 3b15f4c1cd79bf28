import type { AccountContext } from "#database/context.ts";
import { notFound } from "#kernel/errors.ts";
import { type Device, deleteDevice } from "../devices-store.ts";

/** Ends the pushes to one of the caller's devices. */
export async function removeDevice({ tx, person }: AccountContext, id: string): Promise<Device> {
  const device = await deleteDevice(tx, person.id, person.confinedTo, id);
  if (!device) throw notFound("device");
  return device;
}
