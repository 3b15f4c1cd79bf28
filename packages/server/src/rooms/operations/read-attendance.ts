import type { Context } from "#database/context.ts";
import { type Actor, hasScope, isAtLeast } from "#kernel/actor.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { type Attendee, attendanceOf } from "../attendance.ts";
import { listConnections } from "../connections-store.ts";
import { listParticipants } from "../participants-store.ts";
import { type RoomParts, roomsOf } from "../parts.ts";
import { findRoomOf, type RoomRow } from "../rooms-store.ts";
import type { RoomSubject } from "../subject.ts";
import { findIn } from "../visitor.ts";

export interface Attendance {
  subject: RoomSubject;
  /** Null where nobody has asked for the room yet. */
  row: RoomRow | null;
  people: Attendee[];
}

/** Who attended a session, for its hosts and for Manager and up. */
export async function readAttendance(
  parts: Pick<RoomParts, "products">,
  context: Context,
  pathId: string,
): Promise<Attendance> {
  const { tx, actor, now } = context;
  const { organizationId } = actor;
  const subject = await findIn(parts, context, organizationId, pathId);
  if (!subject) throw notFound("session");
  await requireReader(parts, context, subject, actor);
  const row = await findRoomOf(tx, organizationId, subject.product, subject.sessionId);
  const expected = await roomsOf(parts, subject.product).expected(tx, subject);
  const [participants, connections] = row
    ? [await listParticipants(tx, row), await listConnections(tx, row)]
    : [[], []];
  const ended = { endedAt: row?.endedAt ?? null };
  return { subject, row, people: attendanceOf(ended, participants, connections, expected, now) };
}

async function requireReader(
  parts: Pick<RoomParts, "products">,
  { tx }: Context,
  subject: RoomSubject,
  actor: Actor,
): Promise<void> {
  const { product } = subject;
  if (!hasScope(actor, `${product}:read`)) {
    throw refuse("insufficient_scope", `it needs the scope ${product}:read`);
  }
  if (isAtLeast(actor, "Manager")) return;
  const { role } = await roomsOf(parts, product).recognise(tx, subject, actor);
  if (role !== "host") throw refuse("forbidden", "it is for hosts, and for Manager and up");
}
