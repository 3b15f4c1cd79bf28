import { plus } from "#kernel/clock.ts";
import { early } from "./entry.ts";
import type { RoomRow } from "./rooms-store.ts";
import type { RoomSubject } from "./subject.ts";

/**
 * Whether a room ended while its session is still to be held: it was moved after nobody had met, or the room was closed
 * before the start. It opens anew then.
 */
export const isToBeHeldAnew = (
  { endedAt }: Pick<RoomRow, "endedAt">,
  { state, startsAt }: Pick<RoomSubject, "state" | "startsAt">,
): boolean => endedAt !== null && state === "ahead" && startsAt > endedAt;

/**
 * Whether somebody who waited in our room began a session there that was moved since, and is still to be held: before
 * it opens nobody can be in it. Opens anew once it is left.
 */
export const wasBegunBefore = (
  { beganAt, endedAt, provider }: Pick<RoomRow, "beganAt" | "endedAt" | "provider">,
  { state, startsAt }: Pick<RoomSubject, "state" | "startsAt">,
): boolean =>
  provider === "built_in" &&
  state === "ahead" &&
  endedAt === null &&
  beganAt !== null &&
  beganAt < plus(startsAt, -early);
