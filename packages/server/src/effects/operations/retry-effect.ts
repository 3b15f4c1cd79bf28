import { notFound, refuse } from "#kernel/errors.ts";
import type { OpenRecipients } from "../effect.ts";
import { lockEffect } from "../inspection-store.ts";
import type { Inspector } from "../inspector.ts";
import { callEffect, replayEffects } from "../plan.ts";
import { getEffect } from "./get-effect.ts";
import { note } from "./note.ts";

/** Sends what failed, was dropped or waits for a later time now, under its old identity. */
export async function retryEffect(
  inspector: Inspector,
  id: string,
  openRecipients: OpenRecipients,
): ReturnType<typeof getEffect> {
  const { tx, organizationId, now } = inspector;
  const effect = await lockEffect(tx, organizationId, id);
  if (!effect) throw notFound("effect");
  if (effect.state === "delivered") throw refuse("conflict", "it was delivered");
  const open = await openRecipients[effect.channel]?.(tx, organizationId);
  if (open && !open.includes(effect.recipient))
    throw refuse("conflict", "its recipient is switched off or removed");
  if (!effect.hasContent) throw refuse("conflict", "what it said is gone");
  if (effect.isTaken) throw refuse("conflict", "it is being sent at this moment");
  if (effect.state === "waiting") await callEffect(tx, organizationId, id, effect.channel, now);
  else await replayEffects(tx, organizationId, [id], now);
  await note(inspector, { type: "effect.retried", subjectId: id, payload: { channel: effect.channel } });
  return getEffect(inspector, id);
}
