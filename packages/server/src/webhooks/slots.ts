/** Lets a few pieces of work under one name go on at once, in this process. */
export interface Slots {
  /**
   * Does the work when a slot is free, or will be in a moment. Otherwise it is left undone, and the answer says
   * after how many milliseconds to come again: those who come again together were told different times.
   */
  take<T extends object>(name: string, work: () => Promise<T>): Promise<T | { comeBackIn: number }>;
}

interface Queue {
  busy: number;
  /** Those who wait here, each with what lets them in. */
  waiting: Set<() => void>;
  /** Milliseconds that work has taken lately. */
  average: number;
  /** When the last of those who were sent away can expect a slot; milliseconds of a clock that never jumps. */
  promised: number;
}

/** Milliseconds that somebody is kept waiting rather than sent away. */
const patience = 500;

/** Milliseconds after which to come again, at most: a receiver that was slow may be quick by then. */
const longestPause = 300_000;

/** Milliseconds that work is taken to need as long as nothing is known of it. */
const firstGuess = 50;

export function createSlots(atOnce: number): Slots {
  const queues = new Map<string, Queue>();
  const queueOf = (name: string): Queue => {
    const queue = queues.get(name) ?? { busy: 0, waiting: new Set(), average: firstGuess, promised: 0 };
    queues.set(name, queue);
    return queue;
  };
  return {
    async take(name, work) {
      const queue = queueOf(name);
      if (queue.busy < atOnce) queue.busy += 1;
      else if (!(await isLetIn(queue, atOnce))) return { comeBackIn: pauseOf(queue, atOnce) };
      const begun = performance.now();
      try {
        return await work();
      } finally {
        queue.average = 0.7 * queue.average + 0.3 * (performance.now() - begun);
        leave(queue);
        if (queue.busy === 0 && queue.promised < performance.now()) queues.delete(name);
      }
    },
  };
}

/** The slot goes straight to the next who waits, so that nobody can slip in between. */
function leave(queue: Queue): void {
  const [next] = queue.waiting;
  if (next) next();
  else queue.busy -= 1;
}

/** Waits for a slot, where one can be expected in a moment, and says whether it was got. */
function isLetIn(queue: Queue, atOnce: number): Promise<boolean> {
  const expected = (queue.average * (queue.waiting.size + 1)) / atOnce;
  if (expected > patience) return Promise.resolve(false);
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const enter = () => {
    clearTimeout(timer);
    queue.waiting.delete(enter);
    resolve(true);
  };
  const timer = setTimeout(() => {
    queue.waiting.delete(enter);
    // Slower than was thought: whoever comes now is not kept waiting.
    queue.average = Math.max(queue.average, 2 * patience * atOnce);
    resolve(false);
  }, patience);
  queue.waiting.add(enter);
  return promise;
}

/** When one more of those who were sent away can expect a slot. */
function pauseOf(queue: Queue, atOnce: number): number {
  const now = performance.now();
  queue.promised = Math.max(queue.promised, now) + queue.average / atOnce;
  const pause = queue.promised - now;
  if (pause <= longestPause) return Math.ceil(pause);
  queue.promised = now + longestPause;
  return Math.ceil(longestPause * (1 - Math.random() / 2));
}
