import { createECDH } from "node:crypto";
import ipaddr from "ipaddr.js";
import { type Static, Type } from "typebox";
import { type ProviderConfig, providerSettings, readProviders } from "./config-providers.ts";
import { type RecordingConfig, readRecordings, recordingSettings } from "./config-recordings.ts";
import { readRooms, roomSettings } from "./config-rooms.ts";
import { parseEmail } from "./kernel/email.ts";
import { schemaCheck } from "./kernel/schema-check.ts";
import type { SfuSettings } from "./rooms/sfu/settings.ts";

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
  METRICS_TOKEN: {
    about: "Whoever bears it may read /metrics; unset, this machine alone may, and in production nobody",
  },
  OIDC_ISSUERS: {
    about:
      "JSON array of trusted OpenID Connect issuers: issuer, audience, algorithms, jwksUri, organizationIds",
  },
  MISSED_GRACE_MINUTES: {
    about: "Minutes after a mentorship call's planned end at which it counts as missed",
    fallback: "15",
  },
  ROOM_GRACE_MINUTES: {
    about: "Minutes after a session's planned end for which its room can be entered",
    fallback: "30",
  },
  ROOMS_URL: {
    about: "URL under which browsers reach this very process, where several serve one database",
    fallback: "PUBLIC_URL",
  },
  SMTP_URL: {
    about: "smtp:// or smtps:// URL of the mail server; without it mail is captured, in production it waits",
  },
  MAIL_FROM: { about: "Address that mail is sent from", fallback: "convene@ the host of PUBLIC_URL" },
  MAIL_BOUNCE_ADDRESS: { about: "Address for bounces, which gets +<id of the e-mail> before its @" },
  MAIL_BOUNCE_TOKEN: { about: "Secret of whoever reports bounces to POST /api/mail/bounces" },
  EFFECT_RETENTION_DAYS: {
    about: "Days for which e-mails, pushes and webhooks that are over are kept for inspection",
    fallback: "30",
  },
  WEBHOOK_ALLOW_PRIVATE: {
    about: "Networks that webhooks and push may reach beside public addresses: CIDRs, separated by commas",
  },
  EXPO_URL: { about: "Where Expo's push API is", fallback: "https://exp.host" },
  EXPO_ACCESS_TOKEN: { about: "Access token of the Expo project, where it asks for one" },
  VAPID_PUBLIC_KEY: {
    about: "Key by which browsers know this server for Web Push (P-256, base64url); generated when unset",
  },
  VAPID_PRIVATE_KEY: { about: "Its private half, base64url; generated when unset" },
  VAPID_SUBJECT: {
    about:
      "mailto: or https: URL by which push services reach the operator; mailto: with MAIL_FROM when unset",
  },
  NATS_URL: {
    about:
      "nats:// or tls:// URLs of a NATS cluster, separated by commas: carries live events in PostgreSQL's place",
  },
  STREAMS_PER_CALLER: { about: "Most streams of one person or API key open in one process", fallback: "20" },
  STREAMS_PER_PROCESS: {
    about: "Most streams open in one process; each takes about 20 kB",
    fallback: "20000",
  },
  ...providerSettings,
  ...roomSettings,
  ...recordingSettings,
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
  /** Null: metrics are for this machine alone. */
  metricsToken: string | null;
  issuers: Static<typeof TrustedIssuer>[];
  missedGrace: number;
  /** Minutes. */
  roomGrace: number;
  /** Under which browsers reach this very process. */
  roomsUrl: string;
  mail: MailConfig;
  /** Days. */
  effectRetention: number;
  webhookAllowPrivate: string[];
  push: PushConfig;
  natsUrl: string | null;
  streamsPerCaller: number;
  streamsPerProcess: number;
  providers: ProviderConfig;
  /** Of the built-in media. */
  rooms: SfuSettings;
  recordings: RecordingConfig;
  isProduction: boolean;
}

interface MailConfig {
  smtpUrl: string | null;
  from: string;
  bounceAddress: string | null;
  bounceToken: string | null;
}

interface PushConfig {
  expoUrl: string;
  expoAccessToken: string | null;
  /** Null where the generated ones are to be used. */
  vapidKeys: { publicKey: string; privateKey: string } | null;
  /** A mailto: or https: URL; null for the address that mail is sent from. */
  vapidSubject: string | null;
}

type Get = (name: keyof typeof settings) => string | null;

/** Reads the settings. Throws an error that names the setting and says what it must be. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const get: Get = (name) => {
    const setting: { about: string; fallback?: string } = settings[name];
    return environment[name]?.trim() || setting.fallback || null;
  };
  const port = integer("PORT", get("PORT"), 0, 65_535);
  const host = get("HOST") ?? "";
  const given = environment.PUBLIC_URL?.trim();
  const publicUrl = url("PUBLIC_URL", given || `http://${host.includes(":") ? `[${host}]` : host}:${port}`);
  return {
    port,
    host,
    dataDir: get("DATA_DIR") ?? "",
    databaseUrl: get("DATABASE_URL"),
    databasePool: integer("DATABASE_POOL", get("DATABASE_POOL"), 1, 1_000),
    publicUrl,
    corsOrigins: (get("CORS_ORIGINS") ?? "")
      .split(",")
      .filter(Boolean)
      .map((text) => new URL(url("CORS_ORIGINS", text.trim())).origin),
    trustProxy: word("TRUST_PROXY", get("TRUST_PROXY"), ["true", "false"]) === "true",
    secret: longSecret("SECRET", get("SECRET")),
    logLevel: word("LOG_LEVEL", get("LOG_LEVEL"), [
      "fatal",
      "error",
      "warn",
      "info",
      "debug",
      "trace",
      "silent",
    ]),
    metricsToken: metricsToken(get("METRICS_TOKEN")),
    issuers: issuers(get("OIDC_ISSUERS")),
    missedGrace: integer("MISSED_GRACE_MINUTES", get("MISSED_GRACE_MINUTES"), 0, 10_080),
    roomsUrl: url("ROOMS_URL", environment.ROOMS_URL?.trim() || publicUrl),
    roomGrace: integer("ROOM_GRACE_MINUTES", get("ROOM_GRACE_MINUTES"), 0, 1_440),
    mail: {
      smtpUrl: smtpUrl(get("SMTP_URL")),
      from: address("MAIL_FROM", environment.MAIL_FROM?.trim() || null) ?? `convene@${mailHost(publicUrl)}`,
      bounceAddress: address("MAIL_BOUNCE_ADDRESS", get("MAIL_BOUNCE_ADDRESS")),
      bounceToken: longSecret("MAIL_BOUNCE_TOKEN", get("MAIL_BOUNCE_TOKEN")),
    },
    effectRetention: integer("EFFECT_RETENTION_DAYS", get("EFFECT_RETENTION_DAYS"), 1, 3_650),
    webhookAllowPrivate: networks("WEBHOOK_ALLOW_PRIVATE", get("WEBHOOK_ALLOW_PRIVATE")),
    push: push(get),
    natsUrl: nats(get("NATS_URL")),
    streamsPerCaller: integer("STREAMS_PER_CALLER", get("STREAMS_PER_CALLER"), 1, 1_000_000),
    streamsPerProcess: integer("STREAMS_PER_PROCESS", get("STREAMS_PER_PROCESS"), 1, 1_000_000),
    providers: readProviders(get),
    rooms: readRooms(get, host),
    recordings: readRecordings(get, get("DATA_DIR") ?? ""),
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

function networks(name: string, text: string | null): string[] {
  const cidrs = (text ?? "")
    .split(",")
    .map((cidr) => cidr.trim())
    .filter(Boolean);
  if (cidrs.every((cidr) => ipaddr.isValidCIDR(cidr))) return cidrs;
  throw new Error(`${name} must be CIDRs such as 10.0.0.0/8, separated by commas`);
}

function longSecret(name: string, text: string | null): string | null {
  if (text === null || text.length >= 32) return text;
  throw new Error(`${name} must have at least 32 characters`);
}

function smtpUrl(text: string | null): string | null {
  if (text === null || (URL.canParse(text) && /^smtps?:\/\/[^/?#]/.test(text))) return text;
  // Not the text itself: it may hold a password.
  throw new Error("SMTP_URL must be an smtp or smtps URL, such as smtp://user:password@mail.example.com:587");
}

function address(name: string, text: string | null): string | null {
  const parsed = text === null ? null : parseEmail(text);
  if (text === null || parsed !== null) return parsed;
  throw new Error(`${name} must be an e-mail address alone, such as convene@example.com`);
}

/** A trial runs on an address without a name, which no mailbox can have. */
function mailHost(publicUrl: string): string {
  const { hostname } = new URL(publicUrl);
  return parseEmail(`convene@${hostname}`) ? hostname : "localhost";
}

function metricsToken(text: string | null): string | null {
  if (text === null || /^\S{16,}$/.test(text)) return text;
  throw new Error("METRICS_TOKEN must have at least 16 characters, and no spaces");
}

function issuers(text: string | null): Config["issuers"] {
  if (text === null) return [];
  try {
    return schemaCheck(Type.Array(TrustedIssuer))().Parse(JSON.parse(text));
  } catch (cause) {
    throw new Error("OIDC_ISSUERS must be a JSON array of issuers; see docs/operating.md", { cause });
  }
}

function nats(text: string | null): string | null {
  if (text?.split(",").every((part) => URL.canParse(part) && /^(nats|tls):\/\/./.test(part)) ?? true)
    return text;
  throw new Error("NATS_URL must be nats:// or tls:// URLs, separated by commas");
}

function push(get: Get): PushConfig {
  return {
    expoUrl: url("EXPO_URL", get("EXPO_URL") ?? ""),
    expoAccessToken: get("EXPO_ACCESS_TOKEN"),
    vapidKeys: vapidKeys(get("VAPID_PUBLIC_KEY"), get("VAPID_PRIVATE_KEY")),
    vapidSubject: vapidSubject(get("VAPID_SUBJECT")),
  };
}

function vapidKeys(publicKey: string | null, privateKey: string | null): PushConfig["vapidKeys"] {
  if (publicKey === null && privateKey === null) return null;
  if (publicKey && privateKey && publicKey === publicHalf(Buffer.from(privateKey, "base64url"))) {
    return { publicKey, privateKey };
  }
  throw new Error("VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY must be a key pair of P-256, both base64url");
}

/** Null for what is no private key of P-256. */
function publicHalf(privateKey: Buffer): string | null {
  const pair = createECDH("prime256v1");
  try {
    if (privateKey.length === 32) pair.setPrivateKey(privateKey);
    return pair.getPublicKey("base64url");
  } catch {
    return null;
  }
}

function vapidSubject(text: string | null): string | null {
  if (text === null) return null;
  if (/^(mailto:[^@\s]+@[^@\s]+|https:\/\/\S+)$/.test(text) && URL.canParse(text)) return text;
  throw new Error("VAPID_SUBJECT must be a mailto: or https: URL");
}
