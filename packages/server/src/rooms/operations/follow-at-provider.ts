import type { RoomParts } from "../parts.ts";
import type { RoomProvider } from "../provider-port.ts";
import { findRoom } from "../rooms-store.ts";

type Parts = Pick<RoomParts, "database" | "provide">;

interface Place {
  organizationId: string;
  roomId: string;
}

/** Ends a room at its outside provider, where that can be done. */
export const endAtProvider = (parts: Parts, place: Place): Promise<void> =>
  atProvider(parts, place, async (provider, room) => provider.end?.(room));

/** Puts somebody out at a room's outside provider, where that can be done. */
export const removeAtProvider = (parts: Parts, place: Place, participantId: string): Promise<void> =>
  atProvider(parts, place, async (provider, room) => provider.remove?.(room, participantId));

async function atProvider(
  { database, provide }: Parts,
  { organizationId, roomId }: Place,
  ask: (provider: RoomProvider, room: { reference: string }) => Promise<void>,
): Promise<void> {
  const room = await database.asTenant(organizationId, (tx) => findRoom(tx, organizationId, roomId));
  if (!room || room.provider === "built_in" || room.reference === null) return;
  await ask(await provide(organizationId, room.provider), { reference: room.reference });
}
