import { createHash } from "node:crypto";

/** The number by which Agora knows a person in a session: always the same one, in 1…2^31−1. */
export function callUid(sessionId: string, personId: string): number {
  const digest = createHash("sha256").update(`${sessionId}/${personId}`).digest();
  return 1 + (digest.readUInt32BE(0) % (2 ** 31 - 1));
}
