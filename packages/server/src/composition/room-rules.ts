import { findActors } from "../identity/index.ts";
import { depositionRooms } from "../products/depositions/index.ts";
import { liveRooms } from "../products/live/index.ts";
import { mentorshipRooms } from "../products/mentorship/index.ts";
import type { RoomRules } from "../rooms/parts.ts";

/** Whose sessions have rooms, and until how many minutes after their planned end. */
export const roomRules = (grace: number): RoomRules => ({
  products: [depositionRooms, liveRooms, mentorshipRooms],
  grace,
  findActors,
});
