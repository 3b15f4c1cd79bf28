import type { Transaction } from "#database/tenancy.ts";
import type { Author } from "#events/append.ts";
import { addJobs } from "#events/jobs.ts";
import type { Origin } from "#kernel/actor.ts";
import { refuse } from "#kernel/errors.ts";
import type { Room } from "../book.ts";
import { lockAsHost, requireParticipant } from "../hosting.ts";
import { authorOf } from "../key.ts";
import { markRemoved } from "../participants-store.ts";
import type { RoomRules } from "../parts.ts";
import { recordBy, signal } from "../record.ts";
import type { RoomRow } from "../rooms-store.ts";
import { removeJob } from "../subscribers.ts";
import { revokeTickets } from "../tickets-store.ts";

/** A host puts somebody out for good, from within the room. Nobody removes themselves: they leave. */
export async function removeParticipant(
  rules: RoomRules,
  tx: Transaction,
  place: Pick<Room, "organizationId" | "id">,
  participantId: string,
  by: string,
  now: Date,
): Promise<void> {
  const { row, host } = await lockAsHost(rules, tx, place, by);
  if (participantId === by) throw refuse("forbidden", "nobody removes themselves");
  await putOut(tx, row, { participantId, by, author: authorOf(host.key) }, now);
}

interface Removal {
  participantId: string;
  /** The host's participant; null where it was done by a request. */
  by: string | null;
  author: Author;
  origin?: Origin;
}

/** Puts somebody out of a locked room: their tickets are worth nothing, and they get no new one. Again is no change. */
export async function putOut(
  tx: Transaction,
  row: RoomRow,
  { participantId, by, author, origin }: Removal,
  now: Date,
): Promise<void> {
  const { organizationId, id: roomId } = row;
  await requireParticipant(tx, row, participantId);
  if (!(await markRemoved(tx, row, participantId, by, now))) return;
  await revokeTickets(tx, { organizationId, roomId, participantId }, now);
  const happening = { type: "rooms.participant.removed", more: { participantId } } as const;
  await recordBy(tx, row, author, happening, now, origin);
  if (row.provider !== "built_in") await addJobs(tx, [removeJob(organizationId, roomId, participantId)]);
  signal(tx, row);
}
