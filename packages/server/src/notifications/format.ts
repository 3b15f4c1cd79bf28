/** A moment and how long it lasts, as its reader's clock shows it, with the zone named. */
export function formatWhen(startsAt: Date, minutes: number, timeZone: string): string {
  const end = new Date(startsAt.getTime() + minutes * 60_000);
  const day = new Intl.DateTimeFormat("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone,
  }).format(startsAt);
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone });
  return `${day}, ${clock.format(startsAt)} – ${clock.format(end)} (${timeZone}, ${offsetAt(startsAt, timeZone)})`;
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
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  return [hours > 0 ? `${hours} h` : "", rest > 0 || hours === 0 ? `${rest} min` : ""]
    .filter(Boolean)
    .join(" ");
}
