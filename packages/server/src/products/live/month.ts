import { readInstant } from "#kernel/instant.ts";

/** The first and the last millisecond, in UTC, of a month such as `2026-02`. */
export function monthOf(month: string): { from: Date; to: Date } {
  const from = readInstant(`${month}-01T00:00:00Z`);
  const next = new Date(from);
  next.setUTCMonth(from.getUTCMonth() + 1);
  return { from, to: new Date(next.getTime() - 1) };
}
