import { createHash } from "node:crypto";
import type { FieldError } from "./errors.ts";
import { isUuid } from "./ids.ts";
import { parseInstant } from "./instant.ts";

/** Where a keyset page ended: the instant by which the list is sorted, and the id of the entry that had it. */
export interface Position {
  at: Date;
  id: string;
}

/**
 * An opaque cursor for a position's parts as text. It carries nothing secret; a checksum tells one that was
 * altered, but is no proof that we made it, so the parts still have to be checked.
 */
export function encodeCursor(parts: readonly string[]): string {
  const text = JSON.stringify(parts);
  const checksum = createHash("sha256").update(text).digest("base64url").slice(0, checksumLength);
  return Buffer.from(checksum + text).toString("base64url");
}

const checksumLength = 8;

/** The position of a cursor, or undefined when there is none, or it was altered. */
export function decodeCursor(cursor: string | undefined): Position | undefined {
  if (cursor === undefined) return undefined;
  const [instant = "", id = "", ...others] = partsOf(cursor);
  const at = parseInstant(instant);
  return at && isUuid(id) && others.length === 0 ? { at, id } : undefined;
}

/** The id that a cursor of one part is for, or undefined when there is none, or it was altered. */
export function decodeIdCursor(cursor: string | undefined): string | undefined {
  const [id = "", ...others] = cursor === undefined ? [] : partsOf(cursor);
  return isUuid(id) && others.length === 0 ? id : undefined;
}

/** The same of a cursor for a number that counts rows, up to PostgreSQL's bigint. */
export function decodeCountCursor(cursor: string | undefined): string | undefined {
  const [count = "", ...others] = cursor === undefined ? [] : partsOf(cursor);
  return /^[1-9]\d{0,17}$/.test(count) && others.length === 0 ? count : undefined;
}

/** A query's `cursor` that is none of ours. It runs beside the schema, which names what is no text. */
export const cursorFaults = (query: unknown): FieldError[] => faultsUnless(decodeCursor, query);

export const idCursorFaults = (query: unknown): FieldError[] => faultsUnless(decodeIdCursor, query);
export const countCursorFaults = (query: unknown): FieldError[] => faultsUnless(decodeCountCursor, query);

function faultsUnless(decode: (cursor: string) => unknown, query: unknown): FieldError[] {
  const { cursor } = query as { cursor?: unknown };
  if (typeof cursor !== "string" || decode(cursor)) return [];
  return [{ pointer: "?cursor", detail: "must be the next_cursor of a page" }];
}

function partsOf(cursor: string): readonly string[] {
  try {
    const text = Buffer.from(cursor, "base64url").toString("utf8").slice(checksumLength);
    const parts: unknown = JSON.parse(text);
    const isText = Array.isArray(parts) && parts.every((part) => typeof part === "string");
    return isText && encodeCursor(parts) === cursor ? parts : [];
  } catch {
    return [];
  }
}
