/** Where a keyset page ended: the sort key's parts as text. */
export type Position = readonly string[];

/** An opaque cursor for a position. It carries nothing secret and is checked when it comes back. */
export const encodeCursor = (position: Position): string =>
  Buffer.from(JSON.stringify(position)).toString("base64url");

/** The position of a cursor made by us, or null when it was not: `length` is how many parts it must have. */
export function decodeCursor(cursor: string, length: number): Position | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const isPosition =
      Array.isArray(parts) && parts.length === length && parts.every((part) => typeof part === "string");
    return isPosition ? parts : null;
  } catch {
    return null;
  }
}
