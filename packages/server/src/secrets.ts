import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The secrets that nobody set: generated once into the data directory. */
export interface GeneratedSecrets {
  secret: string;
  agora: { appId: string; appCertificate: string };
}

/** Reads the data directory's secrets.json (0600), making it at the first start. */
export function readSecrets(dataDir: string): GeneratedSecrets {
  const file = secretsFile(dataDir);
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const hex = () => randomBytes(16).toString("hex");
  const secrets = {
    secret: randomBytes(32).toString("base64url"),
    agora: { appId: hex(), appCertificate: hex() },
  };
  writePrivately(file, `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets;
}

export const secretsFile = (dataDir: string): string => join(dataDir, "secrets.json");

/** Writes a file that only its owner can read, whole or not at all. */
export function writePrivately(file: string, text: string): void {
  mkdirSync(join(file, ".."), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, text, { mode: 0o600, flush: true });
  renameSync(unfinished, file);
}
