import { createHmac, timingSafeEqual } from "node:crypto";

/** Whether a header is the HMAC-SHA256 of these bytes, hexadecimal; compared in a time that says nothing. */
export function isSigned(body: Buffer, signature: string | undefined, secret: string): boolean {
  if (!signature || !/^[0-9a-f]{64}$/i.test(signature)) return false;
  const expected = createHmac("sha256", secret).update(body).digest();
  return timingSafeEqual(expected, Buffer.from(signature, "hex"));
}
