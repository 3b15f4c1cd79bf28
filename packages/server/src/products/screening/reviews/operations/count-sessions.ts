import type { ReadContext } from "#database/context.ts";
import { refuse } from "#kernel/errors.ts";
import { mayView } from "../../policy.ts";
import { countSessions as count } from "../queue-store.ts";

/** How many sessions there are by template and state as of now, and of all templates. */
export async function countSessions({ tx, actor, now }: ReadContext): ReturnType<typeof count> {
  if (!mayView(actor)) throw refuse("forbidden", "it takes the role Coach");
  return count(tx, actor.organizationId, now);
}
