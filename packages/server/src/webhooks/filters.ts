import { catalogue, type EventType } from "#events/catalogue.ts";
import type { FieldError } from "#kernel/errors.ts";

/** Of whatever happens in the organization. */
export const everything = "*";

/** Gone once delivered: for those who watch at the moment, and never stored. */
const ephemeral: readonly EventType[] = ["mentorship.reaction.sent"];

/** What somebody did in inspection: it stands in the audit trail, and says nothing of the organization's business. */
const ofInspection: readonly EventType[] = ["effect.retried", "effects.retried", "job.retried"];

const untold = new Set<string>([...ephemeral, ...ofInspection]);

/** The types of events that webhooks tell of, with what each says. */
export const eventTypes: readonly { type: EventType; about: string }[] = Object.entries(catalogue)
  .map(([type, { about }]) => ({ type: type as EventType, about }))
  .filter(({ type }) => !untold.has(type));

/** Whether any of an endpoint's filters lets a type through: the type itself, `mentorship.*`, or `*`. */
export const matches = (filters: readonly string[], type: string): boolean =>
  !untold.has(type) && filters.some((filter) => lets(filter, type));

const lets = (filter: string, type: string): boolean =>
  filter === everything || filter === type || (filter.endsWith(".*") && type.startsWith(filter.slice(0, -1)));

/** A filter that lets nothing through is a typo. `body` is whatever was sent. */
export function filterFaults(body: unknown): FieldError[] {
  const events: unknown = typeof body === "object" && body !== null ? Reflect.get(body, "events") : undefined;
  if (!Array.isArray(events)) return [];
  return events.flatMap((filter, n) => {
    if (typeof filter !== "string" || eventTypes.some(({ type }) => lets(filter, type))) return [];
    return [
      {
        pointer: `/events/${n}`,
        detail: "must be * or a type of event, or begin one and end in .*, such as mentorship.*",
      },
    ];
  });
}
