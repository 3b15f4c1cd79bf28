import { connectToRoom, type RoomClient } from "../../../../test/room-client.ts";
import { type SmallApp, startSmallApp } from "../../../../test/small-app.ts";
import type { SocketLimits } from "../../../http/sockets.ts";
import type { Room } from "../../book.ts";
import type { RunningRecording } from "../../recording/port.ts";
import { createFloor, type Floor } from "../floor.ts";
import { type FloorTimes, usualTimes } from "../times.ts";
import { createStandInBook, type StandInBook } from "./stand-in-book.ts";
import { createStandInSfu, type StandInSfu } from "./stand-in-sfu.ts";

export interface FloorApp {
  app: SmallApp;
  floor: Floor;
  book: StandInBook;
  sfu: StandInSfu;
  /** What the recorder was asked, in order: `start`, `stop`, `interrupted`. */
  recorded: string[];
  /** What was passed on as reactions. */
  reactions: { key: string; emoji: string }[];
  /** What failed inside. */
  faults: unknown[];
  /** The socket's address. */
  url: string;
  /** Tells the room that something changed about it. */
  signal(): void;
  /** Its recording was given up. */
  loseRecording(): void;
  /** Somebody connects and says hello; nothing is waited for. */
  come(name: string, ...more: More): Promise<RoomClient>;
  /** The same, and waits to be welcomed. */
  enter(name: string, ...more: More): Promise<RoomClient>;
  close(): Promise<void>;
}

type More = [Parameters<StandInBook["ticket"]>[1]?];

interface Options {
  subject?: Partial<Room["subject"]>;
  times?: Partial<FloorTimes>;
  limits?: Partial<SocketLimits>;
  /** Refuses to record. */
  refusal?: Error;
}

/** A running room over real sockets, with nothing but stand-ins behind it. */
export async function startFloorApp({ subject, times, limits, refusal }: Options = {}): Promise<FloorApp> {
  const book = createStandInBook(subject);
  const sfu = createStandInSfu();
  const recorded: string[] = [];
  const reactions: FloorApp["reactions"] = [];
  const faults: unknown[] = [];
  const losses = new Set<(roomId: string) => void>();
  const subscribers = new Set<{ onMessage(message: string): void }>();
  let floor: Floor | undefined;
  const app = await startSmallApp([], {
    house: { socketLimits: limits },
    sockets({ clock }) {
      floor = createFloor({
        ...{ book, sfu, clock, times: { ...usualTimes, ...times } },
        recorder: {
          async start(): Promise<RunningRecording> {
            if (refusal) throw refusal;
            recorded.push("start");
            return { id: "recording", startedAt: clock() };
          },
          stop: async () => void recorded.push("stop"),
          interrupted: async () => void recorded.push("interrupted"),
          onLost: (listener) => void losses.add(listener),
        },
        reactions: ["👍"],
        onReaction: async ({ key, emoji }) => void reactions.push({ key, emoji }),
        onFault: (fault) => faults.push(fault),
        leases: () => ({
          take: async () => true,
          release: async () => {},
          start() {},
          stop: async () => {},
        }),
        realtime: { subscribe: (_channel, subscriber) => subscribers.add(subscriber) },
      });
      return [floor.socket];
    },
  });
  if (!floor) throw new Error("the floor was not made");
  const made = floor;
  const url = `${app.url}/api/rooms/${book.room.subject.pathId}/socket`;
  const clients = new Set<RoomClient>();
  const come = async (name: string, ...more: More) => {
    const client = await connectToRoom(url);
    clients.add(client);
    client.send({ type: "hello", ticket: book.ticket(name, ...more) });
    return client;
  };
  return {
    ...{ app, floor: made, book, sfu, recorded, reactions, faults, url, come },
    async enter(...who) {
      const client = await come(...who);
      await client.next("welcome");
      return client;
    },
    signal() {
      const { id, organizationId } = book.room;
      for (const { onMessage } of subscribers)
        onMessage(JSON.stringify({ roomId: id, organizationId, what: "reconsider" }));
    },
    loseRecording() {
      for (const tell of losses) tell(book.room.id);
    },
    async close() {
      for (const client of clients) client.cut();
      await app.close();
      await made.stop();
    },
  };
}
