import { connect, type OnReadOpts, type Socket } from "node:net";
import type { FromReaders, ToReaders, Wanted } from "./messages.ts";
import { now } from "./now.ts";

/**
 * Readers of streams, in a process of their own: sockets that ask for a stream each and count what comes, with as
 * little work as can be, so that they keep up with whoever writes to them.
 */
interface Group {
  sockets: Socket[];
  marker: number;
  /** How many markers each reader had. */
  seen: number[];
  total: number;
  last: number;
}

const groups = new Map<number, Group>();

/** Connections that are being opened at once: fewer than a server lets wait. */
const openedAtOnce = 64;

process.on("message", (message: ToReaders) => {
  act(message).then(say, (fault) => say({ type: "failed", reason: String(fault) }));
});
process.once("disconnect", () => process.exit());

const say = (message: FromReaders) => process.send?.(message);

async function act(message: ToReaders): Promise<FromReaders> {
  const { port } = message;
  const group = groups.get(port) ?? { sockets: [], marker: 0, seen: [], total: 0, last: 0 };
  groups.set(port, group);
  if (message.type === "open") await open(group, message);
  if (message.type === "look")
    Object.assign(group, { marker: message.marker, seen: group.sockets.map(() => 0), total: 0 });
  if (message.type === "close") {
    for (const socket of group.sockets) socket.destroy();
    groups.delete(port);
  }
  if (message.type !== "count") return { type: "done" };
  const { seen, total, last } = group;
  return { type: "counted", count: { total, last, twice: seen.filter((times) => times > 1).length } };
}

interface Opening {
  port: number;
  count: number;
  wanted: readonly Wanted[];
}

async function open(group: Group, { port, count, wanted }: Opening): Promise<void> {
  let left = count;
  const openSome = async () => {
    while (left > 0) {
      left -= 1;
      const index = group.seen.push(0) - 1;
      const next = wanted[index % wanted.length];
      if (next) group.sockets[index] = await openOne(group, index, port, next);
    }
  };
  await Promise.all(Array.from({ length: openedAtOnce }, openSome));
}

/** What all sockets read into: it is looked at before anything else is read. */
const buffer = Buffer.alloc(64 * 1024);

/** Resolves when the stream has begun. */
function openOne(
  group: Group,
  index: number,
  port: number,
  { path, authorization }: Wanted,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    let isOpen = false;
    const onread: OnReadOpts = {
      buffer,
      callback(length) {
        if (isOpen) count(group, index, buffer.subarray(0, length));
        else {
          const head = buffer.toString("latin1", 0, Math.min(length, 500));
          if (head.startsWith("HTTP/1.1 200 ")) resolve(socket);
          else reject(new Error(`a reader was refused: ${head}`));
          isOpen = true;
        }
        return true;
      },
    };
    // Each thousand from an address of its own: one has 28,000 ports, and those of closed connections rest a minute.
    const localAddress = `127.0.0.${2 + Math.floor(index / 1_000)}`;
    const socket = connect({ host: "127.0.0.1", port, localAddress, onread });
    socket.on("error", reject);
    const head = [`GET ${path} HTTP/1.1`, "host: localhost", `authorization: ${authorization}`];
    socket.write(`${head.join("\r\n")}\r\n\r\n`);
  });
}

function count(group: Group, index: number, chunk: Buffer): void {
  for (let at = chunk.indexOf(group.marker); at >= 0; at = chunk.indexOf(group.marker, at + 1)) {
    group.seen[index] = (group.seen[index] ?? 0) + 1;
    group.total += 1;
    group.last = now();
  }
}
