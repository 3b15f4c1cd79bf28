import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The secrets that nobody set: generated once into the data directory. */
export interface GeneratedSecrets {
  secret: string;
  agora: { appId: string; appCertificate: string };
  /** For Web Push: P-256, base64url. Browsers that subscribed under one pair take nothing that another signed. */
  vapid: { publicKey: string; privateKey: string };
}

/** Reads the data directory's secrets.json (0600), making it at the first start and adding what is new since. */
export function readSecrets(dataDir: string): GeneratedSecrets {
  const file = secretsFile(dataDir);
  const known: Partial<GeneratedSecrets> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const hex = () => randomBytes(16).toString("hex");
  const secrets = {
    secret: randomBytes(32).toString("base64url"),
    agora: { appId: hex(), appCertificate: hex() },
    vapid: newVapidKeys(),
    ...known,
  };
  if (Object.keys(known).length < Object.keys(secrets).length) {
    writePrivately(file, `${JSON.stringify(secrets, null, 2)}\n`);
  }
  return secrets;
}

function newVapidKeys(): GeneratedSecrets["vapid"] {
  const { x, y, d } = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" });
  const bytes = (part = "") => Buffer.from(part, "base64url");
  return {
    publicKey: Buffer.concat([Buffer.of(4), bytes(x), bytes(y)]).toString("base64url"),
    privateKey: d ?? "",
  };
}

export const secretsFile = (dataDir: string): string => join(dataDir, "secrets.json");

/** Writes a file that only its owner can read, whole or not at all. */
export function writePrivately(file: string, text: string): void {
  mkdirSync(join(file, ".."), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, text, { mode: 0o600, flush: true });
  renameSync(unfinished, file);
}
