import pg from "pg";

/** The type `timestamptz`. */
export const timestamptz = pg.types.builtins.TIMESTAMPTZ;

/** The reader for every text that PostgreSQL may write. */
const parseAny: (text: string) => Date = pg.types.getTypeParser(timestamptz);

/**
 * Reads an instant as PostgreSQL writes it in UTC, `2026-02-12 10:30:00.123+00`; finer digits are cut. A page of
 * sessions holds hundreds on few days, so days are remembered: pg's own reader takes ten times as long. What has
 * another form (other zones, years beyond 9999, `infinity`) is left to that one.
 */
export function parseTimestamp(text: string): Date {
  const { length } = text;
  const isUsual = text.charCodeAt(4) === hyphen && text.charCodeAt(10) === blank && text.endsWith("+00");
  if (!isUsual || length < shortest || length > longest) return parseAny(text);
  const seconds = (two(text, 11) * 60 + two(text, 14)) * 60 + two(text, 17);
  // One to three digits of the fraction, as thousandths.
  const fraction = length === shortest ? 0 : Number(text.slice(20, Math.min(length - 3, 23)).padEnd(3, "0"));
  return new Date(startOf(text.slice(0, 10)) + seconds * 1_000 + fraction);
}

const shortest = "2026-02-12 10:30:00+00".length;
const longest = "2026-02-12 10:30:00.123456+00".length;
const [hyphen, blank, zero] = ["-", " ", "0"].map((sign) => sign.charCodeAt(0)) as [number, number, number];

const two = (text: string, at: number): number =>
  (text.charCodeAt(at) - zero) * 10 + text.charCodeAt(at + 1) - zero;

/** Milliseconds since 1970 at the start of a day. */
function startOf(day: string): number {
  const known = days.get(day);
  if (known !== undefined) return known;
  const start = Date.parse(`${day}T00:00:00Z`);
  if (days.size >= mostDays) days.clear();
  days.set(day, start);
  return start;
}

const days = new Map<string, number>();
const mostDays = 10_000;
