import { Type } from "typebox";
import { ClientMessage, ServerMessage } from "./messages.ts";

/** The messages of a room's socket as the OpenAPI document names them: no route has them, but clients need them. */
export const messageModels = [
  Type.Unsafe({
    ...ClientMessage,
    $id: "RoomClientMessage",
    description: "What a client sends over the room's WebSocket, as JSON; the first is `hello`.",
  }),
  Type.Unsafe({
    ...ServerMessage,
    $id: "RoomServerMessage",
    description: "What the server sends over the room's WebSocket, as JSON.",
  }),
];
