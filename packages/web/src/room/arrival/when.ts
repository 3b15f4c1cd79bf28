/** The languages in which times are written: the reader's English, as the page is English. */
const locale = (languages: readonly string[]): string =>
  languages.find((language) => /^en\b/i.test(language) && isTag(language)) ?? "en-GB";

/** Where the system's locale is none, browsers pass on names such as "en-US@posix", which nothing can be written in. */
function isTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1;
  } catch {
    return false;
  }
}

/** A span of time in one zone, such as "Monday, 2 March 2026 at 10:00 – 11:00". */
export function spanIn(
  startsAt: Date,
  endsAt: Date | null,
  zone: string,
  languages: readonly string[],
): string {
  const words = locale(languages);
  const day = new Intl.DateTimeFormat(words, { dateStyle: "full", timeZone: zone });
  const time = new Intl.DateTimeFormat(words, { timeStyle: "short", timeZone: zone });
  const start = `${day.format(startsAt)}, ${time.format(startsAt)}`;
  if (!endsAt) return start;
  const end = time.format(endsAt);
  return day.format(startsAt) === day.format(endsAt)
    ? `${start} – ${end}`
    : `${start} – ${day.format(endsAt)}, ${end}`;
}

/** The same span in another zone: its day only where that is another one there. */
export function spanElsewhere(
  startsAt: Date,
  endsAt: Date | null,
  zones: { here: string; there: string },
  languages: readonly string[],
): string {
  const day = (timeZone: string) =>
    new Intl.DateTimeFormat(locale(languages), { dateStyle: "full", timeZone }).format(startsAt);
  const span = spanIn(startsAt, endsAt, zones.there, languages);
  return day(zones.here) === day(zones.there) ? span.slice(day(zones.there).length + 2) : span;
}

/** A time of the day, with the day where that is not today. */
export function momentIn(moment: Date, now: Date, zone: string, languages: readonly string[]): string {
  const time = timeIn(moment, zone, languages);
  const day = new Intl.DateTimeFormat(locale(languages), { day: "numeric", month: "long", timeZone: zone });
  return day.format(moment) === day.format(now) ? time : `${time} on ${day.format(moment)}`;
}

/** A time of the day. */
export function timeIn(moment: Date, zone: string, languages: readonly string[]): string {
  return new Intl.DateTimeFormat(locale(languages), { timeStyle: "short", timeZone: zone }).format(moment);
}

/** A time of the day to the second, as a record needs it. */
export function secondIn(moment: Date, zone: string, languages: readonly string[]): string {
  return new Intl.DateTimeFormat(locale(languages), { timeStyle: "medium", timeZone: zone }).format(moment);
}

/** Whether the two zones' clocks show something else then. */
export function differ(zone: string, other: string, moment: Date): boolean {
  const clock = (timeZone: string) =>
    new Intl.DateTimeFormat("en-GB", { dateStyle: "short", timeStyle: "short", timeZone }).format(moment);
  try {
    return clock(zone) !== clock(other);
  } catch {
    // A zone that this browser has not heard of yet.
    return false;
  }
}

/** "2 d 3 h", "1 h 5 min", "4:09": the less there is, the finer. */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1_000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return `${Math.floor(hours / 24)} d ${hours % 24} h`;
  if (hours >= 1) return `${hours} h ${minutes % 60} min`;
  return clock(seconds);
}

/** "4:09", "1:02:03". */
export function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3_600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
