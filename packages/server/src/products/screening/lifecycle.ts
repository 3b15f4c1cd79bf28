import { days, minutes, plus } from "#kernel/clock.ts";
import { allows, type Transitions } from "#kernel/lifecycle.ts";

export const sessionStatuses = ["active", "completed", "expired"] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

/** What is stored of a session. `disqualified`: ended politely by an answer, and nobody reviews it. */
export type StoredStatus = "active" | "completed" | "disqualified";

/**
 * Which status may follow which. Nobody makes a session `expired`: store.ts reads every session as of an
 * instant, and one that is unreviewed at its `expiresAt` is expired from then on. One that an answer disqualifies
 * expires at that moment.
 */
const transitions: Transitions<SessionStatus> = {
  active: ["completed", "expired"],
  completed: ["expired"],
  expired: [],
};

export const sessionAllows = (from: SessionStatus, to: SessionStatus): boolean =>
  allows(transitions, from, to);

/** What reviewers see of a session: its status, its review and its end in one word. */
export const queueStates = ["waiting", "approved", "denied", "active", "expired", "disqualified"] as const;
export type QueueState = (typeof queueStates)[number];

export const reviewStatuses = ["pending_review", "approved", "denied"] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

const statesOfStatus: Record<SessionStatus, readonly QueueState[]> = {
  active: ["active"],
  completed: ["waiting", "approved", "denied"],
  expired: ["expired", "disqualified"],
};

const statesOfReview: Record<ReviewStatus, readonly QueueState[]> = {
  pending_review: ["waiting", "active", "expired", "disqualified"],
  approved: ["approved"],
  denied: ["denied"],
};

/** The states in which sessions of a status and a review are; null where neither is asked for. */
export function statesOf(asked: {
  status?: SessionStatus;
  reviewStatus?: ReviewStatus;
}): readonly QueueState[] | null {
  const { status, reviewStatus } = asked;
  if (!status && !reviewStatus) return null;
  const [ofStatus, ofReview] = [
    status ? statesOfStatus[status] : queueStates,
    reviewStatus ? statesOfReview[reviewStatus] : queueStates,
  ];
  return ofStatus.filter((state) => ofReview.includes(state));
}

/** The states that end by themselves when the time of a session is over. */
export const runningStates = ["active", "waiting"] as const satisfies readonly QueueState[];

/** What a reviewer can decide. */
export const verdicts = ["approved", "denied"] as const satisfies readonly ReviewStatus[];

const reviewTransitions: Transitions<ReviewStatus> = {
  pending_review: verdicts,
  approved: [],
  denied: [],
};

export const reviewAllows = (from: ReviewStatus, to: ReviewStatus): boolean =>
  allows(reviewTransitions, from, to);

/** How long a session can be answered and reviewed, unless its template says how long it can be answered. */
const timeToLive = days(30);

/** How long before a session expires those who oversee reviews are reminded of it. */
export const warningTime = days(3);

/**
 * When a session that starts now began, and when it expires unless it is finished by then. Both are whole seconds, as
 * the document shows them, so that order, expiry and presentation agree.
 */
export function lifetime(now: Date, timeLimitMinutes: number | null): { createdAt: Date; expiresAt: Date } {
  const createdAt = wholeSecond(now);
  const expiresAt =
    timeLimitMinutes === null ? reviewableUntil({ createdAt }) : plus(createdAt, minutes(timeLimitMinutes));
  return { createdAt, expiresAt };
}

/** When a finished session expires unless it is reviewed by then. */
export const reviewableUntil = ({ createdAt }: { createdAt: Date }): Date => plus(createdAt, timeToLive);

/** What was finished by this instant, and is still unreviewed, has expired whenever it began. */
export const noneWaitsSince = (now: Date): Date => plus(now, -timeToLive);

/** The second in which an instant lies. */
export const wholeSecond = (instant: Date): Date => plus(instant, -instant.getMilliseconds());

export const templateStatuses = ["draft", "published"] as const;
export type TemplateStatus = (typeof templateStatuses)[number];
