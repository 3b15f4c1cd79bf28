import type { ReadContext } from "#database/context.ts";
import { type Attendee, attendanceOf } from "../attendance.ts";
import { listConnections } from "../connections-store.ts";
import { requireHosted } from "../hosting.ts";
import { listParticipants } from "../participants-store.ts";
import { type RoomParts, roomsOf } from "../parts.ts";
import { findRoomOf, type RoomRow } from "../rooms-store.ts";
import type { RoomSubject } from "../subject.ts";

export interface Attendance {
  subject: RoomSubject;
  /** Null where nobody has asked for the room yet. */
  row: RoomRow | null;
  people: Attendee[];
}

/** Who attended a session, for its hosts and for Manager and up. */
export async function readAttendance(
  parts: Pick<RoomParts, "products">,
  context: ReadContext,
  pathId: string,
): Promise<Attendance> {
  const { tx, now } = context;
  const subject = await requireHosted(parts, context, pathId, "read");
  const row = await findRoomOf(tx, subject.organizationId, subject.product, subject.sessionId);
  const expected = await roomsOf(parts, subject.product).expected(tx, subject);
  const [participants, connections] = row
    ? [await listParticipants(tx, row), await listConnections(tx, row)]
    : [[], []];
  const ended = { endedAt: row?.endedAt ?? null };
  return { subject, row, people: attendanceOf(ended, participants, connections, expected, now) };
}
