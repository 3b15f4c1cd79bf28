import type { GuestContext, Reading } from "#database/context.ts";
import { isOccupied } from "../connections-store.ts";
import { type EntryWindow, entryWindow } from "../entry.ts";
import { findParticipantByKey } from "../participants-store.ts";
import type { RoomParts } from "../parts.ts";
import { entersNow, findPutOut, roomOf } from "../recognition.ts";
import { findRoomOf } from "../rooms-store.ts";
import type { Entrant, RoomSubject } from "../subject.ts";
import { findVisitor, type Shown } from "../visitor.ts";

/** What somebody at the door is told. */
export interface Visit {
  subject: RoomSubject;
  organizationName: string;
  entrant: Entrant;
  enters: Entrant["enters"];
  isRemoved: boolean;
  window: EntryWindow;
  now: Date;
}

/** What a room's page shows before anybody comes in, whether or not they can now. */
export async function visitRoom(
  parts: RoomParts,
  context: Reading<GuestContext>,
  shown: Shown,
): Promise<Visit> {
  const { tx, now } = context;
  const { subject, entrant } = await findVisitor(parts, context, shown);
  const { organizationId, product, sessionId } = subject;
  const organization = await parts.findOrganization(tx, organizationId);
  const row = await findRoomOf(tx, organizationId, product, sessionId);
  const participant = row && (await findParticipantByKey(tx, row, entrant.key));
  const course = row ? roomOf(row, subject) : { subject, beganAt: null, endedAt: null };
  const circumstances = { now, grace: parts.grace, isOccupied: row !== null && (await isOccupied(tx, row)) };
  return {
    subject,
    organizationName: organization?.name ?? "",
    entrant: { ...entrant, name: entrant.name ?? participant?.name ?? null },
    enters: entersNow(course, entrant, participant ?? { admittedAt: null }),
    isRemoved:
      Boolean(participant?.removedAt) || (row !== null && (await findPutOut(tx, row, [entrant]))(entrant)),
    window: entryWindow(course, circumstances),
    now,
  };
}
