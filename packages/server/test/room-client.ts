import assert from "node:assert/strict";
import { WebSocket } from "ws";
import type { ClientMessage, ServerMessage } from "../src/rooms/protocol/messages.ts";

type Type = ServerMessage["type"];
export type Told<T extends Type> = Extract<ServerMessage, { type: T }>;

/** A client of a room without media: it sends what a test says, and remembers what it is told. */
export interface RoomClient {
  send(message: ClientMessage): void;
  sendRaw(text: string | Buffer): void;
  /** The first message of this type that no one has taken yet; waits for it. Fails when the connection ends before. */
  next<T extends Type>(type: T): Promise<Told<T>>;
  /** Everything so far, taken or not. */
  told: ServerMessage[];
  /** What it was told of this type so far, taken or not. */
  all<T extends Type>(type: T): Told<T>[];
  /** Resolves with the code when the connection is gone. */
  closed: Promise<number>;
  /** Stops to answer, as behind a cut network. */
  freeze(): void;
  /** Breaks the connection off. */
  cut(): void;
  socket: WebSocket;
}

/** Milliseconds for one message on a busy machine; far more than it ever takes. */
const patience = 30_000;

/** Opens a room's socket: the address is `ws:` or `http:`. Rejects with the status when it is refused. */
export async function connectToRoom(
  url: string,
  options: { origin?: string; headers?: Record<string, string> } = {},
): Promise<RoomClient> {
  const socket = new WebSocket(url.replace(/^http/, "ws"), options);
  const told: ServerMessage[] = [];
  const untaken: ServerMessage[] = [];
  const wakers = new Set<() => void>();
  let isClosed = false;
  const wake = () => {
    for (const waker of wakers) waker();
  };
  socket.on("message", (data) => {
    const message = JSON.parse(data.toString()) as ServerMessage;
    told.push(message);
    untaken.push(message);
    wake();
  });
  const closed = new Promise<number>((resolve) => {
    socket.on("close", (code) => {
      isClosed = true;
      resolve(code);
      wake();
    });
  });
  await new Promise<void>((resolve, reject) => {
    socket.on("open", resolve);
    socket.on("unexpected-response", (_request, response) => reject(new Error(`${response.statusCode}`)));
    socket.on("error", reject);
  });
  return {
    socket,
    told,
    closed,
    send: (message) => socket.send(JSON.stringify(message)),
    sendRaw: (text) => socket.send(text),
    all: <T extends Type>(type: T) => told.filter((message): message is Told<T> => message.type === type),
    freeze: () => socket.pause(),
    cut: () => socket.terminate(),
    async next<T extends Type>(type: T) {
      const deadline = Date.now() + patience;
      for (;;) {
        const index = untaken.findIndex((message) => message.type === type);
        const found = index >= 0 ? untaken.splice(index, 1)[0] : undefined;
        if (found) return found as Told<T>;
        const heard = JSON.stringify(told.map((message) => message.type));
        assert.ok(!isClosed, `the connection ended before "${type}" came, after ${heard}`);
        assert.ok(Date.now() < deadline, `"${type}" did not come, after ${heard}`);
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, 1_000);
          const waker = () => {
            clearTimeout(timer);
            wakers.delete(waker);
            resolve();
          };
          wakers.add(waker);
        });
      }
    },
  };
}

/** What is answered to whoever asks for a ticket. */
export interface TicketAnswer {
  ticket: string;
  socketUrl: string;
}

/** Connects as somebody with a ticket, to the process that stands behind the address that came with it. */
export async function comeWith(
  { ticket, socketUrl }: TicketAnswer,
  processes: Readonly<Record<string, string>>,
): Promise<RoomClient> {
  const { host, pathname } = new URL(socketUrl);
  const url = processes[host];
  assert.ok(url, `no process stands behind ${socketUrl}`);
  const client = await connectToRoom(`${url}${pathname}`);
  client.send({ type: "hello", ticket });
  return client;
}
