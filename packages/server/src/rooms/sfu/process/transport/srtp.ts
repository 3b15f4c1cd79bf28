import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  timingSafeEqual,
} from "node:crypto";

/** DTLS-SRTP's numbers of the protections that we offer (RFC 5764, RFC 7714), the cheaper one first. */
export const profiles = { gcm: 0x0007, cm: 0x0001 } as const;
export type Profile = (typeof profiles)[keyof typeof profiles];

/** Protects and unprotects RTP for one direction of one connection (RFC 3711, RFC 7714). */
export interface SrtpContext {
  /** The packet of this header and payload. `rollover`: how often the sequence number of its SSRC has wrapped. */
  protect(header: Buffer, payload: Buffer, rollover: number): Buffer;
  /** Null when it is not genuine. */
  unprotect(packet: Buffer, headerLength: number, rollover: number): Buffer | null;
}

export function createSrtpContext(profile: Profile, masterKey: Buffer, masterSalt: Buffer): SrtpContext {
  // A key object: with a buffer, Node spends ten times as long on each packet to make one.
  const key = createSecretKey(derive(masterKey, masterSalt, 0, 16));
  if (profile === profiles.gcm) return gcm(key, derive(masterKey, masterSalt, 2, 12));
  return counterMode(
    key,
    derive(masterKey, masterSalt, 2, 14),
    createSecretKey(derive(masterKey, masterSalt, 1, 20)),
  );
}

function gcm(key: KeyObject, salt: Buffer): SrtpContext {
  const vector = Buffer.alloc(12);
  // 2 zero bytes, SSRC, rollover, sequence number; each with the salt.
  const prepare = (header: Buffer, rollover: number) => {
    vector.writeUInt16BE(0, 0);
    header.copy(vector, 2, 8, 12);
    vector.writeUInt32BE(rollover >>> 0, 6);
    header.copy(vector, 10, 2, 4);
    for (let at = 0; at < 12; at += 1) vector[at] = (vector[at] ?? 0) ^ (salt[at] ?? 0);
    return vector;
  };
  return {
    protect(header, payload, rollover) {
      const cipher = createCipheriv("aes-128-gcm", key, prepare(header, rollover));
      cipher.setAAD(header);
      const packet = Buffer.allocUnsafe(header.length + payload.length + 16);
      header.copy(packet);
      cipher.update(payload).copy(packet, header.length);
      cipher.final();
      cipher.getAuthTag().copy(packet, header.length + payload.length);
      return packet;
    },
    unprotect(packet, headerLength, rollover) {
      const end = packet.length - 16;
      if (end < headerLength) return null;
      const decipher = createDecipheriv("aes-128-gcm", key, prepare(packet, rollover));
      decipher.setAAD(packet.subarray(0, headerLength));
      decipher.setAuthTag(packet.subarray(end));
      try {
        const payload = decipher.update(packet.subarray(headerLength, end));
        decipher.final();
        return Buffer.concat([packet.subarray(0, headerLength), payload]);
      } catch {
        return null;
      }
    },
  };
}

function counterMode(key: KeyObject, salt: Buffer, authKey: KeyObject): SrtpContext {
  const counter = (header: Buffer, rollover: number) => {
    const block = Buffer.alloc(16);
    header.copy(block, 4, 8, 12);
    block.writeUInt32BE(rollover >>> 0, 8);
    header.copy(block, 12, 2, 4);
    for (let at = 0; at < 14; at += 1) block[at] = (block[at] ?? 0) ^ (salt[at] ?? 0);
    return block;
  };
  const tag = (authenticated: Buffer, rollover: number) => {
    const end = Buffer.alloc(4);
    end.writeUInt32BE(rollover >>> 0);
    return createHmac("sha1", authKey).update(authenticated).update(end).digest().subarray(0, 10);
  };
  return {
    protect(header, payload, rollover) {
      const cipher = createCipheriv("aes-128-ctr", key, counter(header, rollover));
      const packet = Buffer.concat([header, cipher.update(payload)]);
      return Buffer.concat([packet, tag(packet, rollover)]);
    },
    unprotect(packet, headerLength, rollover) {
      const end = packet.length - 10;
      if (end < headerLength) return null;
      const authenticated = packet.subarray(0, end);
      if (!timingSafeEqual(tag(authenticated, rollover), packet.subarray(end))) return null;
      const decipher = createDecipheriv("aes-128-ctr", key, counter(packet, rollover));
      return Buffer.concat([
        packet.subarray(0, headerLength),
        decipher.update(packet.subarray(headerLength, end)),
      ]);
    },
  };
}

/** RFC 3711, 4.3.1 and 4.3.3: AES in counter mode over zeros, with the label in the salt. */
function derive(masterKey: Buffer, masterSalt: Buffer, label: number, length: number): Buffer {
  const vector = Buffer.alloc(16);
  masterSalt.copy(vector);
  vector[7] = (vector[7] ?? 0) ^ label;
  return createCipheriv("aes-128-ctr", masterKey, vector).update(Buffer.alloc(length));
}
