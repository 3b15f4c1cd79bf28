import { findTroubledJob, rescheduleJob, type TroubledJob } from "#events/troubled-jobs.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import type { Inspector } from "../inspector.ts";
import { note } from "./note.ts";

/** Runs a job that failed or cannot go on now, with all its attempts before it. */
export async function retryJob(inspector: Inspector, id: string): Promise<TroubledJob> {
  const { tx, organizationId } = inspector;
  const job = await findTroubledJob(tx, organizationId, id);
  if (!job) throw notFound("job");
  if (job.isRunning) throw refuse("conflict", "it is running at this moment");
  const moved = await rescheduleJob(tx, id);
  await note(inspector, { type: "job.retried", subjectId: id, payload: { task: job.task } });
  return { ...job, ...moved };
}
