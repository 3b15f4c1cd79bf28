import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { refuse } from "#kernel/errors.ts";
import { newPersonId, newSecret } from "#kernel/ids.ts";
import { readInstant } from "#kernel/instant.ts";
import { type ApiKey, insertApiKey } from "../api-keys-store.ts";
import type { CreateApiKey } from "../organization-schema.ts";
import { mayAdminister } from "../policy.ts";
import { hashSecret, writeApiKey } from "../secrets.ts";

/** Makes an API key. Its text is known to this answer alone: only the secret's hash is stored. */
export async function createApiKey(
  context: Context,
  { name, scopes, expiresAt }: CreateApiKey,
): Promise<{ key: ApiKey; text: string }> {
  const { tx, actor, now } = context;
  if (!mayAdminister(actor)) throw refuse("forbidden", "it takes the role OrganizationAdmin");
  const secret = newSecret();
  const key = {
    id: newPersonId(),
    name,
    scopes,
    createdBy: actor.id,
    createdAt: now,
    expiresAt: expiresAt ? readInstant(expiresAt) : null,
    lastUsedAt: null,
    revokedAt: null,
  };
  await insertApiKey(tx, actor.organizationId, key, hashSecret(secret));
  append(context, { type: "api_key.created", subjectId: key.id, payload: { keyId: key.id, scopes } });
  return { key, text: writeApiKey(key.id, secret) };
}
