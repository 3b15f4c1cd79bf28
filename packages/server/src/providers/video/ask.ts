import { setTimeout as pause } from "node:timers/promises";
import { Refusal } from "#kernel/errors.ts";
import { quote } from "../outbound/answers.ts";
import { OutboundFault } from "../outbound/fault.ts";
import type { Outbound } from "../outbound/outbound.ts";

/** One request to a provider's API, which must be harmless when it is made again. */
export interface Question {
  /** As people know it, for the refusals. */
  provider: string;
  method: "GET" | "POST" | "DELETE";
  url: string;
  /** Made anew for each try: tokens expire. */
  headers(): Promise<Record<string, string>> | Record<string, string>;
  body?: object;
}

/** How long to wait, how often to ask, and by which way. */
export interface Patience {
  /** Milliseconds for one try with its answer. */
  timeout: number;
  /** Milliseconds before each further try. */
  pauses: readonly number[];
  /** The way out to addresses that are not the operator's own choice; without it, one goes straight. */
  outbound?: Outbound;
}

/** Somebody waits for the answer: three tries, ten seconds each at most, and none after one that got no answer. */
export const usualPatience: Patience = { timeout: 10_000, pauses: [200, 800] };

/**
 * The JSON that a provider answers. Asks again where the network or the provider fails for a moment, but not where it
 * does not answer in time. Refuses with `provider_refused` what the provider does not take, and with
 * `provider_unavailable` where no answer can be had.
 */
export async function ask(question: Question, patience: Patience): Promise<object> {
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await tryOnce(question, patience);
    if ("answer" in outcome) return outcome.answer;
    const rest = patience.pauses[attempt];
    if (!outcome.again || rest === undefined) throw outcome.refusal;
    await pause(rest);
  }
}

type Outcome = { answer: object } | { refusal: Refusal; again: boolean };

async function tryOnce(question: Question, patience: Patience): Promise<Outcome> {
  const { provider } = question;
  try {
    return judge(
      provider,
      await (patience.outbound ? sendOut(question, patience.outbound) : send(question, patience)),
    );
  } catch (fault) {
    if (fault instanceof OutboundFault) {
      const refusal = (fault.kind === "refused" ? refused : unavailable)(provider, fault.message, {
        cause: fault,
      });
      return { refusal, again: fault.kind === "connection" };
    }
    const isSlow = fault instanceof Error && fault.name === "TimeoutError";
    return { refusal: unavailable(provider, wordsOf(fault), { cause: fault }), again: !isSlow };
  }
}

interface Answered {
  status: number;
  retryAfter: string | null | undefined;
  text: string;
}

async function send({ method, url, headers, body }: Question, { timeout }: Patience): Promise<Answered> {
  const response = await fetch(url, {
    method,
    headers: { ...jsonHeaders(body), ...(await headers()) },
    body: body ? JSON.stringify(body) : undefined,
    redirect: "manual",
    signal: AbortSignal.timeout(timeout),
  });
  return {
    status: response.status,
    retryAfter: response.headers.get("retry-after"),
    text: await response.text(),
  };
}

async function sendOut({ url, headers, body = {} }: Question, outbound: Outbound): Promise<Answered> {
  const request = {
    url,
    headers: { ...jsonHeaders(body), ...(await headers()) },
    body: JSON.stringify(body),
  };
  const { status, headers: answered, body: bytes } = await outbound.post(request);
  return { status, retryAfter: answered["retry-after"], text: bytes.toString("utf8") };
}

const jsonHeaders = (body: object | undefined): Record<string, string> => ({
  accept: "application/json",
  ...(body ? { "content-type": "application/json" } : {}),
});

function judge(provider: string, { status, retryAfter, text }: Answered): Outcome {
  const answer = parse(text);
  const ok = status >= 200 && status < 300;
  if (ok && answer) return { answer };
  const words = `${status} ${quote(text)}`;
  if (ok) return { refusal: unavailable(provider, `no JSON: ${words}`), again: false };
  if (status === 429 || status >= 500) {
    const refusal = unavailable(provider, words, { retryAfter: readSeconds(retryAfter) });
    return { refusal, again: status !== 429 };
  }
  return { refusal: refused(provider, words), again: false };
}

/** The provider answered, and does not take what was asked. What it said is for the log. */
const refused = (provider: string, internal: string, { cause }: { cause?: unknown } = {}): Refusal =>
  new Refusal("provider_refused", {
    detail: `${provider} did not take the request; the operator finds its words in the log`,
    internal: `${provider}: ${internal}`,
    cause,
  });

/** No answer could be had. */
const unavailable = (
  provider: string,
  internal: string,
  { retryAfter = 5, cause }: { retryAfter?: number; cause?: unknown } = {},
): Refusal =>
  new Refusal("provider_unavailable", {
    detail: `${provider} gives no answer at the moment; try again`,
    internal: `${provider}: ${internal}`,
    retryAfter,
    cause,
  });

/** `fetch failed` says nothing; its cause does. */
function wordsOf(fault: unknown): string {
  const { cause = fault } = fault as { cause?: unknown };
  return cause instanceof Error ? cause.message || cause.name : String(cause);
}

/** The object that a text is; null for what is none. */
export function parse(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : null;
  } catch {
    return null;
  }
}

const readSeconds = (text: string | null | undefined): number | undefined =>
  text && /^\d{1,5}$/.test(text) ? Number(text) : undefined;
