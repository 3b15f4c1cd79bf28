import type { Account } from "#kernel/actor.ts";

/** The feed is of all organizations; an outside issuer speaks for some. */
export const mayHaveFeed = (person: Account): boolean => person.confinedTo === null;
