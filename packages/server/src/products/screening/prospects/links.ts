import { createHash } from "node:crypto";
import { days } from "#kernel/clock.ts";
import { isUuid } from "#kernel/ids.ts";
import { isSameSecret } from "#kernel/same-secret.ts";
import type { Vault } from "#kernel/vault.ts";

/** Where a prospect comes back to, without an account: each link is known by whom it was given to, and by nobody else. */
export interface ProspectLinks {
  /** The credential of a session: whoever has it is its prospect. */
  token(sessionId: string): string;
  /** The questionnaire's page. */
  chat(slug: string): string;
  /** Goes on with a session on another device, and says whose it is. */
  continueUrl(slug: string, sessionId: string): string;
  /** What became of a session; neither answers nor notes. */
  statusUrl(sessionId: string): string;
  /** The session whose status a link's secret shows; null where nobody ever made it. */
  sessionOfStatus(secret: string): string | null;
  /** The Set-Cookie header that makes a browser the session's prospect. Over https it is never sent in clear. */
  cookie(slug: string, sessionId: string): string;
}

/** Longer than any session can be answered and reviewed, so that whoever comes late is told so. Milliseconds. */
const cookieLifetime = days(90);

/** A session and its token, as a cookie and a link to go on hold them. */
export interface ProspectKey {
  sessionId: string;
  token: string;
}

/** Links are derived from ids under the deployment's secret: nothing of them is stored, and they can be given again. */
export function prospectLinks(vault: Vault, publicUrl: string): ProspectLinks {
  const derive = (purpose: string, id: string) => vault.fingerprint(JSON.stringify([purpose, id]));
  const token = (id: string) => derive("screening session", id);
  const statusOf = (id: string) => derive("screening status", id);
  const chat = (slug: string) => `${publicUrl}/c/${slug}`;
  const secure = publicUrl.startsWith("https:") ? "; Secure" : "";
  return {
    token,
    chat,
    continueUrl: (slug, id) => `${chat(slug)}/continue/${id}.${token(id)}`,
    statusUrl: (id) => `${publicUrl}/status/${id}.${statusOf(id)}`,
    sessionOfStatus(secret) {
      const key = readProspectKey(secret);
      return key && isSameSecret(key.token, statusOf(key.sessionId)) ? key.sessionId : null;
    },
    cookie: (slug, id) =>
      `${chatCookie(slug)}=${id}.${token(id)}; Max-Age=${cookieLifetime / 1000}; Path=/; HttpOnly; SameSite=Lax${secure}`,
  };
}

/** How the names of all prospects' cookies begin. */
export const chatCookies = "convene_chat_";

/** The cookie of one questionnaire: a prospect may answer several at once. A slug may have characters that no cookie's name has. */
export const chatCookie = (slug: string): string =>
  `${chatCookies}${createHash("sha256").update(slug).digest("hex").slice(0, 16)}`;

/** Reads `<session id>.<secret>`; null for anything else. Whether the secret is right it does not say. */
export function readProspectKey(text: string): ProspectKey | null {
  const [sessionId = "", token = "", ...rest] = text.split(".");
  if (rest.length > 0 || token === "" || !isUuid(sessionId)) return null;
  return { sessionId: sessionId.toLowerCase(), token };
}
