import type { Task } from "#events/worker.ts";
import { endAtProvider, removeAtProvider } from "./operations/follow-at-provider.ts";
import { followSession } from "./operations/follow-session.ts";
import { tendRoom } from "./operations/tend-room.ts";
import type { RoomParts, RoomRules } from "./parts.ts";
import type { RoomProduct } from "./subject.ts";
import { tasks } from "./subscribers.ts";

/** What rooms do beside requests that needs nothing but the database. */
export const roomTasks = (parts: RoomRules & Pick<RoomParts, "database" | "clock">): Record<string, Task> => {
  const { database, clock } = parts;
  return {
    [tasks.follow]: ({ organizationId = "", product = "", sessionId = "" }) =>
      database.asTenant(organizationId, (tx) =>
        followSession(parts, tx, { organizationId, product: product as RoomProduct, sessionId }, clock()),
      ),
    [tasks.tend]: ({ organizationId = "", roomId = "" }) =>
      database.asTenant(organizationId, (tx) => tendRoom(parts, tx, { organizationId, roomId }, clock())),
  };
};

/** What they ask of outside providers. */
export const roomProviderTasks = (parts: Pick<RoomParts, "database" | "provide">): Record<string, Task> => ({
  [tasks.endAtProvider]: ({ organizationId = "", roomId = "" }) =>
    endAtProvider(parts, { organizationId, roomId }),
  [tasks.removeAtProvider]: ({ organizationId = "", roomId = "", participantId = "" }) =>
    removeAtProvider(parts, { organizationId, roomId }, participantId),
});
