import type { FeedEvent } from "#events/feed.ts";
import type { TroubledJob } from "#events/troubled-jobs.ts";
import { formatInstant } from "#kernel/instant.ts";
import type { InspectedAttempt, InspectedEffect } from "./inspection-store.ts";

export const presentEvent = (event: FeedEvent) => ({
  id: event.id,
  type: event.type,
  subjectId: event.subjectId,
  version: event.version,
  occurredAt: formatInstant(event.occurredAt),
  actor: { kind: event.actorKind, id: event.actorId },
  payload: event.payload,
});

export const presentEffect = (effect: InspectedEffect) => ({
  id: effect.id,
  channel: effect.channel,
  kind: effect.kind,
  eventId: effect.eventId,
  subjectId: effect.subjectId,
  recipient: effect.recipient,
  address: effect.address,
  title: effect.title,
  state: effect.state,
  attempts: effect.attempts,
  outcome: effect.outcome,
  dueAt: effect.state === "waiting" ? formatInstant(effect.dueAt) : null,
  createdAt: formatInstant(effect.createdAt),
  updatedAt: formatInstant(effect.updatedAt),
});

export const presentEffectWithHistory = (found: {
  effect: InspectedEffect;
  history: InspectedAttempt[];
}) => ({
  ...presentEffect(found.effect),
  history: found.history.map(presentAttempt),
});

const presentAttempt = (attempt: InspectedAttempt) => ({
  attempt: attempt.attempt,
  startedAt: formatInstant(attempt.startedAt),
  milliseconds: attempt.milliseconds,
  result: attempt.result,
  status: attempt.status,
  detail: attempt.detail,
});

export const presentJob = (job: TroubledJob) => ({
  id: job.id,
  task: job.task,
  key: job.key,
  state: stateOf(job),
  attempts: job.attempts,
  maxAttempts: job.maxAttempts,
  runAt: formatInstant(job.runAt),
  lastError: job.lastError && firstLine(job.lastError),
});

function stateOf({ isRunning, attempts, maxAttempts }: TroubledJob): "waiting" | "running" | "failed" {
  if (isRunning) return "running";
  return attempts < maxAttempts ? "waiting" : "failed";
}

/** Without what may stand in a message and is nobody's to read: further lines, and the credentials of a URL. */
const firstLine = (message: string): string =>
  (message.split("\n", 1)[0] ?? "").slice(0, 500).replaceAll(/\/\/[^\s/@]*@/g, "//…@");
