import type { Job, StoredEvent, Subscriber } from "#events/subscriber.ts";
import type { RoomProduct } from "./subject.ts";

/** The tasks of rooms, by the names under which their jobs are stored. */
export const tasks = {
  follow: "rooms.follow",
  tend: "rooms.tend",
  endAtProvider: "rooms.end-at-provider",
  removeAtProvider: "rooms.remove-at-provider",
} as const;

/** What follows for a room from what happens to its session: it moves, ends, is not to be, or others may enter it. */
export const roomSubscriber: Subscriber = ({ organizationId, type, subjectId }) => {
  const product = productOf(type);
  if (!product) return [];
  const payload = { organizationId, product, sessionId: subjectId };
  return [{ task: tasks.follow, key: `${tasks.follow}:${product}:${subjectId}`, payload }];
};

/** Of a crowd's registrations only those that are given up: whoever has a new seat is not in the room yet. */
function productOf(type: StoredEvent["type"]): RoomProduct | null {
  if (type.startsWith("depositions.session.")) return "depositions";
  if (type.startsWith("live.session.") || type === "live.registration.cancelled") return "live";
  return type.startsWith("mentorship.session.") ? "mentorship" : null;
}

/** The timer at which a room is looked after: whether it is over, and its report final. */
export const tendTimer = (organizationId: string, roomId: string): Job => ({
  task: tasks.tend,
  key: `${tasks.tend}:${roomId}`,
  payload: { organizationId, roomId },
});

/** Ends a room at its provider. */
export const endJob = (organizationId: string, roomId: string): Job => ({
  task: tasks.endAtProvider,
  key: `${tasks.endAtProvider}:${roomId}`,
  payload: { organizationId, roomId },
});

/** Puts somebody out at a room's provider. */
export const removeJob = (organizationId: string, roomId: string, participantId: string): Job => ({
  task: tasks.removeAtProvider,
  key: `${tasks.removeAtProvider}:${participantId}`,
  payload: { organizationId, roomId, participantId },
});
