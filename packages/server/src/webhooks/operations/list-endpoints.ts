import type { ReadContext } from "#database/context.ts";
import type { Page, Paged } from "#database/page.ts";
import { type Endpoint, listEndpoints as findEndpoints } from "../store.ts";
import { admit } from "./admit.ts";

/** One page of the organization's endpoints, and how many there are. */
export function listEndpoints(
  context: ReadContext,
  { limit = 50, offset = 0 }: Partial<Page>,
): Promise<Paged<Endpoint>> {
  admit(context);
  return findEndpoints(context.tx, context.actor.organizationId, { limit, offset });
}
