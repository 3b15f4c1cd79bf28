/**
 * Reads under a key, such that those who ask for one key at a time share a read. It begins after the last of them has
 * asked: nobody is told what had changed before they asked, as they would be by a read under way or a cache.
 */
export function shareReads<T>(read: (...key: string[]) => Promise<T>): (...key: string[]) => Promise<T> {
  const underWay = new Map<string, Promise<unknown>>();
  const next = new Map<string, Promise<T>>();
  return (...key) => {
    const name = key.join(" ");
    const known = next.get(name);
    if (known) return known;
    const begin = (): Promise<T> => {
      next.delete(name);
      const reading = read(...key);
      const done = reading
        .catch(() => {})
        .finally(() => underWay.get(name) === done && underWay.delete(name));
      underWay.set(name, done);
      return reading;
    };
    const reading = (underWay.get(name) ?? Promise.resolve()).then(begin);
    next.set(name, reading);
    return reading;
  };
}
