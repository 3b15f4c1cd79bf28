import { createHash } from "node:crypto";

/** Where a keyset page ended: the sort key's parts as text. */
export type Position = readonly string[];

/**
 * An opaque cursor for a position. It carries nothing secret; a checksum tells one that was altered, but is no
 * proof that we made it, so the parts still have to be checked.
 */
export function encodeCursor(position: Position): string {
  const text = JSON.stringify(position);
  const checksum = createHash("sha256").update(text).digest("base64url").slice(0, checksumLength);
  return Buffer.from(checksum + text).toString("base64url");
}

const checksumLength = 8;

/** The position of a cursor, or null when it was altered: `length` is how many parts it must have. */
export function decodeCursor(cursor: string, length: number): Position | null {
  try {
    const text = Buffer.from(cursor, "base64url").toString("utf8").slice(checksumLength);
    const parts: unknown = JSON.parse(text);
    const isPosition =
      Array.isArray(parts) && parts.length === length && parts.every((part) => typeof part === "string");
    return isPosition && encodeCursor(parts) === cursor ? parts : null;
  } catch {
    return null;
  }
}
