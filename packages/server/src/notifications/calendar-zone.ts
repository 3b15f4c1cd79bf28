import type { Temporal } from "temporal-polyfill";

type Moment = Temporal.ZonedDateTime;

/**
 * A zone as a VTIMEZONE (RFC 5545, 3.6.5) that is right from one instant to another. It is made from the same rules
 * that the server's own times come from, so that both always agree: ready-made definitions know one rule for each
 * zone, and none of those whose clocks follow the moon or a government's mood.
 */
export function renderZone(zone: string, from: Moment, to: Moment): string {
  const changes = changesOf(from, to);
  const observances = changes.length > 0 ? observancesOf(changes) : [fixed(from)];
  return ["BEGIN:VTIMEZONE", `TZID:${zone}`, ...observances.flatMap(render), "END:VTIMEZONE"].join("\r\n");
}

/** A change of a zone's clocks. */
interface Change {
  at: Moment;
  /** The offset before, such as +0100; it tells what the clocks showed when they were changed. */
  before: string;
  after: string;
  /** What the clocks showed at that moment, before they were changed. */
  local: Temporal.PlainDateTime;
}

/** How many years after the last instant are looked at, to see whether the zone has a rule. */
const yearsAhead = 3;

/** The changes that matter: the one that holds at `from`, and those after it. None where the clocks stand still. */
function changesOf(from: Moment, to: Moment): Change[] {
  const next = from.getTimeZoneTransition("next");
  const until = to.add({ years: yearsAhead }).epochMilliseconds;
  if (!next || next.epochMilliseconds > until) return [];
  const changes: Change[] = [];
  let at: Moment | null = from.add({ nanoseconds: 1 }).getTimeZoneTransition("previous") ?? next;
  for (; at && at.epochMilliseconds <= until; at = at.getTimeZoneTransition("next"))
    changes.push(changeAt(at));
  return changes;
}

function changeAt(at: Moment): Change {
  const previous = at.subtract({ nanoseconds: 1 });
  const shift = at.offsetNanoseconds - previous.offsetNanoseconds;
  const local = at.toPlainDateTime().subtract({ nanoseconds: shift });
  return { at, before: offset(previous), after: offset(at), local };
}

/** Times of the year at which clocks are changed alike; `rule` where there is one for all of them. */
interface Observance {
  kind: "STANDARD" | "DAYLIGHT";
  before: string;
  after: string;
  starts: string;
  rule: string | null;
}

/** Forward and back, each by one rule where all its changes follow one, else each change for itself. */
function observancesOf(changes: readonly Change[]): Observance[] {
  const kinds = Map.groupBy(changes, (change) => `${change.before} ${change.after}`);
  return [...kinds.values()].flatMap((same) => {
    const [first] = same;
    const rule = ruleOf(same);
    return first && rule !== null
      ? [observance(first, rule)]
      : same.map((change) => observance(change, null));
  });
}

const observance = ({ at, before, after, local }: Change, rule: string | null): Observance => {
  const isForward = at.offsetNanoseconds > at.subtract({ nanoseconds: 1 }).offsetNanoseconds;
  const kind = isForward ? "DAYLIGHT" : "STANDARD";
  return { kind, before, after, starts: basic(local), rule };
};

/** Clocks that stand still. */
const fixed = (from: Moment): Observance => ({
  kind: "STANDARD",
  before: offset(from),
  after: offset(from),
  starts: "19700101T000000",
  rule: null,
});

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** The n-th or last such weekday of a month, each year, where that is what all these changes are; else null. */
function ruleOf(changes: readonly Change[]): string | null {
  const days = changes.map(({ local }) => local);
  const [first] = days;
  if (!first || days.length < 2) return null;
  const time = (day: Temporal.PlainDateTime) => `${day.month} ${day.dayOfWeek} ${day.toPlainTime()}`;
  if (!days.every((day, n) => time(day) === time(first) && day.year === first.year + n)) return null;
  const weekday = weekdays[first.dayOfWeek - 1];
  const week = (day: Temporal.PlainDateTime) => Math.ceil(day.day / 7);
  if (days.every((day) => day.day + 7 > day.daysInMonth))
    return `FREQ=YEARLY;BYMONTH=${first.month};BYDAY=-1${weekday}`;
  if (days.every((day) => week(day) === week(first)))
    return `FREQ=YEARLY;BYMONTH=${first.month};BYDAY=${week(first)}${weekday}`;
  return null;
}

const render = ({ kind, before, after, starts, rule }: Observance): string[] => [
  `BEGIN:${kind}`,
  `DTSTART:${starts}`,
  `TZOFFSETFROM:${before}`,
  `TZOFFSETTO:${after}`,
  ...(rule ? [`RRULE:${rule}`] : []),
  `END:${kind}`,
];

/** Such as +0100; seconds only where a zone has them. */
function offset(moment: Moment): string {
  const seconds = Math.abs(moment.offsetNanoseconds) / 1e9;
  const parts = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(two);
  const sign = moment.offsetNanoseconds < 0 ? "-" : "+";
  return sign + (parts[2] === "00" ? parts.slice(0, 2) : parts).join("");
}

const basic = (time: Temporal.PlainDateTime): string =>
  `${String(time.year).padStart(4, "0")}${two(time.month)}${two(time.day)}T${two(time.hour)}${two(time.minute)}${two(time.second)}`;

const two = (n: number): string => String(Math.floor(n)).padStart(2, "0");
