/** What was framed last, and its frame. */
let bytes: Buffer = Buffer.alloc(0);
let framed: Buffer = bytes;

/**
 * Bytes as a chunk of an HTTP/1.1 answer whose length is not known (RFC 9112, 7.1). The same bytes go to many readers
 * in a row: those get one chunk, which is made once.
 */
export function frame(given: Buffer): Buffer {
  if (given === bytes) return framed;
  bytes = given;
  framed = Buffer.concat([Buffer.from(`${given.length.toString(16)}\r\n`), given, lineEnd]);
  return framed;
}

const lineEnd = Buffer.from("\r\n");

/** After the last chunk. */
export const lastFrame = Buffer.from("0\r\n\r\n");
