import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import type { Vault } from "#kernel/vault.ts";
import { everything } from "../filters.ts";
import { newWebhookSecret } from "../message.ts";
import type { CreateEndpoint } from "../schema.ts";
import { type Endpoint, insertEndpoint, lockAndCount } from "../store.ts";
import { admit } from "./admit.ts";

/** Each event is a row for each endpoint that it goes to. */
const mostEndpoints = 50;

/** Adds an endpoint. Its secret is stored sealed, and known in clear to this answer alone. */
export async function createEndpoint(
  context: Context,
  vault: Vault,
  { url, description = "", events = [everything] }: CreateEndpoint,
): Promise<{ endpoint: Endpoint; secret: string }> {
  const { tx, actor, now } = context;
  admit(context);
  if ((await lockAndCount(tx, actor.organizationId)) >= mostEndpoints)
    throw refuse("conflict", `an organization has at most ${mostEndpoints} endpoints`);
  const endpoint: Endpoint = {
    ...{ id: newId(), url: new URL(url).href, description, events, createdBy: actor.id, version: 1 },
    ...{ disabledAt: null, disabledReason: null, failingSince: null, lastSuccessAt: null },
    ...{ previousSecretUntil: null, createdAt: now, updatedAt: now },
  };
  const secret = newWebhookSecret();
  await insertEndpoint(tx, actor.organizationId, endpoint, vault.seal(secret));
  append(context, {
    type: "webhook.endpoint_created",
    subjectId: endpoint.id,
    payload: { endpointId: endpoint.id, events },
  });
  return { endpoint, secret };
}
