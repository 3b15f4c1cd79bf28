/**
 * A product's transition table: for each status, the statuses that may follow it. Pure data, so that the table
 * in a product's lifecycle.ts is the whole rule and property tests can walk it.
 */
export type Transitions<Status extends string> = { readonly [From in Status]: readonly Status[] };

/** Whether the table allows the step. Staying where one is counts as no step and is not allowed here. */
export const allows = <Status extends string>(
  transitions: Transitions<Status>,
  from: Status,
  to: Status,
): boolean => transitions[from].includes(to);
