import pg from "pg";
import type { Refusal } from "#kernel/errors.ts";

/**
 * For `catch` after a statement: where it violated this constraint, the refusal is thrown in place of the fault.
 * The constraint settles any race, which a look beforehand could not.
 */
export const whenViolated =
  (constraint: string, refusal: () => Refusal) =>
  (fault: unknown): never => {
    throw violatedConstraint(fault) === constraint ? refusal() : fault;
  };

/** The constraint that a statement violated, or null when the fault was something else. */
function violatedConstraint(fault: unknown): string | null {
  if (!(fault instanceof pg.DatabaseError)) return null;
  const isViolation = fault.code?.startsWith("23") ?? false;
  return isViolation ? (fault.constraint ?? null) : null;
}

/** Whether a connection is of no use after this: it is gone, or has lost what was prepared on it. */
export const isLost = (fault: unknown): fault is Error =>
  fault instanceof Error &&
  (!(fault instanceof pg.DatabaseError) || fault.severity !== "ERROR" || isUnprepared(fault));

/** The connection does not have a statement that should be prepared on it. */
export const isUnprepared = (fault: unknown): fault is pg.DatabaseError =>
  fault instanceof pg.DatabaseError && fault.code === unprepared;

const unprepared = "26000";

/**
 * A serialization failure, a deadlock, or a statement whose preparation failed before its turn came, for reasons of
 * another one: the same transaction may well succeed when it is run again.
 */
export const isRetryable = (fault: unknown): boolean =>
  fault instanceof pg.DatabaseError && retryable.has(fault.code ?? "");

const retryable = new Set(["40001", "40P01", unprepared]);

const lostConnection = new Set(["ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE", "ETIMEDOUT", "ENOTFOUND"]);

const lostConnectionMessage =
  /^Connection terminated|is not queryable$|^timeout exceeded when trying to connect|after calling end on the pool/;

/**
 * The database cannot be reached or is overloaded at the moment: connection faults (class 08), operator
 * intervention (57), exhausted resources (53), an aborted wait (55), a transaction that every attempt saw rolled
 * back (40), and pg's own messages for a lost connection or a full pool.
 */
export function isUnavailable(fault: unknown): boolean {
  if (fault instanceof pg.DatabaseError) return /^(08|40|53|55|57)/.test(fault.code ?? "");
  if (!(fault instanceof Error)) return false;
  const code = "code" in fault ? String(fault.code) : "";
  return lostConnection.has(code) || lostConnectionMessage.test(fault.message);
}

/** PostgreSQL refused a value as such (class 22): input that a schema should have stopped. */
export const isBadValue = (fault: unknown): boolean =>
  fault instanceof pg.DatabaseError && (fault.code?.startsWith("22") ?? false);
