import type { ClaimedEffect } from "./attempts-store.ts";
import type { DeliveryParts } from "./deliver.ts";
import type { Channel, Deferral, Effect, Outcome } from "./effect.ts";

/** An effect with its content opened, and what came of the attempt at it. */
export interface Attempted {
  effect: Effect;
  outcome: Outcome | Deferral;
  startedAt: Date;
  milliseconds: number;
}

/** Tries to deliver an effect that was claimed. What a channel throws is an outcome like others. */
export async function attempt(
  parts: Pick<DeliveryParts, "clock" | "vault" | "onFault">,
  channel: Channel,
  claimed: ClaimedEffect,
): Promise<Attempted> {
  const startedAt = parts.clock();
  const begun = performance.now();
  const { effect, outcome } = await tryOnce(parts, channel, claimed);
  return { effect, outcome, startedAt, milliseconds: Math.round(performance.now() - begun) };
}

async function tryOnce(
  { vault, onFault }: Pick<DeliveryParts, "vault" | "onFault">,
  channel: Channel,
  { sealed, ...claimed }: ClaimedEffect,
): Promise<Pick<Attempted, "effect" | "outcome">> {
  let effect: Effect = { ...claimed, content: null };
  if (claimed.content === null)
    return { effect, outcome: { result: "dropped", detail: "its content is gone" } };
  try {
    effect = { ...effect, content: JSON.parse(sealed ? vault.open(claimed.content) : claimed.content) };
  } catch (fault) {
    onFault(effect, fault);
    return {
      effect,
      outcome: { result: "refused", detail: "its content cannot be read: was SECRET changed?" },
    };
  }
  try {
    const outcome = await channel.deliver(effect);
    if (outcome.result === "deferred") return { effect, outcome };
    return { effect, outcome: { ...outcome, detail: outcome.detail && storable(outcome.detail) } };
  } catch (fault) {
    onFault(effect, fault);
    const detail = storable(fault instanceof Error ? fault.message : String(fault));
    return { effect, outcome: { result: "unreachable", detail } };
  }
}

/** A receiver says what it likes; PostgreSQL keeps no U+0000, and people read no more than this. */
const storable = (detail: string): string => detail.replaceAll("\u0000", "").slice(0, 1_000);
