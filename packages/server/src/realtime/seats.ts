import type { Broadcast } from "#events/broadcast.ts";
import { formatEvent } from "#kernel/event-stream.ts";
import type { Seat } from "./seat.ts";

/** What a stream is about: one topic of one organization. */
export interface Place {
  organizationId: string;
  topic: string;
}

/** What is told: of a stored event, its id and position. */
interface Told {
  organizationId: string;
  event: { id: string; position: number } | null;
  /** Asked only where the organization has readers. */
  tell: () => Broadcast[];
}

/** Who reads what in this process. */
export function createSeats() {
  const organizations = new Map<string, Map<string, Set<Seat>>>();
  return {
    take({ organizationId, topic }: Place, seat: Seat): void {
      const topics = organizations.get(organizationId) ?? new Map<string, Set<Seat>>();
      const seats = topics.get(topic) ?? new Set<Seat>();
      organizations.set(organizationId, topics.set(topic, seats.add(seat)));
    },

    leave({ organizationId, topic }: Place, seat: Seat): void {
      const topics = organizations.get(organizationId);
      const seats = topics?.get(topic);
      seats?.delete(seat);
      if (seats?.size === 0) topics?.delete(topic);
      if (topics?.size === 0) organizations.delete(organizationId);
    },

    /** Hands each topic's readers one buffer that they share, and says how many readers there were. */
    hand({ organizationId, event, tell }: Told): number {
      const topics = organizations.get(organizationId);
      if (!topics) return 0;
      let handed = 0;
      for (const { topic, name, data } of tell()) {
        const seats = topics.get(topic);
        if (!seats) continue;
        const chunk = formatEvent({ id: event?.id, name, data });
        for (const seat of seats) if (seat.take(chunk, event?.position ?? null)) handed += 1;
      }
      return handed;
    },
  };
}
