import type { Transaction } from "#database/tenancy.ts";
import { type Connection, findConnections } from "../connections-store.ts";
import type { Occurrence } from "../occurrence.ts";
import type { RoomRow } from "../rooms-store.ts";

/** `agora:<uid>:<the second at which they came>`; what a leave says of that second is computed from two rounded ones. */
const coming = /^(?<person>agora:\d+:)(?<second>\d+)$/;

/** Seconds by which a leave and a join of one coming differ at most. */
const rounding = 2;

/**
 * The same occurrence under the id by which its coming is known already: Agora counts whole seconds, so that the join
 * and the leave of one coming can name seconds that are apart. The room is locked.
 */
export async function knownComing(
  tx: Transaction,
  room: RoomRow,
  occurrence: Occurrence,
): Promise<Occurrence> {
  if (occurrence.kind !== "joined" && occurrence.kind !== "left") return occurrence;
  const { person, second } = coming.exec(occurrence.connectionId)?.groups ?? {};
  if (person === undefined) return occurrence;
  const apart = ({ id }: Connection) => Math.abs(Number(id.slice(person.length)) - Number(second));
  const [nearest] = (await findConnections(tx, room, person))
    .filter((known) => apart(known) <= rounding && fits(known, occurrence))
    .sort((one, other) => apart(one) - apart(other));
  return nearest ? { ...occurrence, connectionId: nearest.id } : occurrence;
}

/** Whether a connection lacks what is told, or was told just that before. */
function fits({ joinedAt, leftAt }: Connection, { kind, at }: Occurrence): boolean {
  const known = kind === "joined" ? joinedAt : leftAt;
  return known === null || known.getTime() === at.getTime();
}
