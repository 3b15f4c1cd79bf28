/** Lets a few pieces of work under one name go on at once, in this process. */
export interface Slots {
  /**
   * Does the work when a slot is free, or becomes so in time. Otherwise it is left undone, and the answer says
   * after how many milliseconds to come again: those who come again together were told different times.
   */
  take<T extends object>(name: string, work: () => Promise<T>): Promise<T | { comeBackIn: number }>;
}

interface Options {
  /** Pieces of work under one name. */
  atOnce: number;
  /**
   * Milliseconds of work after which its name is taken for stuck, and gets one slot: until work under it takes less,
   * or for ten minutes. Without it none is.
   */
  stuckAfter?: number;
  /** Milliseconds that somebody is kept waiting rather than sent away: who waits takes up one of the worker's hands. */
  patience?: number;
  /** Milliseconds of a clock that never jumps. */
  now?: () => number;
}

interface Queue {
  busy: number;
  /** Those who wait here, each with what lets them in. */
  waiting: Set<() => void>;
  /** Milliseconds that work has taken lately. */
  average: number;
  /** When work was last done, or begun where there was none; by `now`. */
  movedAt: number;
  /** When the last of those who were sent away can expect a slot; by `now`. */
  promised: number;
  /** Until when it has one slot; by `now`. */
  stuckUntil: number;
  /** Somebody waited in vain, and nobody has got a slot since with none left waiting. */
  isSlow: boolean;
}

/** Milliseconds for which what was stuck is taken to be so still. */
const longestStuck = 600_000;

/** Milliseconds after which to come again, at most: a receiver that was slow may be quick by then. */
const longestPause = 300_000;

/** Milliseconds that work is taken to need as long as nothing is known of it. */
const firstGuess = 50;

export function createSlots({
  atOnce,
  stuckAfter = Infinity,
  patience = 500,
  now = () => performance.now(),
}: Options): Slots {
  const queues = new Map<string, Queue>();
  const queueOf = (name: string): Queue => {
    const queue = queues.get(name) ?? newQueue();
    queues.set(name, queue);
    return queue;
  };
  const slotsOf = (queue: Queue): number => (queue.stuckUntil > now() ? 1 : atOnce);
  const learn = (queue: Queue, took: number) => {
    queue.average = 0.7 * queue.average + 0.3 * took;
    queue.stuckUntil = took < stuckAfter ? 0 : now() + longestStuck;
  };
  return {
    async take(name, work) {
      const queue = queueOf(name);
      const slots = slotsOf(queue);
      if (queue.busy === 0) queue.movedAt = now();
      if (queue.busy < slots) queue.busy += 1;
      else if (!(await isLetIn(queue, turnOf(queue, slots, now()), patience))) {
        return { comeBackIn: pauseOf(queue, turnOf(queue, slots, now()), now()) };
      }
      const begun = now();
      let isUndone = false;
      try {
        const done = await work();
        isUndone = "comeBackIn" in done;
        return done;
      } finally {
        // What was left undone elsewhere says nothing of this name.
        if (!isUndone) learn(queue, now() - begun);
        queue.movedAt = now();
        leave(queue, slotsOf(queue));
        const isForgettable = queue.busy === 0 && Math.max(queue.promised, queue.stuckUntil) < now();
        if (isForgettable) queues.delete(name);
      }
    },
  };
}

const newQueue = (): Queue => ({
  busy: 0,
  waiting: new Set(),
  average: firstGuess,
  movedAt: 0,
  promised: 0,
  stuckUntil: 0,
  isSlow: false,
});

/** Milliseconds from one slot that is free to the next. Where none has been for long, work takes at least as long. */
const turnOf = ({ average, movedAt }: Queue, slots: number, now: number): number =>
  Math.max(average, now - movedAt) / slots;

/** A slot goes straight to the next who waits, so that nobody can slip in between. */
function leave(queue: Queue, slots: number): void {
  queue.busy -= 1;
  for (const enter of queue.waiting) {
    if (queue.busy >= slots) return;
    enter();
  }
}

/**
 * Waits for a slot and says whether it was got; where others waited in vain, only if one can be expected in time. Before
 * that nothing is expected: in a rush it is our own process that is slow at first.
 */
function isLetIn(queue: Queue, turn: number, patience: number): Promise<boolean> {
  if (queue.isSlow && turn * (queue.waiting.size + 1) > patience) return Promise.resolve(false);
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const enter = () => {
    clearTimeout(timer);
    queue.waiting.delete(enter);
    queue.busy += 1;
    if (queue.waiting.size === 0) queue.isSlow = false;
    resolve(true);
  };
  const timer = setTimeout(() => {
    queue.waiting.delete(enter);
    queue.isSlow = true;
    resolve(false);
  }, patience);
  queue.waiting.add(enter);
  return promise;
}

/** When one more of those who were sent away can expect a slot. */
function pauseOf(queue: Queue, turn: number, now: number): number {
  queue.promised = Math.max(queue.promised, now) + turn;
  const pause = queue.promised - now;
  if (pause <= longestPause) return Math.ceil(pause);
  queue.promised = now + longestPause;
  return Math.ceil(longestPause * (1 - Math.random() / 2));
}
