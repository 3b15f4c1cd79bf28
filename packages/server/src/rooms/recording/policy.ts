import { type Actor, isAtLeast } from "#kernel/actor.ts";
import type { Entrant, RoomSubject } from "../subject.ts";

/** Who may list and fetch a room's recordings: its hosts, Manager and up, and of depositions Coach and up. */
export const mayList = (actor: Actor, { product }: RoomSubject, entrant: Entrant | null): boolean =>
  isAtLeast(actor, product === "depositions" ? "Coach" : "Manager") || entrant?.role === "host";

/** Who may open the address under which a recording is known: of a live session also whoever has a seat in it. */
export const mayWatch = (actor: Actor, subject: RoomSubject, entrant: Entrant | null): boolean =>
  mayList(actor, subject, entrant) || (subject.product === "live" && entrant !== null);
