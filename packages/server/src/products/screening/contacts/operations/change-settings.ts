import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { refuse } from "#kernel/errors.ts";
import { mayChangeSettings } from "../../policy.ts";
import type { PutSettings } from "../erasure-schema.ts";
import { findSettings, putSettings, type Settings } from "../settings-store.ts";

/** Changes what the organization wants of its screenings. Setting what it is changes nothing. */
export async function changeSettings(context: Context, { retentionDays }: PutSettings): Promise<Settings> {
  const { tx, actor, now } = context;
  const { organizationId } = actor;
  if (!mayChangeSettings(actor)) throw refuse("forbidden", "it takes the role OrganizationAdmin");
  const before = await findSettings(tx, organizationId);
  // Nothing is kept of who said nothing.
  if (before.retentionDays === retentionDays) return before;
  const version = await putSettings(tx, organizationId, { retentionDays }, now);
  if (version === null) return findSettings(tx, organizationId);
  const event = { subjectId: organizationId, version, payload: { retentionDays } };
  append(context, { type: "screening.settings.changed", ...event });
  return { retentionDays, version };
}
