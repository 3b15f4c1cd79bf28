import { createHash } from "node:crypto";
import { newName } from "#kernel/ids.ts";

/** A fresh Agora channel name: `ms_`, letters and digits, `_`, milliseconds since 1970. */
export const newChannel = (now: Date): string => `ms_${newName(12)}_${now.getTime()}`;

/** The numeric Agora user id of a person in a session: always the same one, in 1…2^31−1. */
export function callUid(sessionId: string, personId: string): number {
  const digest = createHash("sha256").update(`${sessionId}/${personId}`).digest();
  return 1 + (digest.readUInt32BE(0) % (2 ** 31 - 1));
}
