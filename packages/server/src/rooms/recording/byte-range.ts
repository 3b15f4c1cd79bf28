/** Bytes of a file, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * What a `Range` header asks for of so many bytes (RFC 9110, 14.2). Null is all of it, which is also the answer to several
 * ranges and to what is none; `unsatisfiable` lies behind the end.
 */
export function readRange(header: string | null, length: number): ByteRange | null | "unsatisfiable" {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "") ?? [];
  if (first === "" && last === "") return null;
  const start = first === "" ? Math.max(0, length - Number(last)) : Number(first);
  const end = first === "" || last === "" ? length - 1 : Math.min(Number(last), length - 1);
  if (first !== "" && last !== "" && Number(first) > Number(last)) return null;
  return start > end ? "unsatisfiable" : { start, end };
}
