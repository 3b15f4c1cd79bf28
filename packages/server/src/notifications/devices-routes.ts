import { accountRoute, publicRoute, type RouteGroup } from "#http/route.ts";
import { formatInstant } from "#kernel/instant.ts";
import type { Vault } from "#kernel/vault.ts";
import type { Device } from "./devices-store.ts";
import { devicesWire as wire } from "./devices-wire.ts";
import { listDevices } from "./operations/list-devices.ts";
import { registerDevice } from "./operations/register-device.ts";
import { removeDevice } from "./operations/remove-device.ts";
import type { WebPush } from "./push-port.ts";

export interface DevicesParts {
  vault: Vault;
  web: Pick<WebPush, "publicKey" | "faultOf">;
}

/** The routes of one's devices. */
export const devicesRoutes = (parts: DevicesParts): RouteGroup => ({
  contract: {
    tag: "devices",
    badInput: "invalid_request",
    malformedBody: "malformed_json",
    errorShape: "problem",
  },
  routes: [
    publicRoute(wire.getWebKey, {}, async () => ({ data: { publicKey: parts.web.publicKey } })),
    accountRoute(wire.registerDevice, {}, async (context, { body }) => ({
      data: presentDevice(await registerDevice(context, parts, body)),
    })),
    accountRoute(wire.listDevices, {}, async (context) => ({
      data: (await listDevices(context)).map(presentDevice),
    })),
    accountRoute(wire.removeDevice, {}, async (context, { params }) => ({
      data: presentDevice(await removeDevice(context, params.id)),
    })),
  ],
});

const presentDevice = ({ id, type, name, service, createdAt, registeredAt }: Device) => ({
  id,
  type,
  name,
  service,
  createdAt: formatInstant(createdAt),
  registeredAt: formatInstant(registeredAt),
});
