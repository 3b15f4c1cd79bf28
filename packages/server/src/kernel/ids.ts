import { randomBytes } from "node:crypto";
import { createId } from "@paralleldrive/cuid2";
import { v7 } from "uuid";

/** A new id for sessions, organizations and everything that is not a person: UUIDv7 (RFC 9562). No order is read from it. */
export const newId = (): string => v7();

/** A new id for a person or an API key: CUID2, 24 characters. */
export const newPersonId = (): string => createId();

/** `bytes` of randomness as URL-safe text, for secrets and tokens. */
export const newSecret = (bytes = 32): string => randomBytes(bytes).toString("base64url");

const alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

/** Random lower-case letters and digits. The slight bias of the modulo does not matter: these are names, not secrets. */
export const newName = (length: number): string =>
  Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join("");

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether the text is a UUID of any version, in either case. */
export const isUuid = (text: string): boolean => uuid.test(text);
