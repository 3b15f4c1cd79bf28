import type { Lead } from "./reminders.ts";

/**
 * A moment and how long it lasts, as its reader's clock shows it, with the zone named. The day is named again where it
 * ends on another one, and both offsets where the clocks are changed meanwhile.
 */
export function formatWhen(startsAt: Date, minutes: number, timeZone: string): string {
  const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
  const day = new Intl.DateTimeFormat("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone,
  });
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone });
  const [firstDay, lastDay] = [day.format(startsAt), day.format(endsAt)];
  const end = firstDay === lastDay ? clock.format(endsAt) : `${lastDay}, ${clock.format(endsAt)}`;
  const offsets = new Set([offsetAt(startsAt, timeZone), offsetAt(endsAt, timeZone)]);
  return `${firstDay}, ${clock.format(startsAt)} – ${end} (${timeZone}, ${[...offsets].join(", then ")})`;
}

/**
 * A session's start in words that stay true however late they are read: the day of one that is far, and the clock alone
 * of one that begins shortly.
 */
export function formatStart(startsAt: Date, lead: Lead, timeZone: string): string {
  if (lead === "24h") return `on ${formatMoment(startsAt, timeZone)}`;
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone });
  return `at ${clock.format(startsAt)} (${timeZone}, ${offsetAt(startsAt, timeZone)})`;
}

/** A moment as its reader's clock shows it, with the zone named. */
export function formatMoment(instant: Date, timeZone: string): string {
  const text = new Intl.DateTimeFormat("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  }).format(instant);
  return `${text} (${timeZone}, ${offsetAt(instant, timeZone)})`;
}

/** The zone's offset at an instant, such as GMT-5. */
function offsetAt(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone, timeZoneName: "shortOffset" }).formatToParts(
    instant,
  );
  return parts.find((part) => part.type === "timeZoneName")?.value ?? "GMT";
}

/** Minutes as people say them: 90 is "1 h 30 min". */
export function formatMinutes(minutes: number): string {
  const whole = Math.round(minutes);
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  return [hours > 0 ? `${hours} h` : "", rest > 0 || hours === 0 ? `${rest} min` : ""]
    .filter(Boolean)
    .join(" ");
}
