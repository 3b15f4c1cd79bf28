/** Lets so many pieces of work go on at once, and the others wait in order. */
export function limitAtOnce(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let working = 0;
  return async (work) => {
    if (working < atOnce) working += 1;
    else await new Promise<void>((enter) => waiting.push(enter));
    try {
      return await work();
    } finally {
      // The place goes straight to the next in line, so that nobody can slip in between.
      const enter = waiting.shift();
      if (enter) enter();
      else working -= 1;
    }
  };
}
