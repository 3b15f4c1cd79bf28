import type { ClientMessage, ServerMessage } from "@convene/sdk";

export type { ClientMessage, ServerMessage } from "@convene/sdk";

type Of<Union extends { type: string }, Type extends Union["type"]> = Extract<Union, { type: Type }>;
/** The server's message of this type. */
export type FromServer<Type extends ServerMessage["type"]> = Of<ServerMessage, Type>;

export type Participant = FromServer<"welcome">["you"];
export type ChatMessage = FromServer<"chat">["message"];
export type RecordingState = FromServer<"recording">["recording"];
export type Features = FromServer<"welcome">["features"];
export type WaitingPerson = FromServer<"waiting">["people"][number];
export type Farewell = FromServer<"bye">["reason"];
export type Source = FromServer<"offer">["tracks"][number]["source"];
export type IceCandidate = Of<ClientMessage, "candidate">["candidate"];
