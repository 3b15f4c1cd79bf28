import type { Context } from "#database/context.ts";
import { appendAll, type NewEvent } from "#events/append.ts";
import type { EventType } from "#events/catalogue.ts";
import { addJobs } from "#events/jobs.ts";
import type { UpdateEndpoint } from "../schema.ts";
import { type Endpoint, updateEndpoint as saveEndpoint } from "../store.ts";
import { dropJob } from "../tasks.ts";
import { admitToLocked } from "./admit.ts";

/** Changes an endpoint, switches it on, or off. What is set to what it is changes nothing, and nobody is told. */
export async function updateEndpoint(context: Context, id: string, body: UpdateEndpoint): Promise<Endpoint> {
  const { tx, actor, now } = context;
  const before = await admitToLocked(context, id);
  const { enabled = before.disabledAt === null, url, ...others } = body;
  const given = { ...others, ...(url !== undefined && { url: new URL(url).href }) };
  const changed = (["url", "description", "events"] as const).filter(
    (member) =>
      given[member] !== undefined && JSON.stringify(given[member]) !== JSON.stringify(before[member]),
  );
  const isSwitched = enabled !== (before.disabledAt === null);
  const events: NewEvent<EventType>[] = [];
  if (changed.length > 0)
    events.push({ type: "webhook.endpoint_changed", subjectId: id, payload: { endpointId: id, changed } });
  if (isSwitched) events.push(switching(id, enabled));
  if (events.length === 0) return before;
  // What failed at another URL, or before somebody put it right, says nothing.
  const isFresh = changed.includes("url") || (isSwitched && enabled);
  const after: Endpoint = {
    ...before,
    ...given,
    ...(isFresh && { failingSince: null }),
    ...(isSwitched && {
      disabledAt: enabled ? null : now,
      disabledReason: enabled ? null : "switched_off",
    }),
    version: before.version + events.length,
    updatedAt: now,
  };
  await saveEndpoint(tx, actor.organizationId, after);
  appendAll(
    context,
    events.map((event, n) => ({ ...event, version: before.version + n + 1 })),
  );
  if (isSwitched && !enabled) await addJobs(tx, [dropJob(actor.organizationId, id)]);
  return after;
}

const switching = (id: string, enabled: boolean): NewEvent<EventType> =>
  enabled
    ? { type: "webhook.endpoint_enabled", subjectId: id, payload: { endpointId: id } }
    : {
        type: "webhook.endpoint_disabled",
        subjectId: id,
        payload: { endpointId: id, reason: "switched_off" },
      };
