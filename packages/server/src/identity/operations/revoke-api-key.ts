import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { type ApiKey, lockApiKey, markKeyRevoked } from "../api-keys-store.ts";
import { mayAdminister } from "../policy.ts";

/** Revokes an API key. One that is revoked already stays so, and nobody is told again. */
export async function revokeApiKey(context: Context, id: string): Promise<ApiKey> {
  const { tx, actor, now } = context;
  if (!mayAdminister(actor)) throw refuse("forbidden", "it takes the role OrganizationAdmin");
  const key = await lockApiKey(tx, actor.organizationId, id);
  if (!key) throw notFound("API key");
  if (key.revokedAt) return key;
  await markKeyRevoked(tx, actor.organizationId, id, now);
  append(context, {
    type: "api_key.revoked",
    subjectId: id,
    payload: { keyId: id, scopes: key.scopes },
  });
  return { ...key, revokedAt: now };
}
