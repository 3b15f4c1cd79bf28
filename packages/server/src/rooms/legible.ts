/** What shows nothing: marks that only change how others look, blanks, and the blank pattern of Braille. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{White_Space}\u2800]/gu;

/** Marks that have the text after them, of whoever it is, run the other way. */
const turning = /[\u202a-\u202e\u2066-\u2069]/u;

/**
 * Whether a name that a stranger gives shows something, and only in its own place: a host decides by it whom to let in,
 * and it stands among those of others.
 */
export const isLegible = (name: string): boolean => name.replace(unseen, "") !== "" && !turning.test(name);
