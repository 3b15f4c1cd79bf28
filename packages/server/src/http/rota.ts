interface Options<Each> {
  /** Milliseconds from one turn of each to its next, at most. */
  every: number;
  /** Gets those whose turn it is. */
  onTurn: (those: ReadonlySet<Each>) => void;
}

interface Rota<Each> {
  /** Those of one group have their turn together. */
  add(each: Each, group?: string): void;
  remove(each: Each): void;
  stop(): void;
}

/** Parts of an interval, so that not all have their turn at the same moment; none is shorter than 20 milliseconds. */
const mostParts = 50;
const shortestPart = 20;

/** Gives each its turn once in an interval, by one timer for all. */
export function createRota<Each>({ every, onTurn }: Options<Each>): Rota<Each> {
  const count = Math.max(1, Math.min(mostParts, Math.floor(every / shortestPart)));
  const parts = Array.from({ length: count }, () => new Set<Each>());
  let now = 0;
  const turning = setInterval(() => {
    now = (now + 1) % count;
    const those = parts[now];
    if (those?.size) onTurn(those);
  }, every / count);
  return {
    // Without a group to those who had their turn last, so that it is as long as can be until the next.
    add: (each, group) => void parts[group === undefined ? now : numberOf(group) % count]?.add(each),
    remove(each) {
      for (const those of parts) if (those.delete(each)) return;
    },
    stop: () => clearInterval(turning),
  };
}

/** A number that is the same for the same text. */
function numberOf(text: string): number {
  let number = 0;
  for (let index = 0; index < text.length; index += 1) number = (number * 31 + text.charCodeAt(index)) >>> 0;
  return number;
}
