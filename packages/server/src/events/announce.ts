import type { Static } from "typebox";
import type { Context } from "#database/context.ts";
import { sql } from "#database/statement.ts";
import type { catalogue, EventType } from "./catalogue.ts";

/** The PostgreSQL channel that carries what is gone once it is delivered. */
const ephemeralChannel = "convene_ephemeral";

/**
 * Tells every server process of something that is worth nothing later, such as an emoji: it is sent when the
 * transaction commits, and never stored.
 */
export async function announce<Type extends EventType>(
  { tx, actor }: Context,
  event: { type: Type; payload: Static<(typeof catalogue)[Type]["payload"]> },
): Promise<void> {
  const message = JSON.stringify({ organizationId: actor.organizationId, ...event });
  await tx.all(sql`select pg_notify(${ephemeralChannel}, ${message})`);
}
