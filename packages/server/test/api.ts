import type { createConformance } from "./conformance.ts";

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever members it asserts on
type Json = any;

export interface Response {
  status: number;
  headers: Headers;
  body: Json;
}

export interface Api {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  patch(path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  put(path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  delete(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Sends a body as it is, with whatever headers. */
  send(
    method: string,
    path: string,
    body: string | FormData | undefined,
    headers: Record<string, string>,
  ): Promise<Response>;
}

/** A client over real HTTP that holds every answer against the OpenAPI document. */
export function createApi(
  url: string,
  token: string | null,
  conforms: ReturnType<typeof createConformance>,
): Api {
  const send: Api["send"] = async (method, path, body, headers) => {
    const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
    const response = await fetch(url + path, { method, body, headers: { ...authorization, ...headers } });
    const contentType = response.headers.get("content-type") ?? "";
    const text = contentType.startsWith("text/event-stream") ? await hangUp(response) : await response.text();
    const parsed: Json = /json/.test(contentType) ? JSON.parse(text) : text;
    conforms({ method, path, status: response.status, contentType, body: parsed });
    return { status: response.status, headers: response.headers, body: parsed };
  };
  /** A stream would go on for ever; that it began is all that this client can say of it. */
  const hangUp = async (response: globalThis.Response): Promise<string> => {
    await response.body?.cancel();
    return "";
  };
  const json =
    (method: string) =>
    (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      body === undefined
        ? send(method, path, undefined, headers)
        : send(method, path, JSON.stringify(body), { "content-type": "application/json", ...headers });
  return {
    get: (path, headers = {}) => send("GET", path, undefined, headers),
    post: json("POST"),
    patch: json("PATCH"),
    put: json("PUT"),
    delete: (path, headers = {}) => send("DELETE", path, undefined, headers),
    send,
  };
}
