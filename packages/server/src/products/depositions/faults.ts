import type { FieldError } from "#kernel/errors.ts";
import { normaliseSlug } from "#kernel/slug.ts";
import { resolveStart, type StartFault } from "./start.ts";

/**
 * What the schemas cannot state about the bodies. These run beside the schemas, so that every fault is named at
 * once, and therefore look only at what has the right type: the rest is the schema's to name.
 */

/** The faults of a scheduling request. */
export function requestFaults(body: unknown): FieldError[] {
  const request = member(body, "session_request");
  const session = member(request, "remote_session");
  const { remote_session_id: slug } = members(session);
  const at = "/session_request/remote_session";
  return [...startFaults(session, at), ...slugFaults(slug, `${at}/remote_session_id`)];
}

/** The faults of an update: date, time and zone say together when it is. */
export function updateFaults(body: unknown): FieldError[] {
  const places = [
    [member(body, "remote_session"), "/remote_session"],
    [member(member(body, "session_request"), "remote_session"), "/session_request/remote_session"],
  ] as const;
  return places.flatMap(([session, at]) => [...loneFaults(session, at), ...startFaults(session, at)]);
}

/** The faults of a confirmation. */
export const confirmFaults = (body: unknown): FieldError[] =>
  slugFaults(member(body, "remote_session_id"), "/remote_session_id");

const startMembers = ["start_date", "start_time", "time_zone"] as const;

function loneFaults(session: unknown, at: string): FieldError[] {
  const given = members(session);
  const missing = startMembers.filter((name) => given[name] === undefined);
  if (missing.length === startMembers.length) return [];
  const detail = "is required: start_date, start_time and time_zone change together";
  return missing.map((name) => ({ pointer: `${at}/${name}`, detail }));
}

function startFaults(session: unknown, at: string): FieldError[] {
  const { start_date, start_time, time_zone } = members(session);
  const texts = [start_date, start_time, time_zone].map((given) => (typeof given === "string" ? given : ""));
  const [startDate = "", startTime = "", timeZone = ""] = texts;
  const resolution = resolveStart({ startDate, startTime, timeZone });
  if (resolution.ok) return [];
  const isSent = ({ member: name }: StartFault) => typeof members(session)[name] === "string";
  return resolution.faults
    .filter(isSent)
    .map(({ member: name, detail }) => ({ pointer: `${at}/${name}`, detail }));
}

function slugFaults(given: unknown, pointer: string): FieldError[] {
  if (typeof given !== "string" || normaliseSlug(given) !== null) return [];
  const detail =
    "must be 1 to 100 letters, digits, spaces and - . _ ~ (unreserved characters of RFC 3986), not . or ..";
  return [{ pointer, detail }];
}

/** The members of an object, or none of anything else. */
const members = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? { ...value } : {};

const member = (value: unknown, name: string): unknown => members(value)[name];
