import { ECDH } from "node:crypto";
import type { FieldError } from "#kernel/errors.ts";

/** Bytes of an uncompressed point of P-256, and of a subscription's `auth` (RFC 8291, 3.2). */
const pointLength = 65;
const authLength = 16;

/** Which members a type of device needs, and which belong to the other. */
const members: Record<string, { needed: readonly string[]; foreign: readonly string[] }> = {
  expo: { needed: ["token"], foreign: ["endpoint", "keys", "expirationTime"] },
  web: { needed: ["endpoint", "keys"], foreign: ["token"] },
};

/** What no schema can state about a device, as whoever registers it describes it. */
export function deviceFaults(body: unknown): FieldError[] {
  if (typeof body !== "object" || body === null) return [];
  const type = Reflect.get(body, "type");
  const rule = typeof type === "string" && Object.hasOwn(members, type) ? members[type] : undefined;
  if (!rule) return [];
  const missing = rule.needed.filter((name) => Reflect.get(body, name) === undefined);
  const foreign = rule.foreign.filter((name) => Reflect.get(body, name) !== undefined);
  return [
    ...missing.map((name) => ({ pointer: `/${name}`, detail: `is required of a device of type ${type}` })),
    ...foreign.map((name) => ({
      pointer: `/${name}`,
      detail: `does not belong to a device of type ${type}`,
    })),
    ...(type === "web" ? keyFaults(Reflect.get(body, "keys")) : []),
  ];
}

function keyFaults(keys: unknown): FieldError[] {
  if (typeof keys !== "object" || keys === null) return [];
  const [p256dh, auth] = [Reflect.get(keys, "p256dh"), Reflect.get(keys, "auth")];
  const faults: FieldError[] = [];
  if (typeof p256dh === "string" && !isPoint(Buffer.from(p256dh, "base64url"))) {
    faults.push({ pointer: "/keys/p256dh", detail: "must be an uncompressed point of P-256, 65 bytes" });
  }
  if (typeof auth === "string" && Buffer.from(auth, "base64url").length !== authLength) {
    faults.push({ pointer: "/keys/auth", detail: `must be ${authLength} bytes` });
  }
  return faults;
}

/** Nobody could decrypt what is encrypted for a point that is not on the curve. */
function isPoint(bytes: Buffer): boolean {
  if (bytes.length !== pointLength || bytes[0] !== 4) return false;
  try {
    ECDH.convertKey(bytes, "prime256v1");
    return true;
  } catch {
    return false;
  }
}
