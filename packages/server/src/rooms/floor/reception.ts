import { Refusal } from "#kernel/errors.ts";
import type { Entry } from "../book.ts";
import { type Connection, explain, type Guest } from "./connection.ts";
import type { FloorParts } from "./core.ts";
import type { OpenRooms } from "./open-rooms.ts";

/** Makes a connection of the socket that a ticket came over. */
type As = (id: string) => Connection;

/** Takes tickets, and whoever shows one into the room of this path. */
export function createReception({ book, onFault }: FloorParts, rooms: OpenRooms) {
  async function redeem(pathId: string, ticket: string, as: As): Promise<Entry | null> {
    try {
      const entry = await book.redeem(ticket);
      if (entry.room.subject.pathId === pathId) return entry;
      as("").bye("ticket");
    } catch (fault) {
      const isOurs = !(fault instanceof Refusal) || fault.status >= 500;
      if (isOurs) onFault(fault);
      as("").send({ type: "fault", about: "hello", ...explain(fault) });
      as("").bye(isOurs ? "restart" : fault.code === "unauthenticated" ? "ticket" : "closed");
    }
    return null;
  }

  return {
    async hello(pathId: string, ticket: string, as: As): Promise<Guest | null> {
      const before = rooms.changes();
      const entry = await redeem(pathId, ticket, as);
      if (!entry) return null;
      const connection = as(entry.connectionId);
      try {
        // One that closes at this very moment is opened anew.
        for (let room = await rooms.open(entry.room); room; room = await rooms.open(entry.room)) {
          const guest = await room.arrive(entry, connection);
          if (!guest) continue;
          // They were on their way: whoever asked meanwhile who may be here did not ask about them.
          if (rooms.changes() !== before) room.reconsider();
          return guest;
        }
      } catch (fault) {
        onFault(fault);
      }
      // Another process has the room, or we could not open it.
      connection.bye("restart");
      return null;
    },
  };
}
