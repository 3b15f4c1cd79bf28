import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Clock } from "#kernel/clock.ts";
import type { ExpoPush, PushAnswer, PushMessage, PushReceipt } from "#notifications/push-port.ts";
import { quote, readRetryAfter } from "../outbound/answers.ts";

interface Options {
  /** Where Expo's API is: https://exp.host. */
  url: string;
  /** Where the project asks for one. */
  accessToken: string | null;
  clock: Clock;
}

/**
 * Expo's push API, https://docs.expo.dev/push-notifications/sending-notifications. Not by its own SDK, which reads
 * its address from the environment, has no timeout, and tries again by itself after pauses of its own.
 */
export const expoPush = (options: Options): ExpoPush => ({
  async send(token, message) {
    const { failure, data } = await call(options, "send", [messageFor(token, message)]);
    if (failure) return failure;
    const ticket = Array.isArray(data) ? (data[0] as Verdict | undefined) : undefined;
    if (ticket?.status === "ok") return { result: "delivered", detail: "taken by Expo", ticket: ticket.id };
    return ticket ? judge(ticket) : { result: "unreachable", detail: "Expo answered without a ticket" };
  },
  async receipts(tickets) {
    const { failure, data } = await call(options, "getReceipts", { ids: tickets });
    if (failure) throw new Error(`Expo gives no receipts: ${failure.detail}`);
    const receipts = Object.entries((data ?? {}) as Record<string, Verdict>);
    return new Map(receipts.map(([ticket, verdict]) => [ticket, judgeReceipt(verdict)]));
  },
});

/** A ticket or a receipt. */
interface Verdict {
  status: "ok" | "error";
  id?: string;
  message?: string;
  details?: { error?: string };
}

/** Milliseconds for a request with its answer. */
const timeout = 15_000;

/** Bytes beyond which a body is compressed, as Expo's own SDK does. */
const longestPlain = 1024;

/** `tag` and `collapseId` let a repeat take the place of what is shown already: on Android, and on iOS. */
const messageFor = (to: string, { id, kind, title, body, url, ttl, isUrgent }: PushMessage) => ({
  to,
  title,
  body,
  data: { effectId: id, kind, url },
  ttl,
  priority: isUrgent ? "high" : "default",
  sound: "default",
  tag: id,
  collapseId: id,
});

type Called = { failure: PushAnswer; data?: undefined } | { failure: null; data: unknown };

async function call({ url, accessToken, clock }: Options, name: string, content: object): Promise<Called> {
  const json = JSON.stringify(content);
  const isLong = Buffer.byteLength(json) > longestPlain;
  try {
    const response = await fetch(`${url}/--/api/v2/push/${name}`, {
      method: "POST",
      headers: {
        accept: "application/json",
        "content-type": "application/json",
        ...(isLong ? { "content-encoding": "gzip" } : {}),
        ...(accessToken ? { authorization: `Bearer ${accessToken}` } : {}),
      },
      body: isLong ? new Uint8Array(await promisify(gzip)(json)) : json,
      redirect: "manual",
      signal: AbortSignal.timeout(timeout),
    });
    const text = await response.text();
    const { errors, data } = parse(text);
    if (response.ok && !errors && data !== undefined) return { failure: null, data };
    const { status } = response;
    const words = quote(errors?.[0]?.message ?? text) || `status ${response.status} without a reason`;
    const retryAfter = readRetryAfter(response.headers.get("retry-after"), clock());
    const result = status === 429 || status >= 500 || response.ok ? "unreachable" : "refused";
    return { failure: { result, detail: `Expo: ${words}`, status, retryAfter } };
  } catch (fault) {
    return { failure: { result: "unreachable", detail: `Expo cannot be reached: ${wordsOf(fault)}` } };
  }
}

interface Body {
  data?: unknown;
  errors?: readonly { code: string; message: string }[];
}

/** What is no JSON says nothing. */
function parse(text: string): Body {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null ? body : {};
  } catch {
    return {};
  }
}

/** `fetch failed` says nothing; its cause does. */
function wordsOf(fault: unknown): string {
  const { cause = fault } = fault as { cause?: unknown };
  return cause instanceof Error ? cause.message || cause.name : String(cause);
}

/** What its service says is over its limit, or that it broke down: the same push may pass later. */
const passing = new Set(["MessageRateExceeded", "ExpoError", "ProviderError"]);

function judge(verdict: Verdict): PushAnswer {
  const { result, detail } = judgeReceipt(verdict);
  const isPassing = result === "refused" && passing.has(verdict.details?.error ?? "");
  return { result: isPassing ? "unreachable" : result, detail };
}

function judgeReceipt({ status, message, details }: Verdict): PushReceipt {
  if (status === "ok") return { result: "delivered", detail: null };
  const words = quote([details?.error, message].filter(Boolean).join(": "));
  const detail = `Expo: ${words || "an error without words"}`;
  return { result: details?.error === "DeviceNotRegistered" ? "gone" : "refused", detail };
}
