import createClient, { type Client, type Middleware } from "openapi-fetch";
import { Problem, Unreachable } from "./problem.ts";
import type { paths } from "./schema.ts";

export type Api = Client<paths>;

export interface ApiOptions {
  /** Where the server is, without a slash at the end; a page of the server itself leaves it out. */
  baseUrl?: string;
  /** An access token or API key; without it the browser's sign-in cookie counts. */
  token?: string;
  fetch?: typeof globalThis.fetch;
}

/**
 * A client of the whole API, typed by its OpenAPI document. A refusal is thrown as a `Problem`, a lost network as
 * `Unreachable`; so what a call answers always has its `data`, which `answerOf` takes out.
 */
export function createApi({ baseUrl = "", token, fetch = globalThis.fetch }: ApiOptions = {}): Api {
  const client = createClient<paths>({
    baseUrl,
    credentials: "include",
    fetch: (request) => persist(request, fetch),
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
  client.use(refusals, keys);
  return client;
}

/** The body of a successful answer: `const me = await answerOf(api.GET("/api/me"))`. */
export async function answerOf<T>(call: Promise<{ data?: T; response: Response }>): Promise<T> {
  const { data, response } = await call;
  if (data === undefined) throw new Problem(response, null);
  return data;
}

const refusals: Middleware = {
  async onResponse({ response }) {
    if (response.ok) return undefined;
    throw new Problem(response, await response.json().catch(() => null));
  },
};

/** A POST under a key is done once, however often it is sent. */
const keys: Middleware = {
  onRequest({ request }) {
    if (request.method === "POST" && !request.headers.has("idempotency-key")) {
      request.headers.set("idempotency-key", newKey());
    }
    return request;
  },
};

/** Not `crypto.randomUUID`, which browsers have only where the page came over https. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Milliseconds before each further try. */
const pauses = [300, 1_500];

/** Sends again what got no answer, where doing it twice does no harm. */
async function persist(request: Request, fetch: typeof globalThis.fetch): Promise<Response> {
  const isRepeatable = request.method === "GET" || request.headers.has("idempotency-key");
  for (const pause of isRepeatable ? pauses : []) {
    try {
      return await fetch(request.clone());
    } catch (fault) {
      if (request.signal.aborted) throw fault;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  try {
    return await fetch(request);
  } catch (fault) {
    if (request.signal.aborted) throw fault;
    throw new Unreachable("the server cannot be reached", { cause: fault });
  }
}
