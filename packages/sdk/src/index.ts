export { type Api, type ApiOptions, answerOf, createApi } from "./client.ts";
export { Problem, Unreachable } from "./problem.ts";
export type {
  ChatMessage,
  ClientMessage,
  Farewell,
  Participant,
  RecordingState,
  ServerMessage,
} from "./room-messages.ts";
export type { components, paths } from "./schema.ts";
