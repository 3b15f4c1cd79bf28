import { Refusal } from "#kernel/errors.ts";
import { formatEvent } from "#kernel/event-stream.ts";
import type { EventStream } from "./event-stream.ts";

/** A stream whose caller may lose it. */
export interface Checked {
  stream: EventStream;
  /** Asks again who the caller is and what they may read: throws a refusal, or answers whether it is what it was. */
  isStillSo: () => Promise<boolean>;
}

/** Streams that are asked about at once: each may take a connection of the database from requests. */
const atOnce = 4;

/**
 * Asks whether streams may go on, and ends those that may not; a few at a time, and each once however often it was
 * asked for in the meantime. One of which that cannot be told at the moment is held until it can.
 */
export function createChecks() {
  const due = new Set<Checked>();
  const unsure = new Set<Checked>();
  let working = 0;

  async function work(): Promise<void> {
    if (working >= atOnce) return;
    working += 1;
    for (const each of due) {
      due.delete(each);
      await check(each);
    }
    working -= 1;
  }
  async function check(each: Checked): Promise<void> {
    try {
      // What it may read is not what it was: it comes back and gets the other.
      if (!(await each.isStillSo())) each.stream.end();
      unsure.delete(each);
      each.stream.release();
    } catch (fault) {
      if (fault instanceof Refusal && fault.status < 500) return each.stream.end(revoked(fault));
      unsure.add(each);
      each.stream.hold();
    }
  }
  const ask = (each: Checked) => {
    due.add(each);
    work();
  };
  return {
    ask,
    /** Those again of which it could not be told. */
    askUnsure() {
      for (const each of unsure) ask(each);
    },
    forget(each: Checked) {
      due.delete(each);
      unsure.delete(each);
    },
  };
}

const revoked = ({ code }: Refusal): Buffer => formatEvent({ name: "revoked", data: { code } });
