import type { Context, ReadContext } from "#database/context.ts";
import type { Statements } from "#database/tenancy.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { mayManageWebhooks } from "../policy.ts";
import { type Endpoint, findEndpoint, lockEndpoint } from "../store.ts";

/** Refuses whoever may not look after the organization's webhooks. */
export function admit({ actor }: ReadContext): void {
  if (!mayManageWebhooks(actor)) throw refuse("forbidden", "it takes the role OrganizationAdmin");
}

/** One of the organization's endpoints, for those who look after them. */
export const admitTo = (context: ReadContext, id: string): Promise<Endpoint> =>
  asked(context, id, findEndpoint);

/** The same with its row locked until the transaction ends. */
export const admitToLocked = (context: Context, id: string): Promise<Endpoint> =>
  asked(context, id, lockEndpoint);

/** The same, of an endpoint that is to be sent something: it stays switched on until the transaction ends. */
export async function admitToOpen(context: Context, id: string): Promise<Endpoint> {
  const endpoint = await admitToLocked(context, id);
  if (endpoint.disabledAt) throw refuse("conflict", "the endpoint is switched off: switch it on first");
  return endpoint;
}

async function asked<Tx extends Statements>(
  context: ReadContext & { tx: Tx },
  id: string,
  find: (tx: Tx, organizationId: string, id: string) => Promise<Endpoint | null>,
): Promise<Endpoint> {
  admit(context);
  const endpoint = await find(context.tx, context.actor.organizationId, id);
  if (!endpoint) throw notFound("endpoint");
  return endpoint;
}
