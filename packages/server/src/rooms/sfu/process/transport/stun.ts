import { createHmac, timingSafeEqual } from "node:crypto";
import { isIPv4 } from "node:net";
import { crc32 } from "node:zlib";

/** What a connectivity check of a client says (RFC 8445, RFC 8489). */
export interface Check {
  transactionId: Buffer;
  /** `ours:theirs`, as the checking side writes it. */
  username: string;
  /** Whether the client means to use this path. */
  nominates: boolean;
  /** Whether the client thinks that we decide which path is used. */
  isControlled: boolean;
  /** Whether whoever sent it knows the password. */
  isGenuine(password: string): boolean;
}

const cookie = 0x2112a442;
const bindingRequest = 0x0001;
const bindingSuccess = 0x0101;
const bindingError = 0x0111;
const attribute = {
  username: 0x0006,
  integrity: 0x0008,
  error: 0x0009,
  xorMappedAddress: 0x0020,
  useCandidate: 0x0025,
  fingerprint: 0x8028,
  controlled: 0x8029,
} as const;

/** Null for everything that is no well-formed check. */
export function readCheck(datagram: Buffer): Check | null {
  if (datagram.length < 20 || datagram.readUInt16BE(0) !== bindingRequest) return null;
  if (datagram.readUInt32BE(4) !== cookie || datagram.readUInt16BE(2) + 20 !== datagram.length) return null;
  const places = new Map<number, { at: number; length: number }>();
  for (let at = 20; at + 4 <= datagram.length; ) {
    const type = datagram.readUInt16BE(at);
    const length = datagram.readUInt16BE(at + 2);
    if (at + 4 + length > datagram.length) return null;
    // What follows the integrity is not protected by it, but for the fingerprint, which we need not look at.
    if (!places.has(attribute.integrity)) places.set(type, { at: at + 4, length });
    at += 4 + length + ((4 - (length % 4)) % 4);
  }
  const username = places.get(attribute.username);
  const integrity = places.get(attribute.integrity);
  if (!username || !integrity || integrity.length !== 20) return null;
  return {
    transactionId: datagram.subarray(8, 20),
    username: datagram.toString("utf8", username.at, username.at + username.length),
    nominates: places.has(attribute.useCandidate),
    isControlled: places.has(attribute.controlled),
    isGenuine(password) {
      const expected = integrityOf(datagram.subarray(0, integrity.at - 4), password);
      return timingSafeEqual(expected, datagram.subarray(integrity.at, integrity.at + 20));
    },
  };
}

/** The answer to a check: what address it came from. */
export function answerCheck(check: Check, from: { address: string; port: number }, password: string): Buffer {
  return message(bindingSuccess, check, [[attribute.xorMappedAddress, mapped(from, check)]], password);
}

/** Tells a client that it decides, because we are ICE-lite. */
export function refuseRole(check: Check, password: string): Buffer {
  const roleConflict = Buffer.from([0, 0, 4, 87]);
  return message(bindingError, check, [[attribute.error, roleConflict]], password);
}

function message(type: number, check: Check, attributes: [number, Buffer][], password: string): Buffer {
  const head = Buffer.alloc(20);
  head.writeUInt16BE(type, 0);
  head.writeUInt32BE(cookie, 4);
  check.transactionId.copy(head, 8);
  const body = Buffer.concat([head, ...attributes.map(([name, value]) => encode(name, value))]);
  const signed = Buffer.concat([body, encode(attribute.integrity, integrityOf(body, password))]);
  signed.writeUInt16BE(signed.length - 20 + 8, 2);
  const fingerprint = Buffer.alloc(4);
  fingerprint.writeUInt32BE((crc32(signed) ^ 0x5354554e) >>> 0);
  return Buffer.concat([signed, encode(attribute.fingerprint, fingerprint)]);
}

/** Over everything before, with a length that ends with the integrity itself (RFC 8489, 14.5). */
function integrityOf(before: Buffer, password: string): Buffer {
  const counted = Buffer.from(before);
  counted.writeUInt16BE(before.length - 20 + 24, 2);
  return createHmac("sha1", password).update(counted).digest();
}

function encode(name: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(name, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
}

function mapped({ address, port }: { address: string; port: number }, { transactionId }: Check): Buffer {
  const mask = Buffer.alloc(16);
  mask.writeUInt32BE(cookie, 0);
  transactionId.copy(mask, 4);
  const bytes = addressBytes(address);
  const value = Buffer.alloc(4 + bytes.length);
  value.writeUInt8(bytes.length === 4 ? 1 : 2, 1);
  value.writeUInt16BE(port ^ (cookie >>> 16), 2);
  for (const [index, byte] of bytes.entries()) value[4 + index] = byte ^ (mask[index] ?? 0);
  return value;
}

/** Four or sixteen bytes. */
function addressBytes(address: string): Buffer {
  if (isIPv4(address)) return Buffer.from(address.split(".").map(Number));
  const [bare = ""] = address.split("%");
  const [left = "", right] = bare.split("::");
  const words = (text: string) => (text === "" ? [] : text.split(":"));
  const before = words(left);
  const after = words(right ?? "");
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => "0");
  const bytes = Buffer.alloc(16);
  for (const [index, word] of [...before, ...zeros, ...after].slice(0, 8).entries()) {
    bytes.writeUInt16BE(Number.parseInt(word, 16) & 0xffff, index * 2);
  }
  return bytes;
}
