import type { FastifyRequest } from "fastify";

/**
 * Whether the caller sits at this machine and asked for it by its own name: another name that leads here is a page
 * elsewhere that reads along (DNS rebinding), and one that came over a proxy was asked for by who knows whom.
 */
export function isLocal({ ip, socket, headers, raw }: FastifyRequest): boolean {
  // Many proxies still speak HTTP/1.0 to what is behind them, and add nothing else unless they are told to.
  const isProxied = raw.httpVersion === "1.0" || Object.keys(headers).some((name) => ofProxies.test(name));
  return (
    isLoopback(ip) && isLoopback(socket.remoteAddress ?? "") && !isProxied && isLoopbackName(headers.host)
  );
}

const ofProxies = /^(forwarded|via|x-forwarded-.*|x-real-ip|x-client-ip|true-client-ip|cf-.*)$/;

const isLoopback = (address: string): boolean => /^(::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/.test(address);

const isLoopbackName = (host = ""): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i.test(host);
