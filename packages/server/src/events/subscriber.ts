import type { Transaction } from "#database/tenancy.ts";
import type { EventType } from "./catalogue.ts";

/** An event as the relay hands it on. */
export interface StoredEvent {
  organizationId: string;
  id: string;
  type: EventType;
  subjectId: string;
  version: number;
  payload: unknown;
  occurredAt: Date;
}

/** Something to be done because an event happened, or at a time of its own. */
export interface Job {
  /** Which task of the worker does it. */
  task: string;
  /**
   * What makes it itself: a job that is added again under its key takes the place of the one that waits, so that
   * a repeat does nothing twice and a timer moves.
   */
  key: string;
  /** Ids, never personal data; the task reads what is true when it runs. */
  payload: { organizationId: string } & Record<string, string>;
  /** Of the jobs that are due, those with a lower number are taken first; 0 unless it says otherwise. */
  priority?: number;
  /** Jobs of one queue run one after another, whatever process they run in. */
  queue?: string;
}

/**
 * Names what follows from an event. Pure, because it runs inside the relay's transaction: whatever needs a look
 * at the database is looked up by the task.
 */
export type Subscriber = (event: StoredEvent) => Job[];

/**
 * Adds what follows from a whole batch, in the relay's transaction. Only for what can be said of all its events at
 * once: everything else would wait for it.
 */
export type BatchSubscriber = (tx: Transaction, events: readonly StoredEvent[]) => Promise<void>;
