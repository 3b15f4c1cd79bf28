import { Refusal } from "#kernel/errors.ts";
import { formatEvent } from "#kernel/event-stream.ts";
import type { Credentials } from "./authenticate.ts";
import type { EventStream } from "./event-stream.ts";

/** An open stream, with what its caller showed and was let in to, of whom it may be taken away again. */
export interface Watched {
  stream: EventStream;
  /** Streams of the same judge and organization are asked about together. */
  judge: Judge;
  organizationId: string;
  /** The caller as announcements of identity call them: `person:…` or `key:…`. */
  callerName: string;
  signInId: string | null;
  credentials: Credentials;
  params: object;
  topic: string;
}

/** Asks again who some callers of one organization are and what they may read. */
export interface Judge {
  /** Of the route that lets them in. */
  operationId: string;
  ask(those: readonly Watched[]): Promise<ReadonlyMap<Watched, Verdict>>;
}

/** What they may read is the same as before, or something else; or the fault for which that cannot be told: a refusal, or ours. */
export type Verdict = "same" | "other" | Error;

/** Batches that are asked about at once: each may take a connection of the database from requests. */
const atOnce = 4;

/** Streams in a batch: few enough for requests to get their turn. */
const batchSize = 250;

/**
 * Asks whether streams may go on, and ends those that may not; a few batches at a time, and each once however often it
 * was asked for in the meantime. One of which that cannot be told at the moment is held until it can, and asked about
 * by itself from then on: what is wrong may be wrong with one of them only.
 */
export function createChecks() {
  const due = new Map<string | Watched, Set<Watched>>();
  const unsure = new Set<Watched>();
  let working = 0;

  const groupFor = (each: Watched): string | Watched => (unsure.has(each) ? each : groupOf(each));

  async function work(): Promise<void> {
    if (working >= atOnce) return;
    working += 1;
    for (let batch = nextBatch(); batch; batch = nextBatch()) await check(batch);
    working -= 1;
  }
  function nextBatch(): Watched[] | undefined {
    for (const [group, those] of due) {
      due.delete(group);
      const batch = [...those.values().take(batchSize)];
      for (const each of batch) those.delete(each);
      // Behind the others, so that a large organization does not keep them waiting.
      if (those.size > 0) due.set(group, those);
      return batch;
    }
  }
  async function check(batch: readonly Watched[]): Promise<void> {
    const verdicts = await batch[0]?.judge.ask(batch);
    for (const each of batch) settle(each, verdicts?.get(each) ?? new Error("nobody judged it"));
  }
  function settle(each: Watched, verdict: Verdict): void {
    const { stream } = each;
    if (verdict instanceof Refusal && verdict.status < 500) stream.end(revoked(verdict));
    else if (verdict instanceof Error) {
      if (!stream.isGone()) unsure.add(each);
      stream.hold();
    } else {
      // Who may read something else comes back and gets that.
      if (verdict === "other") stream.end();
      unsure.delete(each);
      stream.release();
    }
  }
  function ask(those: Iterable<Watched>): void {
    for (const each of those) {
      const group = groupFor(each);
      due.set(group, (due.get(group) ?? new Set()).add(each));
    }
    work();
  }
  return {
    ask,
    /** Those again of which it could not be told. */
    askUnsure: () => ask(unsure),
    forget(each: Watched) {
      for (const group of [each, groupOf(each)]) due.get(group)?.delete(each);
      unsure.delete(each);
    },
  };
}

/** Those who can be asked about together. */
export const groupOf = ({ judge, organizationId }: Watched): string =>
  `${judge.operationId} ${organizationId}`;

const revoked = ({ code }: Refusal): Buffer => formatEvent({ name: "revoked", data: { code } });
