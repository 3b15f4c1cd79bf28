import type { Database, Transaction } from "#database/tenancy.ts";
import { createTurns } from "./turns.ts";

/** Who waits for what is read. */
interface Reader {
  isGone(): boolean;
}

interface Read {
  organizationId: string;
  /** Reads of one organization with the same name answer the same. */
  name: string;
  reader: Reader;
}

export interface Reads {
  /** What a read answers; null where whoever wants it is gone before its turn. */
  make<T>(read: Read, work: (tx: Transaction) => Promise<T>): Promise<T | null>;
}

/**
 * Reads for those who come back: few at once, each organization's in turn with others', and one for all who want the
 * same at the same time, as they do when a connection that many share is lost. Nobody holds a turn while a slow reader
 * takes what was read.
 */
export function createReads(database: Database): Reads {
  const turns = createTurns();
  const underWay = new Map<string, { readers: Set<Reader>; answer: Promise<unknown> }>();
  return {
    async make<T>({ organizationId, name, reader }: Read, work: (tx: Transaction) => Promise<T>) {
      const key = `${organizationId} ${name}`;
      const shared = underWay.get(key);
      if (shared) {
        shared.readers.add(reader);
        return shared.answer as Promise<T | null>;
      }
      const readers = new Set([reader]);
      const answer = turns.take(organizationId, async () => {
        const isWanted = [...readers].some((each) => !each.isGone());
        // Whoever comes from now on would wait for an answer that nobody looks for.
        if (!isWanted) underWay.delete(key);
        return isWanted ? database.asTenant(organizationId, work) : null;
      });
      underWay.set(key, { readers, answer });
      try {
        return await answer;
      } finally {
        if (underWay.get(key)?.answer === answer) underWay.delete(key);
      }
    },
  };
}
