import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { delimiter, join } from "node:path";
import { freePort } from "../../../../test/free-ports.ts";

/** A NATS server for a test, which asks for a user and a password. */
export interface TestNats {
  /** With the credentials in it. */
  url: string;
  start(): Promise<void>;
  /** As if its machine were gone. */
  stop(): Promise<void>;
}

const [user, pass] = ["convene", "p@ss word"];

/** A real one where the machine has the program, else the small one below. */
export const startNats = (): Promise<TestNats> => (natsServer ? startReal(natsServer) : startSmallNats());

/** Debian's package `nats-server` has it. */
export const natsServer = findProgram("nats-server");

function findProgram(name: string): string | null {
  const places = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"].map((folder) =>
    join(folder, name),
  );
  return places.find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const urlOf = (port: number): string =>
  `nats://${encodeURIComponent(user)}:${encodeURIComponent(pass)}@127.0.0.1:${port}`;

async function startReal(program: string): Promise<TestNats> {
  const port = await freePort();
  let child: ChildProcess | null = null;
  const nats: TestNats = {
    url: urlOf(port),
    async start() {
      child = spawn(program, ["-a", "127.0.0.1", "-p", String(port), "--user", user, "--pass", pass], {
        stdio: ["ignore", "ignore", "pipe"],
      });
      await ready(child);
    },
    async stop() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
  await nats.start();
  return nats;
}

/** Resolves once the program says that it is; what it says afterwards is let go. */
async function ready(child: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let log = "";
  child.stderr?.on("data", (chunk) => {
    log += chunk;
    if (log.includes("Server is ready")) resolve();
  });
  child.once("exit", () => reject(new Error(`nats-server did not start:\n${log}`)));
  await promise;
}

/**
 * As much of NATS as carries messages, by its documented text protocol
 * (https://docs.nats.io/reference/reference-protocols/nats-protocol): INFO, CONNECT, PING, PONG, SUB, UNSUB, PUB, MSG.
 */
export async function startSmallNats(): Promise<TestNats> {
  const port = await freePort();
  const clients = new Set<Client>();
  let server: Server | null = null;
  const nats: TestNats = {
    url: urlOf(port),
    async start() {
      server = createServer((socket) => {
        const client = serve(socket, clients);
        clients.add(client);
        socket.on("error", () => {}).on("close", () => clients.delete(client));
      }).listen(port, "127.0.0.1");
      await once(server, "listening");
    },
    async stop() {
      if (!server) return;
      const closed = once(server, "close");
      server.close();
      for (const { socket } of clients) socket.destroy();
      await closed;
      server = null;
    },
  };
  await nats.start();
  return nats;
}

interface Client {
  socket: Socket;
  /** Subjects by the client's own numbers. */
  subscriptions: Map<string, string>;
}

function serve(socket: Socket, clients: ReadonlySet<Client>): Client {
  const client: Client = { socket, subscriptions: new Map() };
  let bytes = Buffer.alloc(0);
  const info = { server_id: "small", version: "2.9.0", max_payload: 1_048_576, auth_required: true };
  socket.write(`INFO ${JSON.stringify(info)}\r\n`);
  socket.on("data", (chunk) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (;;) {
      const end = bytes.indexOf("\r\n");
      if (end < 0) return;
      const line = bytes.subarray(0, end).toString();
      const size = line.startsWith("PUB ") ? Number(line.split(" ").at(-1)) : null;
      const next = end + 2 + (size === null ? 0 : size + 2);
      if (bytes.length < next) return;
      obey(client, clients, line, size === null ? null : bytes.subarray(end + 2, next - 2));
      bytes = bytes.subarray(next);
    }
  });
  return client;
}

function obey(client: Client, clients: ReadonlySet<Client>, line: string, payload: Buffer | null): void {
  const { socket, subscriptions } = client;
  const [verb, ...words] = line.split(" ");
  if (verb === "CONNECT") {
    const given = JSON.parse(line.slice(verb.length));
    if (given.user !== user || given.pass !== pass) socket.end("-ERR 'Authorization Violation'\r\n");
  } else if (verb === "PING") socket.write("PONG\r\n");
  else if (verb === "SUB") subscriptions.set(words.at(-1) ?? "", words[0] ?? "");
  else if (verb === "UNSUB") subscriptions.delete(words[0] ?? "");
  else if (verb === "PUB" && payload) {
    for (const other of clients) {
      for (const [sid, subject] of other.subscriptions) {
        if (subject !== words[0]) continue;
        other.socket.write(`MSG ${subject} ${sid} ${payload.length}\r\n`);
        other.socket.write(Buffer.concat([payload, Buffer.from("\r\n")]));
      }
    }
  } else if (verb !== "PONG") socket.end(`-ERR 'Unknown Protocol Operation'\r\n`);
}
