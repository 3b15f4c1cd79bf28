import assert from "node:assert/strict";
import { test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { compress } from "./compress.ts";

test("a text is sent as its reader can take it, and arrives as it was", async () => {
  const text = "Grüße ".repeat(1000);
  const read = { br: brotliDecompressSync, gzip: gunzipSync };
  const cases: [accepted: string | undefined, encoding: keyof typeof read | undefined][] = [
    ["gzip, deflate, br, zstd", "br"],
    ["br;q=0, GZIP;q=0.5", "gzip"],
    ["gzip;q=0.000", undefined],
    ["identity", undefined],
    ["brotli, x-gzip", undefined],
    [undefined, undefined],
  ];
  for (const [accepted, encoding] of cases) {
    const { body, headers } = await compress(text, accepted);
    assert.deepEqual([headers["content-encoding"], headers.vary], [encoding, "accept-encoding"], accepted);
    assert.equal(encoding ? read[encoding](body as Buffer).toString() : body, text);
    assert.ok(!encoding || body.length < 1000);
  }
});
