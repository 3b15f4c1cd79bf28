import { appendFor, type NewEvent } from "#events/append.ts";
import { nobodysOrganization } from "../effect.ts";
import type { Inspector } from "../inspector.ts";

/** Leaves in the audit trail who sent or ran something again; what belongs to no organization has none. */
export async function note<Type extends "effect.retried" | "effects.retried" | "job.retried">(
  inspector: Inspector,
  event: NewEvent<Type>,
): Promise<void> {
  const { organizationId, author } = inspector;
  if (organizationId !== nobodysOrganization) appendFor(inspector, organizationId, author, event);
}
