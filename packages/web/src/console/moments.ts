/** The languages in which times are written: the reader's English, as the page is English. */
const locale = (): string =>
  navigator.languages.find((language) => /^en(-[A-Za-z]{2})?$/.test(language)) ?? "en-GB";

const day = 24 * 60 * 60 * 1000;

/** "in 2 hours", "3 days ago", "yesterday": by the largest unit that is not zero. */
export function fromNow(moment: string, now = Date.now()): string {
  const distance = new Date(moment).getTime() - now;
  const units = [
    ["day", day],
    ["hour", 60 * 60 * 1000],
    ["minute", 60 * 1000],
  ] as const;
  const words = new Intl.RelativeTimeFormat(locale(), { numeric: "auto" });
  for (const [unit, length] of units) {
    const amount = Math.trunc(distance / length);
    if (amount !== 0) return words.format(amount, unit);
  }
  return distance < 0 ? "just now" : "in a moment";
}

/** A day and a time, as short as can be understood. */
export const shortMoment = (moment: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "short" }).format(new Date(moment));

/** A day. */
export const shortDay = (moment: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: "medium" }).format(new Date(moment));

/** The day of a session that is to come: its weekday says more than its year. */
export const comingMoment = (moment: string): string =>
  new Intl.DateTimeFormat(locale(), {
    ...{ weekday: "long", day: "numeric", month: "long", hour: "numeric", minute: "2-digit" },
  } as const).format(new Date(moment));
