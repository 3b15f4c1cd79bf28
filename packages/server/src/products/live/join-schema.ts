import { Type } from "typebox";
import { Instant, nullable, oneOf, Uuid } from "#kernel/schema.ts";

const Joining = Type.Object(
  {
    token: Type.String({
      description:
        "Stream's call token, LiveKit's access token, or a ticket for our own room, which is good for one coming",
    }),
    call_id: Type.String({
      description: "The call's id at the provider; in our own rooms the session's, as in /api/rooms/{id}",
    }),
    provider: oneOf(["built_in", "livekit", "stream"]),
    expires_at: Instant({ description: "When the token can be used no more; ask again then." }),
    user_id: Type.String({ description: "Who one is in the call" }),
    url: nullable(
      Type.String({ description: "LiveKit's server, or the WebSocket of our own room; null with Stream" }),
    ),
    api_key: nullable(Type.String({ description: "Stream's public key of the app" })),
    call_type: nullable(Type.String({ description: "Stream's call type" })),
  },
  { $id: "LiveJoining", description: "With what one joins a live session" },
);

const QueuePlace = Type.Object(
  {
    person_id: Type.String(),
    name: Type.String(),
    status: oneOf(["waiting", "called"]),
    position: nullable(Type.Integer({ minimum: 1 })),
    joined_at: Instant(),
    called_until: nullable(Instant()),
  },
  { $id: "LiveQueuePlace", description: "Somebody in the line of office hours" },
);

const Queue = Type.Object(
  {
    session_id: Uuid(),
    status: oneOf(["none", "waiting", "called"], { description: "The caller's own" }),
    position: nullable(
      Type.Integer({ minimum: 1, description: "1 is called next; null for who does not wait" }),
    ),
    called_until: nullable(
      Instant({ description: "Until then one who was called has to come; null for who was not called." }),
    ),
    waiting_count: Type.Integer(),
    line: nullable(
      Type.Array(Type.Ref("LiveQueuePlace"), {
        description:
          "For hosts: who was called, then who waits, in their order; 200 at most. Null for others",
      }),
    ),
  },
  { $id: "LiveQueue", description: "One's place in the line of office hours" },
);

export const joinModels = [Joining, QueuePlace, Queue];
export const JoiningAnswer = Type.Ref("LiveJoining");
export const QueueAnswer = Type.Ref("LiveQueue");
export const CalledAnswer = Type.Object({
  called: nullable(Type.String({ description: "Id of the person who was called; null when nobody waits" })),
  queue: Type.Ref("LiveQueue"),
});
