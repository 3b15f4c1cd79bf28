import type { Transaction } from "#database/tenancy.ts";
import { ensureRoom } from "../ensure-room.ts";
import { type RoomRules, readSubject } from "../parts.ts";
import { signal } from "../record.ts";
import { findRoomOf } from "../rooms-store.ts";
import type { RoomProduct } from "../subject.ts";
import { tendRoom } from "./tend-room.ts";

/**
 * Does for a room what follows from a change of its session: its timer moves, it closes, or its people are asked for
 * anew. A session at an outside provider gets its room here, so that what the provider tells finds one.
 */
export async function followSession(
  rules: RoomRules,
  tx: Transaction,
  of: { organizationId: string; product: RoomProduct; sessionId: string },
  now: Date,
): Promise<void> {
  const { organizationId, product, sessionId } = of;
  const subject = await readSubject(rules, tx, of);
  if (!subject) return;
  const isAtHome =
    subject.provider === "built_in" || subject.state === "over" || subject.state === "canceled";
  const there = await findRoomOf(tx, organizationId, product, sessionId);
  if (!there && isAtHome) return;
  const room = await ensureRoom(rules, tx, subject, now);
  await tendRoom(rules, tx, { organizationId, roomId: room.id }, now);
  signal(tx, room);
}
