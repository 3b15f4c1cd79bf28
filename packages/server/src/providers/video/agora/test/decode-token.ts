import { createHmac } from "node:crypto";
import { inflateSync } from "node:zlib";

/**
 * Agora's AccessToken2 as its documentation describes it, read without its library: "007", then the base64 of a
 * deflated pack of little-endian numbers and length-prefixed strings, signature first. One service: a channel.
 */
export function decodeAgoraToken(text: string, appCertificate: string) {
  if (!text.startsWith("007")) throw new Error("not an AccessToken2");
  const bytes = inflateSync(Buffer.from(text.slice(3), "base64"));
  let position = 0;
  const take = (length: number) => {
    position += length;
    return bytes.subarray(position - length, position);
  };
  const uint16 = () => take(2).readUInt16LE();
  const uint32 = () => take(4).readUInt32LE();
  const packed = () => take(uint16());
  const signature = packed();
  const signed = bytes.subarray(position);
  const head = { appId: String(packed()), issuedAt: uint32(), lifetime: uint32(), salt: uint32() };
  if (uint16() !== 1 || uint16() !== 1) throw new Error("not a token for one channel");
  const privileges = Array.from({ length: uint16() }, () => [uint16(), uint32()]);
  const [channel, uid] = [String(packed()), String(packed())];
  if (position !== bytes.length) throw new Error("something follows the service");
  const number = (value: number) => {
    const buffer = Buffer.alloc(4);
    buffer.writeUInt32LE(value);
    return buffer;
  };
  const hmac = (key: Buffer, data: Buffer | string) => createHmac("sha256", key).update(data).digest();
  const expected = hmac(hmac(number(head.salt), hmac(number(head.issuedAt), appCertificate)), signed);
  return { ...head, privileges, channel, uid, isGenuine: expected.equals(signature) };
}
