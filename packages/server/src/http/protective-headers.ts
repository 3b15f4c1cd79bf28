import type { IncomingMessage, ServerResponse } from "node:http";
import helmet from "helmet";

/**
 * The headers by which helmet protects whoever reads an answer. They are the same for all answers, so it is asked once;
 * pages add a policy of their own for what they may load.
 */
export function protectiveHeaders(isHttps: boolean): Record<string, string> {
  const headers: Record<string, string> = {};
  const answer = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value;
    },
    removeHeader: () => {},
  };
  const ask = helmet({ contentSecurityPolicy: false, hsts: isHttps });
  ask({} as IncomingMessage, answer as unknown as ServerResponse, () => {});
  return headers;
}
