import type { IncomingMessage } from "node:http";
import websocket from "@fastify/websocket";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { WebSocket } from "ws";
import { createAllowance } from "#kernel/allowance.ts";
import { refuse } from "#kernel/errors.ts";
import type { House } from "./house.ts";
import { createPlaces } from "./places.ts";
import type { SocketListener, SocketRoute } from "./socket-route.ts";

export interface SocketLimits {
  /** Most connections from one address; behind one there may be a school. */
  perAddress: number;
  perProcess: number;
  /** Most messages of one connection: this many at once, and as many more as pass in time. */
  burst: number;
  perSecond: number;
  /** Bytes that may wait for one reader before it is cut off. */
  mostUnsent: number;
  /** Milliseconds from one ping to the next. */
  pingEvery: number;
  /** Milliseconds of silence, while pings are sent, after which a connection counts as cut. */
  silentFor: number;
  /** Milliseconds that a client has to close when the server stops. */
  closeWithin: number;
}

/** A cut network is seen within ten seconds. */
const usual: SocketLimits = {
  perAddress: 400,
  perProcess: 4_000,
  burst: 200,
  perSecond: 40,
  mostUnsent: 2 * 1024 * 1024,
  pingEvery: 3_000,
  silentFor: 7_000,
  closeWithin: 1_000,
};

/** Most connections a minute that one address may open. */
const openingsPerMinute = 1_200;

/**
 * Whether a request becomes a WebSocket: only where one is offered. Some clients offer to change to HTTP/2 with each
 * request, and are answered as if they had not.
 */
export function upgradesFor(routes: readonly SocketRoute[]): (request: IncomingMessage) => boolean {
  const paths = routes.map(({ path }) => new RegExp(`^${path.replace(/:\w+/g, "[^/?]+")}(\\?|$)`));
  return ({ headers, url = "" }) =>
    headers.upgrade?.toLowerCase() === "websocket" && paths.some((path) => path.test(url));
}

/** Adds WebSockets to the app. A page of a site that is not ours cannot open one. */
export async function registerSockets(
  app: FastifyInstance,
  house: House,
  routes: readonly SocketRoute[],
): Promise<void> {
  if (routes.length === 0) return;
  const limits = { ...usual, ...house.socketLimits };
  const open = createOpenSockets(limits);
  const places = createPlaces({ ...limits, perTaker: limits.perAddress, kind: "sockets" });
  const origins = [new URL(house.publicUrl).origin, ...house.corsOrigins];
  const maxPayload = Math.max(...routes.map(({ largestMessage }) => largestMessage));
  await app.register(async (scope) => {
    await scope.register(websocket, {
      options: { maxPayload },
      // What a client does to its connection is no fault of ours; the connection ends, and its listener hears of that.
      errorHandler: (fault, socket, request) => {
        request.log.info({ err: fault }, "a socket failed");
        socket.terminate();
      },
      preClose: (done) => {
        places.close();
        open.stop().then(() => done(), done);
      },
    });
    scope.addHook("onRequest", async (request: FastifyRequest) => {
      const { origin } = request.headers;
      if (origin !== undefined && !origins.includes(origin)) {
        throw refuse("foreign_origin", "this page may not open a socket here");
      }
    });
    for (const route of routes) {
      scope.get(
        route.path,
        {
          websocket: true,
          schema: { hide: true },
          config: { rateLimit: { max: openingsPerMinute, timeWindow: "1 minute" } },
          preHandler: async (request) => {
            if (request.ws) request.raw.socket.once("close", places.take(request.ip));
          },
        },
        (socket, request) => open.add(socket, route, request.params as Record<string, string>),
      );
    }
  });
}

/** The connections that are open, and what keeps them in bounds. */
function createOpenSockets(limits: SocketLimits) {
  const watched = new Map<WebSocket, { listener: SocketListener; heardAt: number }>();
  let lastLook = performance.now();
  const looking = setInterval(() => {
    const now = performance.now();
    // Where this process itself stood still, the answers wait to be read.
    const wasHere = now - lastLook < limits.pingEvery + limits.silentFor / 2;
    lastLook = now;
    for (const [socket, { heardAt }] of watched) {
      if (wasHere && now - heardAt > limits.silentFor) socket.terminate();
      else if (socket.readyState === socket.OPEN) socket.ping();
    }
  }, limits.pingEvery);
  looking.unref();

  return {
    add(socket: WebSocket, route: SocketRoute, params: Record<string, string>): void {
      const allows = createAllowance(limits);
      const listener = route.open(openSocket(socket, limits.mostUnsent), params);
      const entry = { listener, heardAt: performance.now() };
      watched.set(socket, entry);
      socket.on("pong", () => {
        entry.heardAt = performance.now();
      });
      socket.on("message", (data, isBinary) => {
        entry.heardAt = performance.now();
        if (socket.readyState !== socket.OPEN) return;
        if (allows()) return listener.message(isBinary ? "" : data.toString());
        listener.flooded();
        socket.close(1008);
      });
      socket.on("close", () => {
        if (watched.delete(socket)) listener.closed();
      });
    },
    /** Tells all that the server stops, and waits until they are gone. */
    async stop(): Promise<void> {
      clearInterval(looking);
      await Promise.all(Array.from(watched, ([socket, { listener }]) => end(socket, listener, limits)));
    },
  };
}

function end(socket: WebSocket, listener: SocketListener, { closeWithin }: SocketLimits): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState === socket.CLOSED) return resolve();
    const cutting = setTimeout(() => socket.terminate(), closeWithin);
    socket.once("close", () => {
      clearTimeout(cutting);
      resolve();
    });
    listener.stopping();
    socket.close(1001);
  });
}

const openSocket = (socket: WebSocket, mostUnsent: number) => ({
  send(text: string) {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount + text.length > mostUnsent) return socket.terminate();
    // The connection's end is heard of in another way.
    socket.send(text, () => {});
  },
  close() {
    socket.close(1000);
  },
});
