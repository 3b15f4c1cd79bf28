import type { KeyScope } from "#database/idempotency.ts";
import type { Transaction } from "#database/tenancy.ts";
import { clearTimer, setTimer } from "#events/jobs.ts";
import { minutes, plus, seconds } from "#kernel/clock.ts";
import { type Refusal, refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import type { Meeting } from "#rooms/video-provider.ts";
import {
  deleteIntent,
  type IntentHold,
  insertIntent,
  lockIntent,
  lockIntentFor,
  type MeetingIntent,
  updateIntent,
} from "./meeting-intents-store.ts";
import { slugTaken, takeWantedSlug } from "./slugs.ts";
import { drawSessionId, releaseSlug } from "./store.ts";
import { tasks } from "./subscribers.ts";

/** Nobody takes over what is being asked for: the provider answers or refuses within half of it, twice at most. */
const holdTime = seconds(45);

/** Whoever repeats a request that got no answer has so long to find what came of it, before it is removed. */
const grace = minutes(1);

/** So long after it was asked for, a meeting that was not answered can still turn up. */
const settling = minutes(3);

/** The request in whose name a meeting is wanted, where it came under an Idempotency-Key. */
export interface RepeatableRequest {
  scope: KeyScope;
  fingerprint: string;
  isAnswered(tx: Transaction): Promise<boolean>;
}

/** The session that is to have a meeting. */
export interface SessionToBe {
  organizationId: string;
  /** Null for one that is yet to be written. */
  sessionId: number | null;
  title: string;
  /** The remote_session_id that it is to have; null for one from its title. */
  wanted: string | null;
}

/** An intent in one's hands: the slug is taken, and whatever may be at the provider is known or to be looked for. */
export interface HeldIntent {
  hold: IntentHold;
  intent: MeetingIntent;
  remoteSessionId: string;
  /** There may be a meeting from a try before this one. */
  wasInDoubt: boolean;
}

/**
 * Begins to make a meeting, or goes on with what a request before left unfinished: takes the slug and writes the
 * intent. Null when the request is a repeat that was answered. Throws where somebody else is at it at this moment,
 * because that says nothing of the request; that the slug is taken is an answer.
 */
export async function holdIntent(
  tx: Transaction,
  session: SessionToBe,
  request: RepeatableRequest | null,
  now: Date,
): Promise<HeldIntent | { refusal: Refusal } | null> {
  const { organizationId } = session;
  if (await request?.isAnswered(tx)) return null;
  const key = request && JSON.stringify([request.scope.caller, request.scope.route, request.scope.key]);
  const known = await lockIntentFor(tx, organizationId, {
    idempotencyKey: key,
    sessionId: session.sessionId,
  });
  if (known && !mayTakeOver(known, key, request, now)) return null;
  const next: MeetingIntent = {
    ...{
      id: known?.id ?? newId(),
      sessionId: known?.sessionId ?? session.sessionId ?? (await drawSessionId(tx)),
    },
    ...{ idempotencyKey: key, fingerprint: request?.fingerprint ?? null },
    ...{ state: "asking", attempt: (known?.attempt ?? 0) + 1, heldUntil: plus(now, holdTime), askedAt: now },
    ...{ isInDoubt: true, meeting: known?.state === "made" ? known.meeting : null },
  };
  const held = { organizationId, id: next.id, attempt: next.attempt };
  if (!known && !(await insertIntent(tx, organizationId, next)))
    throw await beatenBy(tx, session, key, request, now);
  // Once more: whoever had the key until now has committed answer and intent together.
  if (await request?.isAnswered(tx)) {
    if (!known) await deleteIntent(tx, held);
    return null;
  }
  if (known) await releaseSlug(tx, known.sessionId);
  const remoteSessionId = await takeWantedSlug(
    tx,
    { id: next.sessionId, title: session.title },
    session.wanted,
  );
  if (remoteSessionId === null) {
    if (known) await loseIntent(tx, { ...held, attempt: known.attempt }, known, now);
    else await deleteIntent(tx, held);
    return { refusal: slugTaken() };
  }
  if (known) await updateIntent(tx, { ...held, attempt: known.attempt }, next);
  await setTimer(tx, sweepOf(held), next.heldUntil, now);
  const wasInDoubt = known !== null && (known.isInDoubt || known.state === "unwanted");
  return { hold: held, intent: next, remoteSessionId, wasInDoubt };
}

/** What to say to whom another request came before by a moment. */
async function beatenBy(
  tx: Transaction,
  { organizationId, sessionId }: SessionToBe,
  key: string | null,
  request: RepeatableRequest | null,
  now: Date,
): Promise<Refusal> {
  const other = await lockIntentFor(tx, organizationId, { idempotencyKey: key, sessionId });
  if (other) mayTakeOver(other, key, request, now);
  return refuse("request_in_progress");
}

/** False when it has its session already. Refuses where it is somebody's, or another request's. */
function mayTakeOver(
  known: MeetingIntent,
  key: string | null,
  request: RepeatableRequest | null,
  now: Date,
): boolean {
  const isSameKey = key !== null && known.idempotencyKey === key;
  if (isSameKey && known.fingerprint !== request?.fingerprint) throw refuse("idempotency_key_reused");
  if (known.state === "used") return false;
  if (known.heldUntil <= now) return true;
  throw isSameKey
    ? refuse("request_in_progress")
    : refuse("conflict", "the session is being scheduled at this moment");
}

/** Writes down the meeting that the provider made. Refuses when somebody took over meanwhile. */
export async function recordMeeting(
  tx: Transaction,
  { hold: held, intent, wasInDoubt }: HeldIntent,
  meeting: Meeting,
): Promise<void> {
  const made: MeetingIntent = { ...intent, state: "made", meeting, isInDoubt: wasInDoubt };
  if (!(await updateIntent(tx, held, made))) throw takenOver();
}

/** Gives the meeting to its session, in the transaction that schedules it. Refuses when somebody took over meanwhile. */
export async function useMeeting(tx: Transaction, held: IntentHold, now: Date): Promise<Meeting> {
  const intent = await lockIntent(tx, held.organizationId, held.id);
  if (intent?.attempt !== held.attempt || intent.state !== "made" || !intent.meeting) throw takenOver();
  if (intent.isInDoubt) {
    await updateIntent(tx, held, { ...intent, state: "used", heldUntil: now });
    await setTimer(tx, sweepOf(held), plus(intent.askedAt, settling), now);
  } else {
    await deleteIntent(tx, held);
    await clearTimer(tx, sweepOf(held).key);
  }
  return intent.meeting;
}

const takenOver = () =>
  refuse("provider_unavailable", "it took too long, and somebody else went on with it; try again");

/**
 * Gives up what did not become a session: the slug is free again, and a meeting that there is, or may be, is removed
 * by and by. Nothing happens when the session has it, or somebody took over.
 */
export async function letGo(
  tx: Transaction,
  held: IntentHold,
  { mayExist }: { mayExist: boolean },
  now: Date,
): Promise<void> {
  const intent = await lockIntent(tx, held.organizationId, held.id);
  if (intent?.attempt !== held.attempt || intent.state === "used" || intent.state === "unwanted") return;
  const isInDoubt = intent.state === "made" ? intent.isInDoubt : mayExist;
  await releaseSlug(tx, intent.sessionId);
  await loseIntent(tx, held, { ...intent, isInDoubt }, now);
}

async function loseIntent(
  tx: Transaction,
  held: IntentHold,
  intent: MeetingIntent,
  now: Date,
): Promise<void> {
  if (!intent.isInDoubt && !intent.meeting) {
    await deleteIntent(tx, held);
    return clearTimer(tx, sweepOf(held).key);
  }
  await updateIntent(tx, held, { ...intent, state: "unwanted", heldUntil: now });
  await setTimer(tx, sweepOf(held), intent.isInDoubt ? plus(now, grace) : now, now);
}

/** What is to be removed at the provider, taken for so long that nobody uses it meanwhile. */
export async function holdForSweep(
  tx: Transaction,
  { organizationId, id }: Omit<IntentHold, "attempt">,
  now: Date,
): Promise<{ hold: IntentHold; intent: MeetingIntent } | null> {
  const known = await lockIntent(tx, organizationId, id);
  if (!known) return null;
  const held = { organizationId, id, attempt: known.attempt + 1 };
  if (known.heldUntil > now) {
    await setTimer(tx, sweepOf(held), known.heldUntil, now);
    return null;
  }
  const intent: MeetingIntent = {
    ...known,
    state: known.state === "used" ? "used" : "unwanted",
    attempt: held.attempt,
    heldUntil: plus(now, holdTime),
  };
  // Before the provider is asked, which may be away for long.
  if (intent.state === "unwanted") await releaseSlug(tx, known.sessionId);
  await updateIntent(tx, { ...held, attempt: known.attempt }, intent);
  return { hold: held, intent };
}

/** Once all that was found is removed: forgets the intent, unless another meeting can yet turn up. */
export async function settleIntent(
  tx: Transaction,
  held: IntentHold,
  intent: MeetingIntent,
  now: Date,
): Promise<void> {
  const settledAt = plus(intent.askedAt, settling);
  if (!intent.isInDoubt || settledAt <= now) return deleteIntent(tx, held);
  const meeting = intent.state === "used" ? intent.meeting : null;
  await updateIntent(tx, held, { ...intent, meeting, heldUntil: now });
  await setTimer(tx, sweepOf(held), settledAt, now);
}

/** Lets others have it again, after a fault. */
export const releaseIntent = (
  tx: Transaction,
  held: IntentHold,
  intent: MeetingIntent,
  now: Date,
): Promise<boolean> => updateIntent(tx, held, { ...intent, heldUntil: now });

const sweepOf = ({ organizationId, id }: Omit<IntentHold, "attempt">) => ({
  task: tasks.sweepMeeting,
  key: `${tasks.sweepMeeting}:${id}`,
  payload: { organizationId, intentId: id },
});
