import { type Refusal, refuse } from "#kernel/errors.ts";
import type { Room } from "../book.ts";
import { requireParticipant } from "../hosting.ts";
import type { RoomParts } from "../parts.ts";
import type { JoinDetails, OutsideProvider, ProvidedRoom } from "../provider-port.ts";
import { claimReference, findRoom } from "../rooms-store.ts";

type Parts = Pick<RoomParts, "database" | "clock" | "provide">;

/**
 * What a participant needs to join at the room's outside provider, where the room is made first if it is not there
 * yet. The provider is asked between transactions, and makes one room however many people come at once.
 */
export async function handOver(parts: Parts, room: Room, participantId: string): Promise<JoinDetails> {
  const { database, provide, clock } = parts;
  const { organizationId, subject } = room;
  const { row, participant } = await database.asTenant(organizationId, async (tx) => ({
    row: await findRoom(tx, organizationId, room.id),
    participant: await requireParticipant(tx, room, participantId),
  }));
  if (!row || row.provider === "built_in") throw notOutside();
  if (subject.join) return subject.join;
  const provider = await provide(organizationId, row.provider);
  const provided: ProvidedRoom = {
    ...{ organizationId, roomId: room.id, sessionId: subject.sessionId, reference: row.reference },
    ...{ title: subject.title, startsAt: subject.startsAt },
  };
  const reference = row.reference ?? (await prepare(parts, room, provided, row.provider));
  const { key, name, role } = participant;
  return provider.admit({ ...provided, reference }, { participantId, key, name, role }, clock());
}

async function prepare(
  { database, provide }: Parts,
  room: Room,
  provided: ProvidedRoom,
  name: OutsideProvider,
): Promise<string> {
  const provider = await provide(room.organizationId, name);
  const { reference } = await provider.prepare(provided);
  return database.asTenant(room.organizationId, (tx) => claimReference(tx, room, reference));
}

const notOutside = (): Refusal => refuse("conflict", "the room is our own: nothing is handed over");
