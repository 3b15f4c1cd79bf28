import { createDecipheriv, createECDH, type ECDH, hkdfSync, randomBytes } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { importJWK, type JWTPayload, jwtVerify } from "jose";

/** A push as it reached a browser: its message decrypted, its sender's claims verified. */
export interface ReceivedPush {
  headers: IncomingHttpHeaders;
  /** What the service could see of it. */
  encrypted: Buffer;
  message: { id: string; kind: string; title: string; body: string; url: string | null };
  claims: JWTPayload;
}

/** A browser that has subscribed. */
export interface Subscription {
  /** As `PushSubscription.toJSON()` gives it. */
  json: { endpoint: string; expirationTime: null; keys: { p256dh: string; auth: string } };
  /** Every push that came in. */
  received: ReceivedPush[];
  /** What a browser that was asleep meanwhile finds: of each topic the last. */
  waiting: Map<string, ReceivedPush>;
  /** What its service answers instead of taking pushes. */
  trouble: { status: number; headers?: Record<string, string>; body?: string } | null;
}

export interface WebPushSimulator {
  url: string;
  /** A browser subscribes, for the server with this key alone. */
  subscribe(applicationServerKey: string): Subscription;
  close(): Promise<void>;
}

interface Browser extends Subscription {
  applicationServerKey: string;
  pair: ECDH;
  auth: Buffer;
}

/**
 * A push service (RFC 8030) with the browsers behind it, on loopback: it verifies who sends (RFC 8292), and they
 * decrypt what is sent (RFC 8188, RFC 8291), all without the library that the server encrypts and signs with.
 */
export async function startWebPushSimulator(): Promise<WebPushSimulator> {
  const browsers = new Map<string, Browser>();
  const server = createServer((request, response) => {
    const browser = browsers.get(request.url ?? "");
    receive(origin, browser, request).then(
      (status) => {
        const headers = status === 201 ? { location: `${origin}/message/1` } : {};
        const trouble = browser?.trouble;
        response.writeHead(status, { ...headers, ...trouble?.headers }).end(trouble?.body);
      },
      (fault: Error) => refuse(response, fault),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: origin,
    subscribe(applicationServerKey) {
      const path = `/push/${randomBytes(16).toString("base64url")}`;
      const browser = newBrowser(origin + path, applicationServerKey);
      browsers.set(path, browser);
      return browser;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function newBrowser(endpoint: string, applicationServerKey: string): Browser {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  const auth = randomBytes(16);
  const keys = { p256dh: pair.getPublicKey("base64url"), auth: auth.toString("base64url") };
  const json = { endpoint, expirationTime: null, keys };
  return { json, received: [], waiting: new Map(), trouble: null, applicationServerKey, pair, auth };
}

/** Takes a push, or says by its status why not. Throws when it is not what the RFCs ask for. */
async function receive(
  origin: string,
  browser: Browser | undefined,
  request: IncomingMessage,
): Promise<number> {
  const encrypted = await readBody(request);
  if (!browser) return 404;
  if (browser.trouble) return browser.trouble.status;
  const { headers } = request;
  if (request.method !== "POST" || !/^\d+$/.test(String(headers.ttl))) throw new Error("no TTL");
  if (headers["content-encoding"] !== "aes128gcm") throw new Error("not encrypted by RFC 8188");
  if (encrypted.length > 4096) return 413;
  const claims = await verifySender(origin, browser.applicationServerKey, headers.authorization ?? "");
  const push = { headers, encrypted, claims, message: JSON.parse(decrypt(browser, encrypted)) };
  browser.received.push(push);
  browser.waiting.set(String(headers.topic ?? browser.received.length), push);
  return 201;
}

/** RFC 8292: `vapid t=…, k=…`, signed for this origin and for at most a day, by the key that the browser asked for. */
async function verifySender(origin: string, wanted: string, authorization: string): Promise<JWTPayload> {
  const [, token = "", key = ""] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? [];
  if (key !== wanted) throw new Error("another key than the browser subscribed for");
  const point = Buffer.from(key, "base64url");
  const [x, y] = [point.subarray(1, 33).toString("base64url"), point.subarray(33).toString("base64url")];
  const publicKey = await importJWK({ kty: "EC", crv: "P-256", x, y }, "ES256");
  const { payload } = await jwtVerify(token, publicKey, {
    audience: origin,
    algorithms: ["ES256"],
    requiredClaims: ["exp", "sub"],
  });
  if ((payload.exp ?? 0) > Date.now() / 1000 + 86_400) throw new Error("valid for more than a day");
  if (!/^(mailto:|https:)/.test(payload.sub ?? "")) throw new Error("no way to reach the sender");
  return payload;
}

/** RFC 8291, 3.4: the key from both pairs and the secret; RFC 8188, 2: one record of AES-128-GCM. */
function decrypt({ pair, auth }: Browser, encrypted: Buffer): string {
  const salt = encrypted.subarray(0, 16);
  const idLength = encrypted.readUInt8(20);
  const senderKey = encrypted.subarray(21, 21 + idLength);
  const record = encrypted.subarray(21 + idLength);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), pair.getPublicKey(), senderKey]);
  const material = Buffer.from(hkdfSync("sha256", pair.computeSecret(senderKey), auth, info, 32));
  const derive = (use: string, length: number) =>
    Buffer.from(hkdfSync("sha256", material, salt, Buffer.from(`Content-Encoding: ${use}\0`), length));
  const decipher = createDecipheriv("aes-128-gcm", derive("aes128gcm", 16), derive("nonce", 12));
  decipher.setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  const end = padded.findLastIndex((byte) => byte !== 0);
  if (padded[end] !== 2) throw new Error("the last record does not end as the last one does");
  return padded.subarray(0, end).toString("utf8");
}

function refuse(response: ServerResponse, fault: Error): void {
  response.writeHead(400, { "content-type": "text/plain" }).end(fault.message);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
