import { createSocket, type Socket } from "node:dgram";
import { isIPv6 } from "node:net";
import type { SfuSettings } from "../../settings.ts";
import { chooseAddresses } from "./addresses.ts";

/** A way to one client: from which of our sockets to which of its addresses. */
export interface Path {
  socket: Socket;
  address: string;
  port: number;
  /** The same for the same socket, address and port. */
  key: string;
}

export interface Sockets {
  /** Where clients reach us, best first. */
  announced: readonly { address: string; port: number }[];
  close(): Promise<void>;
}

/** Asked of the kernel, which may give less. A burst of key frames to everybody must fit. */
const bufferBytes = 4 * 1024 * 1024;

/** Opens the UDP sockets that all connections share. Fails when no port is free, naming the setting. */
export async function openSockets(
  settings: SfuSettings,
  onDatagram: (datagram: Buffer, path: Path) => void,
): Promise<Sockets> {
  const places = chooseAddresses(settings);
  const opened: { socket: Socket; port: number; announced: string[] }[] = [];
  try {
    for (const { bind, announced } of places) {
      opened.push({ ...(await open(bind, settings.ports, onDatagram)), announced });
    }
  } catch (fault) {
    for (const { socket } of opened) socket.close();
    throw fault;
  }
  return {
    announced: opened.flatMap(({ port, announced }) => announced.map((address) => ({ address, port }))),
    async close() {
      await Promise.all(opened.map(({ socket }) => new Promise<void>((done) => socket.close(() => done()))));
    },
  };
}

async function open(
  bind: string,
  ports: SfuSettings["ports"],
  onDatagram: (data: Buffer, path: Path) => void,
) {
  const { from, to } = ports ?? { from: 0, to: 0 };
  for (let port = from; port <= to; port += 1) {
    const socket = await tryPort(bind, port);
    if (!socket) continue;
    // An error on a shared socket (a network that is away for a moment) concerns no one connection.
    socket.on("error", () => {});
    socket.on("message", (datagram, { address, port: remotePort }) =>
      onDatagram(datagram, { socket, address, port: remotePort, key: `${bind} ${address} ${remotePort}` }),
    );
    return { socket, port: socket.address().port };
  }
  throw new Error(`No UDP port of ROOMS_PORTS (${from}-${to}) is free on ${bind}`);
}

/** Null when somebody has the port. */
function tryPort(bind: string, port: number): Promise<Socket | null> {
  const isV6 = isIPv6(bind);
  const socket = createSocket({
    type: isV6 ? "udp6" : "udp4",
    ipv6Only: isV6,
    recvBufferSize: bufferBytes,
    sendBufferSize: bufferBytes,
    // We only ever send to addresses, never to names: without this Node would look each one up, asynchronously.
    lookup: (address, _options, found) => found(null, address, isV6 ? 6 : 4),
  });
  return new Promise((resolve, reject) => {
    socket.once("error", (fault: NodeJS.ErrnoException) => {
      socket.close();
      if (fault.code === "EADDRINUSE" || fault.code === "EACCES") resolve(null);
      else reject(fault);
    });
    socket.bind(port, bind, () => {
      socket.removeAllListeners("error");
      resolve(socket);
    });
  });
}
