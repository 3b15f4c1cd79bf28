/** Earliest and latest instant that both PostgreSQL's timestamptz and a four-digit year can show. */
const EARLIEST = Date.parse("0001-01-01T00:00:00.000Z");
const LATEST = Date.parse("9999-12-31T23:59:59.999Z");

const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}:\d{2}:\d{2})(?:\.(\d+))?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/**
 * Reads an RFC 3339 date-time with its mandatory offset or `Z`. Milliseconds are kept, finer digits are cut.
 *
 * Null for everything else: a date the calendar does not have, a leap second (RFC 3339 allows `:60`, but
 * neither Date nor PostgreSQL can keep it), a space instead of the `T`, an instant outside the years 1 to 9999.
 */
export function parseInstant(text: string): Date | null {
  const match = DATE_TIME.exec(text);
  if (!match) return null;
  const [, date, time, fraction = "", sign, hours = "0", minutes = "0"] = match;
  const wall = `${date}T${time}.${fraction.slice(0, 3).padEnd(3, "0")}Z`;
  const asUtc = new Date(wall);
  // Date rolls 30 February and 24:00 over to the next day instead of refusing them.
  if (Number.isNaN(asUtc.getTime()) || asUtc.toISOString() !== wall) return null;
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
  const instant = asUtc.getTime() - (sign === "-" ? -offset : offset);
  return instant >= EARLIEST && instant <= LATEST ? new Date(instant) : null;
}

/** The instant of a date-time that the wire has checked already. */
export function readInstant(text: string): Date {
  const instant = parseInstant(text);
  if (!instant) throw new Error("the wire let a date-time through that is none");
  return instant;
}

/** The instant of a filter that may be left out; the wire has checked that it is one. */
export const parseOptionalInstant = (text: string | undefined): Date | undefined =>
  text === undefined ? undefined : (parseInstant(text) ?? undefined);

/**
 * RFC 3339 in UTC with milliseconds: `2025-05-01T14:00:00.000Z`. Throws RangeError for an invalid Date. A page of
 * sessions holds hundreds of instants on few days, so days are remembered: Date's own method takes five times as long.
 */
export function formatInstant(date: Date): string {
  const time = date.getTime();
  const day = Math.floor(time / msOfDay);
  let prefix = days.get(day);
  if (prefix === undefined) {
    prefix = date.toISOString().slice(0, -"00:00:00.000Z".length);
    if (days.size >= mostDays) days.clear();
    days.set(day, prefix);
  }
  const ms = time - day * msOfDay;
  const seconds = Math.floor(ms / 1_000);
  const minutes = Math.floor(seconds / 60);
  const clock = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}`;
  return `${prefix}${clock}.${three(ms % 1_000)}Z`;
}

const msOfDay = 24 * 60 * 60 * 1_000;

/** `2025-05-01T` by the number of the day since 1970. */
const days = new Map<number, string>();
const mostDays = 10_000;

const two = (count: number): string => (count < 10 ? `0${count}` : String(count));
const three = (count: number): string => (count < 100 ? `0${two(count)}` : String(count));

/** The same of what may not have happened yet: null stays null. */
export const formatOptionalInstant = (date: Date | null): string | null => date && formatInstant(date);

/**
 * RFC 3339 in UTC, whole seconds (finer digits are cut): `2026-02-12T10:30:00Z`.
 * Throws RangeError for an invalid Date.
 */
export function formatSeconds(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, "Z");
}
