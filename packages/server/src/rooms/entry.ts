import { hours, minutes, plus } from "#kernel/clock.ts";
import type { Room } from "./book.ts";

/** How long before its start a room opens, in milliseconds. */
export const early = minutes(15);

/** How long after its beginning a room may be entered at most, where no end is planned or people are still in it. */
const longest = hours(12);

type EntryState = "early" | "open" | "over" | "canceled";

/** When a room can be entered: from `opensAt` until right before `closesAt`. */
export interface EntryWindow {
  state: EntryState;
  opensAt: Date;
  closesAt: Date;
}

interface Circumstances {
  now: Date;
  /** Minutes after the planned end. */
  grace: number;
  /** Somebody is in the room. Who was cut off from a session that lasts longer than planned can come back. */
  isOccupied: boolean;
}

/**
 * Whether a room can be entered now: from 15 minutes before the start, or from when the session was begun where that
 * is earlier, until the planned end and the grace. Where no end is planned, and while people are in it, for 12 hours.
 */
export function entryWindow(
  { subject, beganAt, endedAt }: Pick<Room, "subject" | "beganAt" | "endedAt">,
  { now, grace, isOccupied }: Circumstances,
): EntryWindow {
  const { startsAt, endsAt, state } = subject;
  const opensAt = plus(startsAt, -early);
  const latest = plus(beganAt !== null && beganAt > startsAt ? beganAt : startsAt, longest);
  const planned = endsAt === null ? latest : plus(endsAt, minutes(grace));
  const closesAt = isOccupied && latest > planned ? latest : planned;
  const stateNow = (): EntryState => {
    if (state === "canceled") return "canceled";
    if (state === "over" || endedAt !== null || now >= closesAt) return "over";
    return now < opensAt && state === "ahead" ? "early" : "open";
  };
  return { state: stateNow(), opensAt, closesAt };
}
