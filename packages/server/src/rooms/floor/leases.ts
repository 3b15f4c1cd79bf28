import type { Database } from "#database/tenancy.ts";
import type { Clock } from "#kernel/clock.ts";
import {
  type Abandoned,
  deleteAbandoned,
  deleteLease,
  findAbandoned,
  type Holder,
  insertLease,
  type RoomKey,
  renewLeases,
} from "./lease-store.ts";

/** The rooms that this process holds, among all processes on the database. */
export interface Leases {
  /** Takes a room, from a process that died too. False while another holds it. */
  take(room: RoomKey): Promise<boolean>;
  release(room: RoomKey): Promise<void>;
  /** Begins to give signs of life, and to look after rooms of processes that died. */
  start(held: Held): void;
  stop(): Promise<void>;
}

interface Held {
  /** Ids of the rooms that this process believes to hold. */
  rooms(): string[];
  /** Another process has taken them. */
  lost(roomId: string): void;
}

interface Parts {
  database: Database;
  holder: Holder;
  clock: Clock;
  beatEvery: number;
  deadAfter: number;
  /** Sees to what a process that died left open, before the room is anybody else's. May be told again. */
  onAbandoned(abandoned: Abandoned): Promise<void>;
  onFault(fault: unknown): void;
}

export function createLeases(parts: Parts): Leases {
  const { database, holder, clock, beatEvery, deadAfter, onFault } = parts;
  let beating: NodeJS.Timeout | undefined;
  let beat: Promise<void> = Promise.resolve();

  async function giveSign(held: Held): Promise<void> {
    const before = held.rooms();
    if (before.length > 0) {
      const still = new Set(
        await database.asSystem((tx) => renewLeases(tx, { holder, now: clock(), deadAfter })),
      );
      for (const id of before) if (!still.has(id) && held.rooms().includes(id)) held.lost(id);
    }
    await lookAfter(null);
  }

  async function lookAfter(room: RoomKey | null): Promise<void> {
    for (const each of await database.asSystem((tx) => findAbandoned(tx, room))) {
      if (each.holder !== holder.id) await parts.onAbandoned(each);
      await database.asTenant(each.room.organizationId, (tx) => deleteAbandoned(tx, each));
    }
  }

  return {
    async take(room) {
      const insert = () =>
        database.asTenant(room.organizationId, (tx) =>
          insertLease(tx, { room, holder, now: clock(), deadAfter }),
        );
      if (await insert()) return true;
      await lookAfter(room);
      return insert();
    },
    release: (room) => database.asTenant(room.organizationId, (tx) => deleteLease(tx, room, holder.id)),
    start(held) {
      const again = () => {
        beat = giveSign(held)
          .catch(onFault)
          .then(() => {
            beating = beating && setTimeout(again, beatEvery).unref();
          });
      };
      beating = setTimeout(again, beatEvery).unref();
    },
    async stop() {
      clearTimeout(beating);
      beating = undefined;
      await beat;
    },
  };
}
