import { timingSafeEqual } from "node:crypto";

/** Whether two texts are one, in a time that tells nothing of where they differ; their lengths are no secret. */
export function isSameSecret(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
