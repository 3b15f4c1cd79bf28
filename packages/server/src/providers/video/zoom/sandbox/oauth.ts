import type { Clock } from "#kernel/clock.ts";
import { newSecret } from "#kernel/ids.ts";
import type { ZoomCredentials } from "../account.ts";
import type { Asked, SandboxAnswer } from "./api.ts";

/** Seconds for which a token is good. */
const lifetime = 3_600;

export interface GivenTokens {
  give(): string;
  /** What is wrong with an Authorization header; null when nothing is. */
  faultOf(authorization: string): string | null;
  revokeAll(): void;
}

export function createGivenTokens(clock: Clock): GivenTokens {
  const given = new Map<string, number>();
  return {
    give() {
      const token = `sandbox.${newSecret(48)}`;
      given.set(token, clock().getTime() + lifetime * 1000);
      return token;
    },
    faultOf(authorization) {
      const expiresAt = given.get(authorization.replace(/^Bearer /, ""));
      if (expiresAt === undefined) return "Invalid access token.";
      return clock().getTime() >= expiresAt ? "Access token is expired." : null;
    },
    revokeAll: () => given.clear(),
  };
}

/** `POST /oauth/token?grant_type=account_credentials&account_id=…`, by HTTP Basic. */
export function answerToken(asked: Asked, credentials: ZoomCredentials, tokens: GivenTokens): SandboxAnswer {
  const { clientId, clientSecret, accountId } = credentials;
  if (asked.method !== "POST") return { status: 405, body: { reason: "Method Not Allowed" } };
  const expected = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`;
  if (asked.authorization !== expected) {
    return { status: 400, body: { reason: "Invalid client_id or client_secret", error: "invalid_client" } };
  }
  const form = new URLSearchParams(asked.text);
  const member = (name: string) => asked.query.get(name) ?? form.get(name);
  if (member("grant_type") !== "account_credentials") {
    return { status: 400, body: { reason: "unsupported grant type", error: "unsupported_grant_type" } };
  }
  if (member("account_id") !== accountId) {
    return { status: 400, body: { reason: "Bad Request", error: "invalid_request" } };
  }
  const scope = "meeting:write:meeting:admin meeting:read:meeting:admin meeting:read:list_meetings:admin";
  const token = { access_token: tokens.give(), token_type: "bearer", expires_in: lifetime, scope };
  return { status: 200, body: token };
}
