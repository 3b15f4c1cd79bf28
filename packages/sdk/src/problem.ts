import type { components } from "./schema.ts";

type Details = components["schemas"]["Problem"];
type LiveDetails = components["schemas"]["LiveError"];

/** An answer that refuses: `code` is what to branch on, the message is for people. */
export class Problem extends Error {
  override name = "Problem";
  readonly status: number;
  /** From the catalogue of the API, such as `not_found`; `unknown` for an answer that none of our servers made. */
  readonly code: string;
  /** What is wrong with which member of the input. */
  readonly errors: readonly { pointer: string; detail: string }[];
  /** By which the server's log knows the request. */
  readonly requestId: string | null;
  /** Seconds to wait before another try, where the server said so. */
  readonly retryAfter: number | null;

  constructor(response: Response, body: unknown) {
    const details = readDetails(body);
    super(details.detail ?? details.title ?? `${response.status} ${response.statusText}`.trim());
    this.status = response.status;
    this.code = details.code ?? "unknown";
    this.errors = details.errors ?? [];
    this.requestId = details.requestId ?? response.headers.get("x-request-id");
    const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
    this.retryAfter = Number.isFinite(seconds) ? seconds : null;
  }
}

/** No answer came: the network is away, or the server is. */
export class Unreachable extends Error {
  override name = "Unreachable";
}

/** RFC 9457 problem details, or live's `{error, message}`. */
function readDetails(body: unknown): Partial<Details> {
  if (typeof body !== "object" || body === null) return {};
  if ("code" in body) return body as Details;
  if (!("error" in body)) return {};
  const { error, message } = body as LiveDetails;
  return { code: error, title: error, detail: message };
}
