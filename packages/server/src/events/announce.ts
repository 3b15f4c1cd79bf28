import type { Static } from "typebox";
import type { Context } from "#database/context.ts";
import type { catalogue, EventType } from "./catalogue.ts";

/** The channel that carries what is gone once it is delivered. */
export const announcementsChannel = "convene_announcements";

/** What is told to every process and never stored. */
export interface Announcement {
  organizationId: string;
  type: EventType;
  payload: unknown;
}

/**
 * Tells every server process of something that is worth nothing later, such as an emoji: it is sent once the
 * transaction has committed, and never stored. At most 7,000 bytes; more are a fault of ours, and throw.
 */
export function announce<Type extends EventType>(
  { tx, actor }: Context,
  event: { type: Type; payload: Static<(typeof catalogue)[Type]["payload"]> },
): void {
  const announcement: Announcement = { organizationId: actor.organizationId, ...event };
  tx.signal(announcementsChannel, JSON.stringify(announcement));
}
