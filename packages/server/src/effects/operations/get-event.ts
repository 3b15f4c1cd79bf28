import type { Statements } from "#database/tenancy.ts";
import { type FeedEvent, findEvent } from "#events/feed.ts";
import { notFound } from "#kernel/errors.ts";
import { type InspectedEffect, listEffects } from "../inspection-store.ts";
import type { Inspector } from "../inspector.ts";

/** Effects shown with their event; an event of a large session can have thousands. */
const mostEffects = 100;

/** An event, and the effects that follow from it, the last planned first. */
export async function getEvent(
  { tx, organizationId }: Inspector<Statements>,
  id: string,
): Promise<{ event: FeedEvent; effects: InspectedEffect[]; hasMoreEffects: boolean }> {
  const event = await findEvent(tx, organizationId, id);
  if (!event) throw notFound("event");
  const effects = await listEffects(tx, organizationId, { eventId: id, limit: mostEffects + 1 });
  return { event, effects: effects.slice(0, mostEffects), hasMoreEffects: effects.length > mostEffects };
}
