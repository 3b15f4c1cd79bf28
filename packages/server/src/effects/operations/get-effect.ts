import type { Statements } from "#database/tenancy.ts";
import { notFound } from "#kernel/errors.ts";
import {
  findEffect,
  type InspectedAttempt,
  type InspectedEffect,
  listAttempts,
} from "../inspection-store.ts";
import type { Inspector } from "../inspector.ts";

/** Attempts shown with their effect. */
const mostAttempts = 100;

/** An effect with the last attempts at it, newest first. */
export async function getEffect(
  { tx, organizationId }: Inspector<Statements>,
  id: string,
): Promise<{ effect: InspectedEffect; history: InspectedAttempt[] }> {
  const effect = await findEffect(tx, organizationId, id);
  if (!effect) throw notFound("effect");
  return { effect, history: await listAttempts(tx, organizationId, id, mostAttempts) };
}
