import { Temporal } from "temporal-polyfill";
import { parseInstant } from "./instant.ts";

/** A day of the calendar, in no zone. `month` is 1–12. */
export type WallDate = { year: number; month: number; day: number };

/** A time of the day, in no zone. `hour` is 0–23. */
export type WallTime = { hour: number; minute: number };

/**
 * What a wall time is in its zone: an instant, or the gap it falls into. `from` and `to` are the wall times
 * that the clock jumps between, such as "02:00" and "03:00", with their days ("2011-12-30 00:00") when the
 * jump crosses midnight.
 */
export type Resolution = { ok: true; instant: Date } | { ok: false; gap: { from: string; to: string } };

/**
 * The instant of a wall time in an IANA zone. A time that the clock skips (spring forward, or a whole day on
 * the date line) is refused and the gap is named; of a time that exists twice it is the earlier.
 *
 * Throws RangeError when the zone or the date does not exist: use `findZone` and `parseWallDate` first.
 */
export function resolveWallTime(at: { date: WallDate; time: WallTime; zone: string }): Resolution {
  const wall = Temporal.PlainDateTime.from({ ...at.date, ...at.time }, { overflow: "reject" });
  const before = wall.toZonedDateTime(at.zone, { disambiguation: "earlier" });
  if (before.toPlainDateTime().equals(wall)) return { ok: true, instant: new Date(before.epochMilliseconds) };

  // In a gap "earlier" and "later" lie on either side of the jump, as far from it as the gap is long at most.
  const after = wall.toZonedDateTime(at.zone, { disambiguation: "later" });
  // So there always is a next jump; the fallback is for the type.
  const jump = before.getTimeZoneTransition("next") ?? after;
  const to = jump.toPlainDateTime();
  const from = to.subtract({ nanoseconds: jump.offsetNanoseconds - before.offsetNanoseconds });
  const withDays = !from.toPlainDate().equals(to.toPlainDate());
  return { ok: false, gap: { from: describe(from, withDays), to: describe(to, withDays) } };
}

/**
 * Reads `YYYY-MM-DD`; null for anything else and for days that the calendar does not have. The first and the
 * last day of the years 1–9999 are refused too: in some zones they lie outside what `parseInstant` takes.
 */
export function parseWallDate(text: string): WallDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match || parseInstant(`${text}T00:00:00Z`) === null) return null;
  if (text === "0001-01-01" || text === "9999-12-31") return null;
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

/**
 * Reads `hh:mm AM/PM` (hours 1–12, either case, the leading zero may be missing) and 24-hour `HH:mm`.
 * Null for anything else, seconds and 24:00 included.
 */
export function parseWallTime(text: string): WallTime | null {
  const halfDay = /^(0?[1-9]|1[0-2]):([0-5]\d) ([AaPp])[Mm]$/.exec(text);
  if (halfDay) {
    const afternoon = halfDay[3]?.toLowerCase() === "p";
    return { hour: (Number(halfDay[1]) % 12) + (afternoon ? 12 : 0), minute: Number(halfDay[2]) };
  }
  const fullDay = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return fullDay && { hour: Number(fullDay[1]), minute: Number(fullDay[2]) };
}

/** Seconds are shown only where they matter: zones had odd offsets before about 1930. */
function describe(wall: Temporal.PlainDateTime, withDay: boolean): string {
  const time = wall.toPlainTime().toString({ smallestUnit: wall.second === 0 ? "minute" : "second" });
  return withDay ? `${wall.toPlainDate()} ${time}` : time;
}
