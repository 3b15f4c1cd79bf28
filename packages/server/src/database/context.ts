import type { Account, Actor, Origin } from "#kernel/actor.ts";
import type { Statements, Transaction } from "./tenancy.ts";

/** What a public operation works with: a system transaction, to be narrowed to the organization it names. */
export interface PublicContext {
  tx: Transaction;
  /** The instant of the request; operations never look at a clock of their own. */
  now: Date;
  origin: Origin;
}

/** What an operation works with whose caller shows the secret of one thing, such as the token of their session. */
export interface BearerContext extends PublicContext {
  /** As it was sent: the operation finds what it belongs to. */
  bearer: string;
}

/** What an operation on one's own account works with: a system transaction and the person. */
export interface AccountContext extends PublicContext {
  person: Account;
  /** The person in the organization that is chosen at the moment, if one is. */
  actor: Actor | null;
}

/** What a public operation works with that also serves people who are signed in. */
export interface GuestContext extends PublicContext {
  person: Account | null;
  /** The person in the organization that is chosen, or an API key, if either is. */
  actor: Actor | null;
}

/** What every other operation works with: one transaction, bound to the actor's organization. */
export interface Context extends PublicContext {
  actor: Actor;
}

/** The same for an operation that changes nothing: it needs no transaction. */
export type Reading<C extends PublicContext> = Omit<C, "tx"> & { tx: Statements };

export type ReadContext = Reading<Context>;
