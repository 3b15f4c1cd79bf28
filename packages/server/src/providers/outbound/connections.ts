import http from "node:http";
import https from "node:https";
import type { Duplex } from "node:stream";
import { OutboundFault } from "./fault.ts";

/** Milliseconds that a connection without a request is kept. */
const idleFor = 4_000;

/** Milliseconds after which a connection is used no more, so that a name that leads elsewhere is noticed. */
const longestLife = 60_000;

/** A connection that was kept was closed at its other end when it was used again. */
export class StaleConnection extends OutboundFault {
  constructor() {
    super("connection", "The connection had been closed");
  }
}

/**
 * Connections that are kept for a moment, so that many requests to one receiver share them. Each leads to the address
 * that was looked at when it was made, whatever the name has come to mean since. Made here, agents know nothing of
 * proxies in the environment, and of none of its switches that trust any certificate.
 */
export function keptConnections(): (url: URL) => http.Agent {
  const options = { keepAlive: true, timeout: idleFor };
  const [plain, secure] = [shortLived(new http.Agent(options)), shortLived(new https.Agent(options))];
  return (url) => (isSecure(url) ? secure : plain);
}

/** A connection for one request. */
export const newConnection = (url: URL): http.Agent =>
  isSecure(url) ? new https.Agent({ keepAlive: false }) : new http.Agent({ keepAlive: false });

const isSecure = ({ protocol }: URL): boolean => protocol === "https:";

/** The agent asks whether to keep a connection each time that a request is done with it. */
function shortLived(agent: http.Agent): http.Agent {
  const keep = agent.keepSocketAlive.bind(agent);
  const since = new WeakMap<Duplex, number>();
  agent.keepSocketAlive = (socket) => {
    const first = since.get(socket) ?? performance.now();
    since.set(socket, first);
    return performance.now() - first < longestLife && keep(socket);
  };
  return agent;
}
