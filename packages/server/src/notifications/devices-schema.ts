import { type Static, Type } from "typebox";
import { closed, Instant, Name, nullable, oneOf, Uuid } from "#kernel/schema.ts";

const deviceTypes = ["expo", "web"] as const;

const Device = Type.Object(
  {
    id: Uuid(),
    type: oneOf(deviceTypes),
    name: nullable(Type.String()),
    service: Type.String({ description: "Who takes the pushes: Expo, or the host of the browser's service" }),
    createdAt: Instant(),
    registeredAt: Instant({ description: "When it was last registered." }),
  },
  { $id: "Device", description: "A phone or browser that gets pushes. Its token and keys are never shown." },
);

export const models = [Device];

export const DeviceAnswer = Type.Object({ data: Type.Ref("Device") });

export const DevicesAnswer = Type.Object({
  data: Type.Array(Type.Ref("Device"), { description: "The one that was registered last first" }),
});

export const WebKeyAnswer = Type.Object({
  data: Type.Object({
    publicKey: Type.String({
      description:
        "The `applicationServerKey` of PushManager.subscribe(): an uncompressed P-256 point, base64url",
    }),
  }),
});

const Base64url = (description: string) =>
  Type.String({
    pattern: "^[A-Za-z0-9_-]+$",
    "x-pattern-says": "must be base64url without padding",
    maxLength: 200,
    description,
  });

export const RegisterDevice = closed({
  type: oneOf(deviceTypes, {
    description: "`expo` needs token; `web` needs endpoint and keys, as PushSubscription.toJSON() has them",
  }),
  name: Type.Optional(Name({ description: "For its owner to recognise it by." })),
  token: Type.Optional(
    Type.String({
      pattern: "^Expo(nent)?PushToken\\[[\\x21-\\x5a\\x5c\\x5e-\\x7e]{1,200}\\]$",
      "x-pattern-says": "must be an Expo push token such as ExponentPushToken[…]",
      description: "An Expo push token",
    }),
  ),
  endpoint: Type.Optional(
    Type.String({
      format: "uri",
      maxLength: 2000,
      description: "https; a network's own addresses are refused unless the operator allows them",
    }),
  ),
  keys: Type.Optional(
    closed({
      p256dh: Base64url("The browser's public key: an uncompressed point of P-256, 65 bytes"),
      auth: Base64url("16 bytes"),
    }),
  ),
  expirationTime: Type.Optional(
    nullable(
      Type.Number({ description: "Taken because PushSubscription.toJSON() has it; the service says itself" }),
    ),
  ),
});
export type RegisterDevice = Static<typeof RegisterDevice>;

export const OneDevice = closed({ id: Uuid() });
