import type { Actor, Caller, Origin } from "#kernel/actor.ts";
import type { Transaction } from "./tenancy.ts";

/** What a public operation works with: a system transaction, to be narrowed to the organization it names. */
export interface PublicContext {
  tx: Transaction;
  /** The instant of the request; operations never look at a clock of their own. */
  now: Date;
  origin: Origin;
}

/** What an operation on one's own account works with: a system transaction and the person. */
export interface AccountContext extends PublicContext {
  person: NonNullable<Caller["person"]>;
}

/** What every other operation works with: one transaction, bound to the actor's organization. */
export interface Context extends PublicContext {
  actor: Actor;
}
