import { deviceFaults } from "./devices-faults.ts";
import { DeviceAnswer, DevicesAnswer, OneDevice, RegisterDevice, WebKeyAnswer } from "./devices-schema.ts";

export const devicesWire = {
  getWebKey: {
    method: "GET",
    path: "/api/push/web-key",
    operationId: "getWebPushKey",
    summary: "The key by which browsers know this server (VAPID)",
    description: "Anyone.",
    success: [200, WebKeyAnswer],
  },
  registerDevice: {
    method: "POST",
    path: "/api/me/devices",
    operationId: "registerDevice",
    summary: "Get pushes on this phone or in this browser",
    description:
      "Any person, of themselves. Registering again is no second device: apps do so at each start. Whoever registers a token or endpoint last has it, and its former owner gets no more pushes there. A device belongs to the sign-in that registers it, and goes with it; with an access token from no sign-in it stays until the tokens are voided. Through an outside issuer, it gets only what concerns the organizations that the issuer may speak for. A person has at most 20; beyond that, the one that was registered longest ago makes way. Devices that their service calls dead are removed.",
    body: RegisterDevice,
    bodyFaults: deviceFaults,
    success: [201, DeviceAnswer],
  },
  listDevices: {
    method: "GET",
    path: "/api/me/devices",
    operationId: "listDevices",
    summary: "One's phones and browsers that get pushes",
    description: "Any person, of themselves. Through an outside issuer, those that it vouched for.",
    success: [200, DevicesAnswer],
  },
  removeDevice: {
    method: "DELETE",
    path: "/api/me/devices/:id",
    operationId: "removeDevice",
    summary: "Get no more pushes there",
    description:
      "Any person, of their own devices; 404 for those of others. What waits to be sent is dropped.",
    params: OneDevice,
    success: [200, DeviceAnswer],
    refusals: ["not_found"],
  },
} as const;
