import type { Database } from "#database/tenancy.ts";
import { type Clock, seconds } from "#kernel/clock.ts";
import { markSeen, type Recording } from "./store.ts";

/** Milliseconds between the signs of life of a recording. */
const usualPulse = seconds(10);

/**
 * Milliseconds without a sign that reached the database, after which a recording is given up here, well before others
 * (`findInterrupted`) take it for dead and finish its files: nobody must write to them then.
 */
const patience = seconds(35);

interface Parts {
  database: Database;
  clock: Clock;
  /** Ends the files of a recording that lives no longer. */
  onLost: (recording: Recording) => Promise<void>;
  onFault: (fault: unknown) => void;
  pulse?: number | undefined;
}

/** The recordings that run in this process, and its word that they do, every few seconds. */
export class RunningRecordings {
  readonly #parts: Parts;
  readonly #running = new Map<string, { recording: Recording; heardAt: number }>();
  readonly #timer: NodeJS.Timeout;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#timer = setInterval(() => {
      for (const id of this.#running.keys()) void this.#sayAlive(id).catch(parts.onFault);
    }, parts.pulse ?? usualPulse);
    this.#timer.unref();
  }

  add(recording: Recording): void {
    this.#running.set(recording.id, { recording, heardAt: performance.now() });
  }

  /** Null where it does not run here, or not any more. */
  take(id: string): Recording | null {
    const found = this.#running.get(id)?.recording ?? null;
    this.#running.delete(id);
    return found;
  }

  ofRoom(roomId: string): Recording[] {
    return [...this.#running.values()]
      .map(({ recording }) => recording)
      .filter((one) => one.roomId === roomId);
  }

  /** Stops saying so, and answers those that still run. */
  end(): Recording[] {
    clearInterval(this.#timer);
    const left = [...this.#running.values()].map(({ recording }) => recording);
    this.#running.clear();
    return left;
  }

  async #sayAlive(id: string): Promise<void> {
    const entry = this.#running.get(id);
    if (!entry) return;
    const { recording } = entry;
    const { database, clock, onLost } = this.#parts;
    if (performance.now() - entry.heardAt <= patience) {
      const isAlive = await database.asTenant(recording.organizationId, (tx) =>
        markSeen(tx, recording, clock()),
      );
      entry.heardAt = performance.now();
      // One that was taken for dead is finished already or will be.
      if (isAlive) return;
    }
    if (this.take(id)) await onLost(recording);
  }
}
