import type { Server } from "../compose.ts";

// biome-ignore lint/suspicious/noExplicitAny: the demo reads its own server's documented answers
type Answer = any;

export type Call = (
  token: string | null,
  method: "GET" | "POST" | "PATCH",
  url: string,
  body?: object,
  organizationId?: string,
) => Promise<Answer>;

/** Calls the server's own routes in process: the demo comes into being the way any user's data does. */
export function caller({ app }: Server): Call {
  return async (token, method, url, body, organizationId) => {
    const headers = {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(organizationId ? { "x-organization-id": organizationId } : {}),
    };
    const response = await app.inject({ method, url, headers, payload: body });
    if (response.statusCode >= 300) throw new Error(`the demo's ${method} ${url} answered ${response.body}`);
    return response.json();
  };
}
