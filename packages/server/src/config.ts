import { type Static, Type } from "typebox";
import { Value } from "typebox/value";

const TrustedIssuer = Type.Object({
  issuer: Type.String({ minLength: 1 }),
  audience: Type.String({ minLength: 1 }),
  algorithms: Type.Array(Type.String({ pattern: "^(RS|PS|ES)(256|384|512)$|^EdDSA$" }), { minItems: 1 }),
  jwksUri: Type.String({ pattern: "^https?://" }),
  organizationIds: Type.Array(Type.String({ pattern: "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$" })),
});

/** Every setting: its environment variable, what it means, and its default where it has one. */
export const settings = {
  PORT: { about: "TCP port to listen on", fallback: "3000" },
  HOST: { about: "Address to listen on", fallback: "127.0.0.1" },
  DATA_DIR: { about: "Folder of the embedded database, generated secrets and demo.json", fallback: "./data" },
  DATABASE_URL: { about: "postgres:// URL of a PostgreSQL 15 or newer, in place of the embedded one" },
  DATABASE_POOL: { about: "Most database connections for requests", fallback: "10" },
  PUBLIC_URL: {
    about: "URL under which the server is reached; links and token issuer",
    fallback: "http://HOST:PORT",
  },
  CORS_ORIGINS: { about: "Other web origins that browsers may call from, separated by commas" },
  TRUST_PROXY: { about: "true behind a proxy that sets X-Forwarded-For", fallback: "false" },
  SECRET: { about: "Encrypts what is secret in the database; the same on every server of one database" },
  LOG_LEVEL: { about: "fatal, error, warn, info, debug or trace", fallback: "info" },
  OIDC_ISSUERS: {
    about:
      "JSON array of trusted OpenID Connect issuers: issuer, audience, algorithms, jwksUri, organizationIds",
  },
  MISSED_GRACE_MINUTES: {
    about: "Minutes after a mentorship call's planned end at which it counts as missed",
    fallback: "15",
  },
  AGORA_APP_ID: { about: "Agora app id, 32 hexadecimal digits; generated when unset" },
  AGORA_APP_CERTIFICATE: { about: "Agora app certificate, 32 hexadecimal digits; generated when unset" },
  NODE_ENV: { about: "production: no demo data, no sandbox", fallback: "development" },
} as const satisfies Record<string, { about: string; fallback?: string }>;

export interface Config {
  port: number;
  host: string;
  dataDir: string;
  databaseUrl: string | null;
  databasePool: number;
  publicUrl: string;
  corsOrigins: string[];
  trustProxy: boolean;
  secret: string | null;
  logLevel: string;
  issuers: Static<typeof TrustedIssuer>[];
  missedGrace: number;
  agora: { appId: string; appCertificate: string } | null;
  isProduction: boolean;
}

/** Reads the settings. Throws an error that names the setting and says what it must be. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const get = (name: keyof typeof settings): string | null => {
    const setting: { about: string; fallback?: string } = settings[name];
    return environment[name]?.trim() || setting.fallback || null;
  };
  const port = integer("PORT", get("PORT"), 0, 65_535);
  const host = get("HOST") ?? "";
  const given = environment.PUBLIC_URL?.trim();
  return {
    port,
    host,
    dataDir: get("DATA_DIR") ?? "",
    databaseUrl: get("DATABASE_URL"),
    databasePool: integer("DATABASE_POOL", get("DATABASE_POOL"), 1, 1_000),
    publicUrl: url("PUBLIC_URL", given || `http://${host.includes(":") ? `[${host}]` : host}:${port}`),
    corsOrigins: (get("CORS_ORIGINS") ?? "")
      .split(",")
      .filter(Boolean)
      .map((text) => new URL(url("CORS_ORIGINS", text.trim())).origin),
    trustProxy: word("TRUST_PROXY", get("TRUST_PROXY"), ["true", "false"]) === "true",
    secret: secret(get("SECRET")),
    logLevel: word("LOG_LEVEL", get("LOG_LEVEL"), [
      "fatal",
      "error",
      "warn",
      "info",
      "debug",
      "trace",
      "silent",
    ]),
    issuers: issuers(get("OIDC_ISSUERS")),
    missedGrace: integer("MISSED_GRACE_MINUTES", get("MISSED_GRACE_MINUTES"), 0, 10_080),
    agora: agora(get("AGORA_APP_ID"), get("AGORA_APP_CERTIFICATE")),
    isProduction: get("NODE_ENV") === "production",
  };
}

function integer(name: string, text: string | null, minimum: number, maximum: number): number {
  const value = Number(text);
  if (text && Number.isInteger(value) && value >= minimum && value <= maximum) return value;
  throw new Error(`${name} must be an integer from ${minimum} to ${maximum}`);
}

function word(name: string, text: string | null, words: readonly string[]): string {
  if (text && words.includes(text)) return text;
  throw new Error(`${name} must be one of ${words.join(", ")}`);
}

function url(name: string, text: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return text.replace(/\/+$/, "");
  throw new Error(`${name} must be an http or https URL`);
}

function secret(text: string | null): string | null {
  if (text === null || text.length >= 32) return text;
  throw new Error("SECRET must have at least 32 characters");
}

function issuers(text: string | null): Config["issuers"] {
  if (text === null) return [];
  try {
    return Value.Parse(Type.Array(TrustedIssuer), JSON.parse(text));
  } catch (cause) {
    throw new Error("OIDC_ISSUERS must be a JSON array of issuers; see docs/operating.md", { cause });
  }
}

function agora(appId: string | null, appCertificate: string | null): Config["agora"] {
  if (appId === null && appCertificate === null) return null;
  const hex = /^[0-9a-f]{32}$/i;
  if (appId && appCertificate && hex.test(appId) && hex.test(appCertificate))
    return { appId, appCertificate };
  throw new Error("AGORA_APP_ID and AGORA_APP_CERTIFICATE must both be 32 hexadecimal digits");
}
