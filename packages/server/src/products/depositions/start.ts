import { hasControlCharacter } from "#kernel/text.ts";
import { parseWallDate, parseWallTime, resolveWallTime } from "#kernel/wall-time.ts";
import { findZone } from "#kernel/zones.ts";

/** The agreed start on the wall clock of its place, as it was given. */
export interface LocalStart {
  startDate: string;
  startTime: string;
  timeZone: string;
}

/** A member of the request that makes no start, and why. */
export interface StartFault {
  member: "start_date" | "start_time" | "time_zone";
  detail: string;
}

/** The release of the tz database that this process computes with, such as 2025b. Releases sort as text. */
export const zoneRules: string = process.versions.tz ?? "";

/** The IANA zone that a given time zone stands for, or null. */
export const zoneOf = (timeZone: string): string | null => findZone(withoutBlanks(timeZone));

/** Blanks around are no part of what was meant; control characters, such as line breaks, are left to be refused. */
const withoutBlanks = (given: string): string => (hasControlCharacter(given) ? given : given.trim());

/** The instant of a local start, or every fault of it: the clock may skip it even when each member is good. */
export function resolveStart(
  start: LocalStart,
): { ok: true; instant: Date } | { ok: false; faults: StartFault[] } {
  const date = parseWallDate(withoutBlanks(start.startDate));
  const time = parseWallTime(withoutBlanks(start.startTime));
  const zone = zoneOf(start.timeZone);
  if (date && time && zone) {
    const resolution = resolveWallTime({ date, time, zone });
    if (resolution.ok) return resolution;
    const { from, to } = resolution.gap;
    const detail = `does not exist on this day: the clock goes from ${from} to ${to}`;
    return { ok: false, faults: [{ member: "start_time", detail }] };
  }
  return { ok: false, faults: memberFaults({ date, time, zone }) };
}

function memberFaults({ date, time, zone }: { date: unknown; time: unknown; zone: unknown }): StartFault[] {
  const faults: StartFault[] = [];
  if (!date) faults.push({ member: "start_date", detail: "must be a day of the calendar, as YYYY-MM-DD" });
  if (!time) faults.push({ member: "start_time", detail: "must be hh:mm AM/PM or HH:mm" });
  if (!zone) {
    const detail = "must be a time zone such as Pacific Time (US & Canada) or America/Los_Angeles";
    faults.push({ member: "time_zone", detail });
  }
  return faults;
}
