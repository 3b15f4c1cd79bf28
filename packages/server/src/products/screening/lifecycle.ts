import { days, plus } from "#kernel/clock.ts";
import { allows, type Transitions } from "#kernel/lifecycle.ts";

export const sessionStatuses = ["active", "completed", "expired"] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

/**
 * Which status may follow which. Nobody makes a session `expired`: store.ts reads every session as of an
 * instant, and one that is unreviewed at its `expiresAt` is expired from then on.
 */
const transitions: Transitions<SessionStatus> = {
  active: ["completed", "expired"],
  completed: ["expired"],
  expired: [],
};

export const sessionAllows = (from: SessionStatus, to: SessionStatus): boolean =>
  allows(transitions, from, to);

export const reviewStatuses = ["pending_review", "approved", "denied"] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

/** What a reviewer can decide. */
export const verdicts = ["approved", "denied"] as const satisfies readonly ReviewStatus[];

const reviewTransitions: Transitions<ReviewStatus> = {
  pending_review: verdicts,
  approved: [],
  denied: [],
};

export const reviewAllows = (from: ReviewStatus, to: ReviewStatus): boolean =>
  allows(reviewTransitions, from, to);

/** How long a session can be answered and reviewed. */
const timeToLive = days(30);

/** How long before a session expires those who oversee reviews are reminded of it. */
export const warningTime = days(3);

/**
 * When a session that starts now began and when it expires. Both are whole seconds, as the document shows
 * them, so that order, expiry and presentation agree.
 */
export function lifetime(now: Date): { createdAt: Date; expiresAt: Date } {
  const createdAt = plus(now, -now.getMilliseconds());
  return { createdAt, expiresAt: plus(createdAt, timeToLive) };
}

export const templateStatuses = ["draft", "published"] as const;
export type TemplateStatus = (typeof templateStatuses)[number];
