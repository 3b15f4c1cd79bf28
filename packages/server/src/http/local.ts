import type { FastifyRequest } from "fastify";

/**
 * Whether the caller sits at this machine and asked for it by its own name: another name that leads here is a page
 * elsewhere that reads along (DNS rebinding), and one that came over a proxy was asked for by who knows whom.
 */
export function isLocal({ ip, socket, headers }: FastifyRequest): boolean {
  const isProxied = headers.forwarded !== undefined || headers["x-forwarded-for"] !== undefined;
  return (
    isLoopback(ip) && isLoopback(socket.remoteAddress ?? "") && !isProxied && isLoopbackName(headers.host)
  );
}

const isLoopback = (address: string): boolean => /^(::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/.test(address);

const isLoopbackName = (host = ""): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i.test(host);
