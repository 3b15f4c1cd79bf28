import type { Transaction } from "#database/tenancy.ts";
import type { Outcome } from "#effects/effect.ts";
import { appendByServer } from "#events/append.ts";
import { addJobs } from "#events/jobs.ts";
import { notify } from "#notifications/notify.ts";
import { warningOf } from "../notices.ts";
import { disableEndpoint, type Tried } from "../sending-store.ts";
import { findWarned } from "../store.ts";
import { dropJob } from "../tasks.ts";

interface Why {
  reason: "gone" | "failing";
  /** Of the last attempt. */
  outcome: Outcome;
}

/** Switches off an endpoint that wants no more, or where nothing arrives, and warns those who look after it. */
export async function switchOff(
  tx: Transaction,
  tried: Tried,
  { reason, outcome }: Why,
  now: Date,
): Promise<void> {
  const { organizationId, id } = tried;
  const endpoint = await disableEndpoint(tx, tried, reason, now);
  if (!endpoint) return;
  appendByServer({ tx, organizationId, now, task: "webhooks" }, [
    {
      type: "webhook.endpoint_disabled",
      subjectId: id,
      version: endpoint.version,
      payload: { endpointId: id, reason },
    },
  ]);
  await addJobs(tx, [dropJob(organizationId, id)]);
  const warned = await findWarned(tx, organizationId, endpoint.createdBy);
  const cause = {
    organizationId,
    eventId: null,
    cause: `disabled:${id}:${endpoint.version}`,
    subjectId: id,
  };
  const notices = warned.map((person) => warningOf(person, endpoint, reason, outcome, now));
  await notify(tx, cause, notices, now);
}
