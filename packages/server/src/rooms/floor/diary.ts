import { setTimeout as pause } from "node:timers/promises";
import { Refusal } from "#kernel/errors.ts";
import type { Room, RoomBook } from "../book.ts";
import type { Occurrence } from "../occurrence.ts";

type RoomKey = Pick<Room, "id" | "organizationId">;

/** Writes down what happened in rooms: in each room's order, and however long the database is away. */
export interface Diary {
  note(room: RoomKey, occurrence: Occurrence): void;
  /** Resolves when all of this room's is written down. */
  written(room: Pick<Room, "id">): Promise<void>;
  /** Gives up what the database does not take now. */
  close(): void;
}

interface Parts {
  book: Pick<RoomBook, "note">;
  /** Milliseconds. */
  retryAfter: number;
  onFault: (fault: unknown) => void;
}

/** Most occurrences that are written at once. */
const mostAtOnce = 100;

export function createDiary({ book, retryAfter, onFault }: Parts): Diary {
  const pages = new Map<string, { unwritten: Occurrence[]; writing: Promise<void> }>();
  let isClosed = false;

  async function write(room: RoomKey, unwritten: Occurrence[]): Promise<void> {
    while (unwritten.length > 0 && !isClosed) {
      const next = unwritten.slice(0, mostAtOnce);
      const isOver = await attempt(room, next);
      if (isOver) unwritten.splice(0, next.length);
      else await pause(retryAfter, undefined, { ref: false });
    }
    pages.delete(room.id);
  }

  /** Whether it is over: written, or refused for good. */
  async function attempt(room: RoomKey, occurrences: readonly Occurrence[]): Promise<boolean> {
    try {
      await book.note(room, occurrences);
      return true;
    } catch (fault) {
      onFault(fault);
      return fault instanceof Refusal && fault.status < 500;
    }
  }

  return {
    note(room, occurrence) {
      const page = pages.get(room.id);
      if (page) {
        page.unwritten.push(occurrence);
        return;
      }
      const unwritten = [occurrence];
      pages.set(room.id, { unwritten, writing: Promise.resolve().then(() => write(room, unwritten)) });
    },
    written: async ({ id }) => pages.get(id)?.writing,
    close() {
      isClosed = true;
    },
  };
}
