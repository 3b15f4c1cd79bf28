import { Refusal, refuse } from "#kernel/errors.ts";
import { formatInstant } from "#kernel/instant.ts";
import type { Room } from "./book.ts";
import { entryWindow } from "./entry.ts";

/** Refuses who comes before a room opens, or after it closed, or when the session is not to be. */
export function requireOpen(room: Room, circumstances: Parameters<typeof entryWindow>[1]): void {
  const { state, opensAt } = entryWindow(room, circumstances);
  if (state === "early") throw refuse("room_not_open", `the room opens at ${formatInstant(opensAt)}`);
  if (state === "over") throw new Refusal("room_over");
  if (state === "canceled") throw new Refusal("room_canceled");
}
