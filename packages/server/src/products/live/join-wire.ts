import { CalledAnswer, JoiningAnswer, QueueAnswer } from "./join-schema.ts";
import { SessionId } from "./schema.ts";

const queue = { path: "/v1/sessions/:id/queue", params: SessionId } as const;

export const joinWire = {
  joinSession: {
    method: "POST",
    path: "/v1/sessions/:id/join",
    operationId: "joinLiveSession",
    summary: "Join a session: a token for its call",
    description:
      "The host, the creator, and Manager and up from 15 minutes before the start; everybody who has a seat once the session is live, in office hours once they are called; an API key is nobody who could join. Others get 403, and 412 who comes at another time. The call is made at the organization's provider when the first one joins, once however many do at the same moment, and `stream_call_id` is its id at Stream. In our own rooms the token is a ticket for the WebSocket at `url`: in office hours anybody who has a seat gets one, and waits in the room's lobby until they are called. Joining by this route does not begin the session; being there does, at Stream and LiveKit, and hosts begin it with POST …/start or in our own room.",
    params: SessionId,
    success: [200, JoiningAnswer],
    refusals: [
      ...(["not_found", "forbidden", "session_not_open", "room_removed", "room_over"] as const),
      ...(["no_provider_account", "provider_refused", "provider_unavailable"] as const),
    ],
  },
  getQueue: {
    ...queue,
    method: "GET",
    operationId: "getLiveQueue",
    summary: "One's place in the line of office hours",
    description:
      "Any member; hosts (the host, the creator, Manager and up, an API key with `live:read`) see the line as well.",
    success: [200, QueueAnswer],
    refusals: ["not_found"],
  },
  joinQueue: {
    ...queue,
    method: "POST",
    operationId: "joinLiveQueue",
    summary: "Join the line of office hours",
    description:
      "Whoever has a seat, for themselves, while the session is live or from 15 minutes before its start until it begins; 412 otherwise, and for a session of another kind. Who is in the line already keeps their place. Nobody is told; hosts see the line, and `queue-update` comes on the session's stream.",
    success: [200, QueueAnswer],
    refusals: ["not_found", "forbidden", "session_not_open"],
  },
  leaveQueue: {
    ...queue,
    method: "DELETE",
    operationId: "leaveLiveQueue",
    summary: "Leave the line of office hours",
    description:
      "For oneself, at any time, also when one was called. Who is not in the line changes nothing.",
    success: [200, QueueAnswer],
    refusals: ["not_found", "forbidden"],
  },
  callNext: {
    method: "POST",
    path: "/v1/sessions/:id/queue/next",
    operationId: "callNextInLiveQueue",
    summary: "Call in the next of the line",
    description:
      "The host, the creator, Manager and up, or an API key with `live:write`. Each request calls one person, and nobody is called twice, however many hosts ask at once; `called` is null when nobody waits. They are told by e-mail and push, and have three minutes to come into the room: who does not is put at the end of the line the first time, and out of it the second. Who was called may come back until they give up their turn, or until the next is called after they have left.",
    params: SessionId,
    success: [200, CalledAnswer],
    refusals: ["not_found", "forbidden", "session_not_open"],
  },
} as const;
