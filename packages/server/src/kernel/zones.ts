import { Temporal } from "temporal-polyfill";
import railsZones from "./rails-time-zones.json" with { type: "json" };

// Maps, because a plain object also answers to "constructor" and "__proto__".
const rails = new Map(Object.entries(railsZones));

/**
 * Lower-cased IANA name → the name in its usual case. Only names that exist are kept (some 600), so that
 * hostile names cannot fill the memory.
 */
const known = new Map<string, string>();

/** What `ActiveSupport::TimeZone#to_s` puts before the name: `(GMT-08:00) Pacific Time (US & Canada)`. */
const PREFIX = /^\(GMT[+-](?:0\d|1[0-4]):[0-5]\d\) /;

/**
 * The characters of the tz database's names. A name starts with a letter: "+05:00" is an offset, which newer
 * engines take for a zone. The longest name in use has 32 characters.
 */
const IANA_SHAPE = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/;
const IANA_LONGEST = 64;

/**
 * The IANA zone that a name stands for, or null when there is none.
 *
 * Takes the names of Ruby on Rails (exactly as Rails writes them) and IANA names (in any case, links included:
 * the answer has the usual case, but a link stays a link), both with or without the `(GMT±hh:mm)` that Rails
 * shows before a name. That offset is the zone's standard one, and only decoration: it is not compared.
 */
export function findZone(name: string): string | null {
  const bare = name.replace(PREFIX, "");
  return rails.get(bare) ?? findIanaZone(bare);
}

/** Whether the name is one of the IANA database, in any case. Offsets such as "+05:00" are not names. */
export function isIanaZone(name: string): boolean {
  return findIanaZone(name) !== null;
}

function findIanaZone(name: string): string | null {
  if (name.length > IANA_LONGEST || !IANA_SHAPE.test(name)) return null;
  const key = name.toLowerCase();
  const found = known.get(key);
  if (found !== undefined) return found;
  try {
    // Not Intl's own resolvedOptions(): it turns Asia/Kolkata into Asia/Calcutta and takes ICU's "PST".
    const zone = new Temporal.ZonedDateTime(0n, key).timeZoneId;
    known.set(key, zone);
    return zone;
  } catch {
    return null;
  }
}
