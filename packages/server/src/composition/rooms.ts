import type { Config } from "../config.ts";
import type { Database } from "../database/tenancy.ts";
import type { SocketRoute } from "../http/socket-route.ts";
import type { Clock } from "../kernel/clock.ts";
import { newId } from "../kernel/ids.ts";
import { emojis, sendReaction } from "../products/mentorship/index.ts";
import type { Realtime } from "../realtime/port.ts";
import {
  createFloor,
  createLeases,
  type FloorTimes,
  type OnReaction,
  usualTimes,
} from "../rooms/floor/index.ts";
import { createRoomBook, type RoomParts } from "../rooms/index.ts";
import { readKey } from "../rooms/key.ts";
import { createRoomRecorder } from "../rooms/recording/index.ts";
import { createSfu } from "../rooms/sfu/sfu.ts";

interface Parts {
  config: Config;
  database: Database;
  clock: Clock;
  rooms: RoomParts;
  realtime: Pick<Realtime, "subscribe">;
  /** For tests, which cannot wait for as long as people can. */
  times?: Partial<FloorTimes> | undefined;
}

interface Log {
  info(details: object, text: string): void;
  warn(details: object, text: string): void;
  error(details: object, text: string): void;
}

export interface RunningRooms {
  sockets: readonly SocketRoute[];
  count(): { rooms: number; people: number };
  /** The process id of the media process; null while it does not run. */
  mediaProcess(): number | null;
  /** Where faults are written from now on. */
  reportTo(log: Log): void;
  stop(): Promise<void>;
}

/** The rooms that run in this process, with the process that does their media. */
export function startRooms({ config, database, clock, rooms, realtime, times }: Parts): RunningRooms {
  let log: Log = { info() {}, warn() {}, error() {} };
  const onFault = (fault: unknown) => log.error({ err: fault }, "something in a room failed");
  const floorTimes = { ...usualTimes, ...times };
  const sfu = createSfu({
    settings: config.rooms,
    log: {
      info: (details, text) => log.info(details, text),
      warn: (details, text) => log.warn(details, text),
      error: (details, text) => log.error(details, text),
    },
  });
  const { directory } = config.recordings;
  const recorder = createRoomRecorder({ ...rooms, database, clock, sfu, directory, onFault });
  const holder = { id: newId(), url: config.roomsUrl };
  const floor = createFloor({
    ...{ book: createRoomBook(rooms), sfu, recorder, clock, times: floorTimes, realtime, onFault },
    reactions: emojis,
    onReaction: passOn(database, rooms),
    leases: (onAbandoned) =>
      createLeases({ ...{ database, holder, clock, onAbandoned, onFault }, ...floorTimes }),
  });
  return {
    sockets: [floor.socket],
    count: floor.count,
    mediaProcess: () => sfu.pid,
    reportTo(given) {
      log = given;
    },
    async stop() {
      await floor.stop();
      await recorder.close();
      await sfu.close();
    },
  };
}

/** A reaction in a mentorship's call is also told to all who watch the mentorship, as one from its route is. */
const passOn =
  (database: Database, { findActors }: Pick<RoomParts, "findActors">): OnReaction =>
  async ({ room: { organizationId, subject }, key, emoji, at }) => {
    const { personId } = readKey(key);
    if (subject.product !== "mentorship" || personId === null) return;
    await database.asTenant(organizationId, async (tx) => {
      const actor = (await findActors(tx, organizationId, [personId])).get(personId);
      const origin = { requestId: newId(), ip: null, userAgent: null };
      if (actor) await sendReaction({ tx, now: at, origin, actor }, subject.sessionId, emoji);
    });
  };
