import type { Transaction } from "#database/tenancy.ts";

export const channels = ["email", "push", "webhook"] as const;
export type ChannelName = (typeof channels)[number];

/** `failed`: given up, or refused for good. `dropped`: nobody to send it to any more, they want none, or it is true no longer. */
export const effectStates = ["waiting", "delivered", "failed", "dropped"] as const;
export type EffectState = (typeof effectStates)[number];

/** The organization of what belongs to none, such as a password reset. */
export const nobodysOrganization = "00000000-0000-0000-0000-000000000000";

/** What is to be done for one recipient. */
export interface PlannedEffect {
  organizationId: string;
  channel: ChannelName;
  /** What it is, for people and filters: an event's type, or such as `mentorship.reminder`. */
  kind: string;
  /** The event that it follows from, where it follows from one. */
  eventId: string | null;
  /** What it follows from, of its own kind once for all time: the event's id, or such as `reminder:24h:<start>`. */
  cause: string;
  /** `person:…`, `invite:…`, `contact:…`, `device:…` or `endpoint:…` with its id. */
  recipient: string;
  /** To one recipient, what concerns one subject goes out in the order in which it was planned. */
  subjectId: string;
  /** Where it goes, as inspection shows it: an e-mail address, the host of a URL. */
  address: string | null;
  /** All that its channel needs, as JSON, or as the vault sealed that JSON. */
  content: string;
  /** The content is a secret: it is taken out of the row once the effect is over. */
  sealed: boolean;
}

/** An effect whose turn it is. */
export interface Effect {
  organizationId: string;
  id: string;
  channel: ChannelName;
  kind: string;
  eventId: string | null;
  recipient: string;
  subjectId: string;
  address: string | null;
  /** The content that was planned, opened; null when it was redacted meanwhile. */
  content: unknown;
  /** This attempt's number, from 1, over all times. */
  attempts: number;
  /** The same since it was planned, or last sent anew. */
  tries: number;
  createdAt: Date;
}

/** What one attempt came to. */
export interface Outcome {
  /** `unreachable` is tried again; `refused` is final, and so is `dropped`: there is nobody to send it to. */
  result: "delivered" | "unreachable" | "refused" | "dropped";
  /** For people to read: the receiver's words, or ours. */
  detail: string | null;
  /** The receiver's own code: of HTTP, of SMTP. */
  status?: number;
  /** Milliseconds that the receiver asks us to wait at least. */
  retryAfter?: number;
}

/** Nothing was tried: it is put back, as if it had never been taken, and comes again after `pause` milliseconds. */
export interface Deferral {
  result: "deferred";
  pause: number;
}

/** Of channels whose recipients can be switched off: those of an organization that are not. */
export type OpenRecipients = Partial<
  Record<ChannelName, (tx: Transaction, organizationId: string) => Promise<string[]>>
>;

/** An attempt that is recorded, and the state in which it leaves its effect. */
export interface Settled {
  effect: Effect;
  outcome: Outcome;
  state: EffectState;
}

/** How effects of one kind reach the world. */
export interface Channel {
  /** Effects that it delivers at once in one process. */
  atOnce: number;
  /** Milliseconds to wait after each failed try; one more failure than there are pauses is the end. */
  pauses: readonly number[];
  /** Does it, outside of any transaction. What it throws counts as unreachable. May run again for one effect. */
  deliver(effect: Effect): Promise<Outcome | Deferral>;
  /** What follows from outcomes of one organization's effects, in the transaction that records them, in their order. */
  settle?(tx: Transaction, settled: readonly Settled[]): Promise<void>;
}
