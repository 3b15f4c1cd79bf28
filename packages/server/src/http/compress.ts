import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { preferences } from "./preferences.ts";

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

interface Compressed {
  body: string | Buffer;
  headers: Readonly<Record<string, string>>;
}

/** A text in the fewest bytes that a caller can read; `accepted` is their Accept-Encoding. */
export async function compress(
  text: string,
  accepted: string | readonly string[] | undefined,
): Promise<Compressed> {
  const encodings = preferences(accepted);
  const headers = (encoding: string) => ({ "content-encoding": encoding, vary: "accept-encoding" });
  // A page is made for one reader at a moment: much more effort takes longer than it saves.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  if (encodings.includes("br")) return { body: await brotli(text, { params }), headers: headers("br") };
  if (encodings.includes("gzip")) return { body: await gzipped(text), headers: headers("gzip") };
  return { body: text, headers: { vary: "accept-encoding" } };
}
