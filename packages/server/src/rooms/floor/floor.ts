import type { SocketRoute } from "#http/socket-route.ts";
import { type RoomSignal, roomsChannel } from "../book.ts";
import { largestMessage } from "../protocol/messages.ts";
import { createListener } from "./connection.ts";
import type { FloorParts } from "./core.ts";
import { createOpenRooms, type MakeLeases, type OpenRooms } from "./open-rooms.ts";
import { createReception } from "./reception.ts";

/** The rooms that run in this process. */
export interface Floor {
  socket: SocketRoute;
  /** How many rooms, and how many people in them. */
  count(): { rooms: number; people: number };
  /** Closes all rooms, so that their people connect to another process, and has everything written down. */
  stop(): Promise<void>;
}

interface Parts extends FloorParts {
  leases: MakeLeases;
  realtime: {
    subscribe(channel: string, to: { onMessage(message: string): void; onConnected?(): void }): void;
  };
}

export function createFloor(parts: Parts): Floor {
  const { times, onFault } = parts;
  const rooms = createOpenRooms(parts);
  const { hello } = createReception(parts, rooms);
  const stopListening = listen(parts, rooms);
  return {
    socket: {
      path: "/api/rooms/:id/socket",
      largestMessage,
      open: (socket, { id = "" }) =>
        createListener(socket, { hello: (ticket, as) => hello(id, ticket, as), onFault }, times.helloWithin),
    },
    count: rooms.count,
    async stop() {
      stopListening();
      await rooms.stop();
    },
  };
}

/** Hears what changes for rooms, and looks again now and then, for what was not heard. */
function listen({ realtime, sfu, recorder, times }: Parts, rooms: OpenRooms): () => void {
  realtime.subscribe(roomsChannel, {
    onMessage: (message) => rooms.reconsider((JSON.parse(message) as RoomSignal).roomId),
    onConnected: rooms.reconsiderAll,
  });
  sfu.onEvent(rooms.heard);
  recorder.onLost(rooms.lostRecording);
  const looking = setInterval(rooms.reconsiderAll, times.reconsiderEvery).unref();
  return () => clearInterval(looking);
}
