import { Type } from "typebox";

const endpoint = Type.Object({ endpointId: Type.String() });

export const webhookEvents = {
  "webhook.endpoint_created": {
    about: "An endpoint for webhooks was added",
    payload: Type.Object({ endpointId: Type.String(), events: Type.Array(Type.String()) }),
  },
  "webhook.endpoint_changed": {
    about: "URL, description or events of an endpoint changed",
    payload: Type.Object({ endpointId: Type.String(), changed: Type.Array(Type.String()) }),
  },
  "webhook.endpoint_enabled": { about: "An endpoint was switched on again", payload: endpoint },
  "webhook.endpoint_disabled": {
    about: "An endpoint was switched off, by a member or by the server",
    payload: Type.Object({ endpointId: Type.String(), reason: Type.String() }),
  },
  "webhook.endpoint_deleted": { about: "An endpoint was removed", payload: endpoint },
  "webhook.secret_rotated": { about: "An endpoint got a new secret", payload: endpoint },
  "webhook.replay_requested": {
    about: "The deliveries of a time were asked for once more",
    payload: Type.Object({
      endpointId: Type.String(),
      from: Type.String(),
      to: Type.String(),
      states: Type.Array(Type.String()),
      count: Type.Integer(),
    }),
  },
} as const;
