import http from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import { type AddressRules, createAddressRules } from "./addresses.ts";
import { keptConnections, newConnection, StaleConnection } from "./connections.ts";
import { OutboundFault } from "./fault.ts";
import { guardedLookup, type Resolve, systemResolve } from "./lookup.ts";

/** A POST to a URL that somebody else chose. */
export interface OutboundRequest {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string | Uint8Array;
}

export interface OutboundAnswer {
  /** Of HTTP. A redirect (3xx) is an answer like any other: it is never followed. */
  status: number;
  headers: http.IncomingHttpHeaders;
  /** The first 64 kB; the rest is not read. */
  body: Buffer;
}

/** The way out to addresses that others chose: none of them may lead into the operator's own network. */
export interface Outbound {
  /**
   * Sends one request, and waits 15 s at most from the name's resolution to the end of the answer. Where a connection
   * that was kept turns out to be closed, it is sent once more over a new one. Throws OutboundFault; its kind `refused`
   * says that we do not go there.
   */
  post(request: OutboundRequest): Promise<OutboundAnswer>;
  /** What is wrong with a URL as far as can be said without asking for its name's address; null where nothing is. */
  faultOf(url: string): string | null;
}

interface Options {
  /** CIDRs beside the public addresses that may be reached. */
  allowed: readonly string[];
  /** Plain http to any address. Otherwise only to those within `allowed`; https goes everywhere. */
  plainHttp: boolean;
  /** Of all addresses of a name; the system's by default. */
  resolve?: Resolve;
  /** Milliseconds for the whole exchange. */
  timeout?: number;
}

const defaultTimeout = 15_000;

/** Bytes of an answer that are read. */
const longestAnswer = 65_536;

export function createOutbound(options: Options): Outbound {
  const { allowed, plainHttp, resolve = systemResolve, timeout = defaultTimeout } = options;
  const rules = createAddressRules(allowed);
  const kept = keptConnections();
  /** Plain http is for the operator's own network, where it is not for everywhere. */
  const mayReach = (protocol: string, address: string) =>
    protocol === "https:" || plainHttp ? rules.mayReach(address) : rules.isAllowed(address);
  const faultOf = (text: string) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null || !/^https?:$/.test(url.protocol)) return "must be an http or https URL";
    // Of an empty name and password, nothing but the @ tells.
    if (/^https?:[/\\]*[^/\\?#]*@/i.test(text.trim())) return "must not carry a user name or password";
    if (text.includes("#")) return "must not have a fragment";
    if (url.port === "0") return "must not have the port 0";
    if (url.hostname.replace(/\.$/, "").split(".").includes("")) return "must have a whole host name";
    if (url.protocol === "http:" && !plainHttp && allowed.length === 0) return "must be an https URL";
    const host = hostOf(url);
    if (isIP(host) === 0 || mayReach(url.protocol, host)) return null;
    return forbidden(rules, host);
  };
  return {
    faultOf,
    async post(request) {
      const fault = faultOf(request.url);
      if (fault) throw new OutboundFault("refused", `The URL ${fault}`);
      const url = new URL(request.url);
      const lookup = guardedLookup(resolve, (address) =>
        mayReach(url.protocol, address) ? null : `The URL ${forbidden(rules, address)}`,
      );
      const deadline = performance.now() + timeout;
      const left = () => Math.max(0, deadline - performance.now());
      try {
        return await exchange(request, url, { lookup, agent: kept(url) }, left());
      } catch (fault) {
        if (!(fault instanceof StaleConnection)) throw fault;
        return exchange(request, url, { lookup, agent: newConnection(url) }, left());
      }
    },
  };
}

/** Does not tell the address: which names there are behind the operator's wall is nobody's business. */
const forbidden = (rules: AddressRules, address: string): string =>
  rules.mayReach(address)
    ? "must be https: plain http is only for addresses that the operator allows"
    : "must not lead to an address that is not public";

/** A host as connections take it: IPv6 without its brackets. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, "");

function exchange(
  { headers, body }: OutboundRequest,
  url: URL,
  way: Pick<http.RequestOptions, "lookup" | "agent">,
  timeout: number,
): Promise<OutboundAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<OutboundAnswer>();
  const secure = url.protocol === "https:";
  const bytes = Buffer.from(body);
  const request = (secure ? https : http).request(url, {
    method: "POST",
    headers: { "accept-encoding": "identity", ...headers, "content-length": bytes.length },
    ...way,
    ...(secure && { rejectUnauthorized: true }),
  });
  const timer = setTimeout(
    () => fail(new OutboundFault("timeout", `No complete answer within ${timeout / 1000} s`)),
    timeout,
  );
  const fail = (fault: unknown) => {
    clearTimeout(timer);
    request.destroy();
    reject(OutboundFault.from(fault));
  };
  let isAnswered = false;
  request.on("error", (fault) => {
    if (request.reusedSocket && !isAnswered) fail(new StaleConnection());
    else fail(fault);
  });
  // What closes without an answer or an error, such as one that wants to become something else than HTTP.
  request.on("close", () => {
    if (!isAnswered) fail(new OutboundFault("connection", "The connection was closed unanswered"));
  });
  request.on("response", (response) => {
    isAnswered = true;
    read(response).then((answer) => {
      clearTimeout(timer);
      resolve(answer);
    }, fail);
  });
  request.end(bytes);
  return promise;
}

/** Reads as much of an answer as is wanted; of one with more, the connection is closed. */
async function read(response: http.IncomingMessage): Promise<OutboundAnswer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= longestAnswer) break;
  }
  const body = Buffer.concat(chunks).subarray(0, longestAnswer);
  return { status: response.statusCode ?? 0, headers: response.headers, body };
}
