/** Answers whether one more may come now: `burst` at once, and `perSecond` more as time passes. */
export function createAllowance({ burst, perSecond }: { burst: number; perSecond: number }): () => boolean {
  let left = burst;
  let at = performance.now();
  return () => {
    const now = performance.now();
    left = Math.min(burst, left + ((now - at) / 1000) * perSecond);
    at = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
