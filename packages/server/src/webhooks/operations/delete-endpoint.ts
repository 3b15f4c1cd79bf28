import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { addJobs } from "#events/jobs.ts";
import { type Endpoint, deleteEndpoint as removeEndpoint } from "../store.ts";
import { dropJob } from "../tasks.ts";
import { admitToLocked } from "./admit.ts";

/** Removes an endpoint with its secrets. What was sent there stays in the log of effects for its time. */
export async function deleteEndpoint(context: Context, id: string): Promise<Endpoint> {
  const { tx, actor } = context;
  const endpoint = await admitToLocked(context, id);
  await removeEndpoint(tx, actor.organizationId, id);
  append(context, {
    type: "webhook.endpoint_deleted",
    subjectId: id,
    version: endpoint.version + 1,
    payload: { endpointId: id },
  });
  await addJobs(tx, [dropJob(actor.organizationId, id)]);
  return endpoint;
}
