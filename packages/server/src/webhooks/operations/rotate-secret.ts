import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { hours, plus } from "#kernel/clock.ts";
import type { Vault } from "#kernel/vault.ts";
import { newWebhookSecret } from "../message.ts";
import { type Endpoint, replaceSecret } from "../store.ts";
import { admitToLocked } from "./admit.ts";

/** Time for receivers to take up the new secret. */
const overlap = hours(24);

/** Gives an endpoint a new secret, which this answer alone knows in clear. The former one signs beside it for a day. */
export async function rotateSecret(
  context: Context,
  vault: Vault,
  id: string,
): Promise<{ endpoint: Endpoint; secret: string }> {
  const { tx, actor, now } = context;
  const before = await admitToLocked(context, id);
  const secret = newWebhookSecret();
  const until = plus(now, overlap);
  const version = before.version + 1;
  await replaceSecret(tx, actor.organizationId, id, { secret: vault.seal(secret), until, version, now });
  append(context, {
    type: "webhook.secret_rotated",
    subjectId: id,
    version,
    payload: { endpointId: id },
  });
  return { endpoint: { ...before, previousSecretUntil: until, version, updatedAt: now }, secret };
}
