import type { ReadContext } from "#database/context.ts";
import { refuse } from "#kernel/errors.ts";
import { mayViewSettings } from "../../policy.ts";
import { findSettings, type Settings } from "../settings-store.ts";

/** What the organization wants of its screenings. */
export async function getSettings({ tx, actor }: ReadContext): Promise<Settings> {
  if (!mayViewSettings(actor)) throw refuse("forbidden", "it takes the role Manager");
  return findSettings(tx, actor.organizationId);
}
