import type { components } from "./schema.ts";

/** What a client sends over the WebSocket of a room. */
export type ClientMessage = components["schemas"]["RoomClientMessage"];

/** What the server sends over it. */
export type ServerMessage = components["schemas"]["RoomServerMessage"];

type Of<Type extends ServerMessage["type"]> = Extract<ServerMessage, { type: Type }>;

/** Somebody in the room, as all others see them. */
export type Participant = Of<"joined">["participant"];
export type ChatMessage = Of<"chat">["message"];
/** Whether the room is recorded, since when, and who has not agreed yet. */
export type RecordingState = Of<"recording">["recording"];
/** Why a connection ends. */
export type Farewell = Of<"bye">["reason"];
