/**
 * Bounds an lru-cache by its entries, which all weigh the same. With its own `max` it would set room aside for all of
 * them at once, whether they ever come or not: tens of milliseconds and megabytes at each start.
 */
export const atMost = (entries: number) => ({ maxSize: entries, sizeCalculation: () => 1 });
