import type { BearerContext } from "#database/context.ts";
import { failDelivered } from "#effects/store.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { isUuid } from "#kernel/ids.ts";
import type { Vault } from "#kernel/vault.ts";
import { type BouncedEffect, lockEmail, noteDelay } from "../bounces-store.ts";
import type { ReportBounce } from "../mail-schema.ts";

interface Guard {
  vault: Vault;
  /** The operator's secret; null where nobody may report. */
  bounceToken: string | null;
}

/**
 * Takes the word of the operator's mail system that an e-mail, which its server had accepted, did not arrive. A
 * status of 4.x.x is a delay and only noted; one of 5.x.x is the end. Reporting again changes nothing.
 */
export async function reportBounce(
  { tx, now, bearer }: BearerContext,
  { vault, bounceToken }: Guard,
  { effectId, messageId, status, detail }: ReportBounce,
): Promise<BouncedEffect> {
  // By fingerprints, so that the time it takes says nothing of how much of a guess was right.
  if (bounceToken === null || vault.fingerprint(bearer) !== vault.fingerprint(bounceToken)) {
    throw refuse("unauthenticated");
  }
  const id = effectId ?? idIn(messageId ?? "");
  const effect = id === null ? null : await lockEmail(tx, id);
  if (!effect) throw notFound("e-mail");
  if (effect.state !== "delivered") return effect;
  const words = [status, detail].filter(Boolean).join(" ");
  if (status.startsWith("4.")) {
    const outcome = `delayed: ${words}`;
    await noteDelay(tx, effect, outcome);
    return { ...effect, outcome };
  }
  const outcome = `bounced: ${words}`;
  const { organizationId } = effect;
  await failDelivered(tx, [{ organizationId, id: effect.id, detail: outcome }], now);
  return { ...effect, state: "failed", outcome };
}

/** The effect in a Message-ID of ours, with or without its angle brackets. */
function idIn(messageId: string): string | null {
  const left = /^<?([^@<>]+)@/.exec(messageId.trim())?.[1] ?? "";
  return isUuid(left) ? left.toLowerCase() : null;
}
