import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from "node:crypto";

/** Keeps secrets that must be stored and read back, and recognises texts without keeping them. */
export interface Vault {
  /** Encrypts with AES-256-GCM under the deployment's secret. */
  seal(text: string): string;
  /** The text of a sealed one. Throws when it was altered or sealed under another secret. */
  open(sealed: string): string;
  /** A keyed digest (HMAC-SHA-256): tells equal texts, says nothing about them without the secret. */
  fingerprint(text: string): string;
}

/** A vault whose keys derive from one secret (HKDF, RFC 5869), a different one for each use. */
export function createVault(secret: string): Vault {
  // As key objects: bytes would be made into one anew for each text, which costs more than the digest.
  const key = (use: string) => createSecretKey(Buffer.from(hkdfSync("sha256", secret, "convene", use, 32)));
  const sealing = key("sealing");
  const recognising = key("recognising");
  return {
    seal(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", sealing, nonce);
      const data = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), data]).toString("base64url");
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, "base64url");
      const decipher = createDecipheriv("aes-256-gcm", sealing, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
    },
    fingerprint: (text) => createHmac("sha256", recognising).update(text).digest("base64url"),
  };
}
