import type { PlacedEvent } from "#events/log.ts";

/** Events that are remembered at least, of all organizations together, once so many have happened. */
const remembered = 2_000;

/** The last events that this process has handed on: readers who come back after a moment need no look at the database. */
export interface Recent {
  /** Says that all events from this position on will be added. */
  begin(position: number): void;
  add(event: PlacedEvent): void;
  /** The position of an organization's event; null for one that is not remembered. */
  positionOf(organizationId: string, id: string): number | null;
  /** All events of an organization after one position and up to another; null where not all are remembered. */
  between(organizationId: string, after: number, until: number): PlacedEvent[] | null;
}

export function createRecent(): Recent {
  let events: PlacedEvent[] = [];
  const byId = new Map<string, PlacedEvent>();
  /** All events after the one position and up to the other are there. */
  let [from, until] = [0, 0];

  function forget(count: number): void {
    for (const { id, position } of events.slice(0, count)) {
      byId.delete(id);
      from = position;
    }
    events = events.slice(count);
  }
  return {
    begin(position) {
      // While nobody read, nothing was handed on: what was remembered goes on only if nothing happened.
      if (position === until) return;
      forget(events.length);
      [from, until] = [position, position];
    },
    add(event) {
      events.push(event);
      byId.set(event.id, event);
      until = event.position;
      // Many at a time: each would move all others.
      if (events.length >= 2 * remembered) forget(remembered);
    },
    positionOf(organizationId, id) {
      const event = byId.get(id);
      return event?.organizationId === organizationId ? event.position : null;
    },
    between(organizationId, after, upTo) {
      if (after < from || upTo > until) return null;
      // From the end: few have missed much.
      const first = events.findLastIndex(({ position }) => position <= after) + 1;
      return events
        .slice(first)
        .filter((event) => event.organizationId === organizationId && event.position <= upTo);
    },
  };
}
