import { quote, readRetryAfter } from "../../outbound/answers.ts";

/** What Zoom answered to one request, or what became of the request. */
export type Answered =
  | { kind: "answer"; status: number; body: unknown; code: number | null; words: string; retryAfter?: number }
  /** `isSent`: Zoom may have acted on it. */
  | { kind: "nothing"; isSent: boolean; words: string };

interface Exchange {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string;
  /** Ends the request, when it comes to this. */
  signal: AbortSignal;
  now: Date;
}

/** One request over HTTP. Never throws: whatever goes wrong is an answer, or nothing. */
export async function exchange({ method, url, headers, body, signal, now }: Exchange): Promise<Answered> {
  try {
    const response = await fetch(url, {
      method,
      headers: { accept: "application/json", ...headers },
      body,
      redirect: "manual",
      signal,
    });
    const text = await response.text();
    const parsed = parse(text);
    const { code, message, reason, errors } = membersOf(parsed);
    const named = Array.isArray(errors) ? errors.map(wordsOfError) : [];
    const words = quote([message ?? reason ?? text, ...named].map(String).join("; "));
    const retryAfter = readWait(response.headers.get("retry-after"), now);
    const { status } = response;
    return { kind: "answer", status, body: parsed, code: Number(code) || null, words, retryAfter };
  } catch (fault) {
    const cause = causeOf(fault);
    return { kind: "nothing", isSent: !neverSent.has(cause.code ?? ""), words: quote(cause.message) };
  }
}

/** Faults before a connection stood. */
const neverSent = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

/** Undefined for what is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The members of an object, whatever it is. */
export const membersOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

function wordsOfError(error: unknown): string {
  const { field, message } = membersOf(error);
  return `${field}: ${message}`;
}

/** `fetch failed` says nothing; its cause does. */
function causeOf(fault: unknown): { message: string; code?: string } {
  const { cause = fault } = fault as { cause?: unknown };
  if (!(cause instanceof Error)) return { message: String(cause) };
  // Where a name has several addresses, each has its fault.
  const first = cause instanceof AggregateError ? cause.errors[0] : cause;
  const { code } = first as { code?: unknown };
  return { message: cause.message || cause.name, code: typeof code === "string" ? code : undefined };
}

/** Zoom gives seconds, or for its daily limits the instant at which they are reset, such as 2026-04-15T00:00:00Z. */
function readWait(header: string | null, now: Date): number | undefined {
  const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(header ?? "") ? Date.parse(header ?? "") : Number.NaN;
  return instant >= now.getTime() ? instant - now.getTime() : readRetryAfter(header, now);
}
