import { randomBytes } from "node:crypto";
import type { SfuSettings } from "../../settings.ts";
import { openSockets, type Path, type Sockets } from "./sockets.ts";
import { answerCheck, readCheck, refuseRole } from "./stun.ts";

/** One client's end of a connection: who proves to know its password by checks is it, wherever it sends from. */
export interface Link {
  /** ICE credentials, for the SDP. */
  ufrag: string;
  password: string;
  /** Whether a path has been found. */
  readonly isOpen: boolean;
  /** Milliseconds (performance.now) of the last genuine check. Clients check every few seconds. */
  readonly checkedAt: number;
  onDatagram: (datagram: Buffer) => void;
  send(datagram: Buffer): void;
  close(): void;
}

export interface Links {
  announced: Sockets["announced"];
  create(): Link;
  close(): Promise<void>;
}

/**
 * ICE-lite (RFC 8445, 2.4) for all connections on a few shared sockets: clients check, we answer, and we send where
 * the client's last nomination came from. So no timers, no sockets and no checks of our own for each viewer.
 */
export async function openLinks(settings: SfuSettings): Promise<Links> {
  const byUfrag = new Map<string, OpenLink>();
  const byPath = new Map<string, OpenLink>();
  const sockets = await openSockets(settings, (datagram, path) => {
    // RFC 7983: the first byte tells STUN (0-3) from DTLS (20-63) and media (128-191).
    const first = datagram[0] ?? 255;
    if (first < 4) check(datagram, path, byUfrag, byPath);
    else byPath.get(path.key)?.onDatagram(datagram);
  });
  return {
    announced: sockets.announced,
    create() {
      const link = new OpenLink(() => {
        byUfrag.delete(link.ufrag);
        for (const key of link.keys) byPath.delete(key);
      });
      byUfrag.set(link.ufrag, link);
      return link;
    },
    close: () => sockets.close(),
  };
}

/** A client that changes networks often is still one client; older paths are forgotten. */
const mostPaths = 8;

class OpenLink implements Link {
  ufrag = randomBytes(6).toString("hex");
  password = randomBytes(18).toString("hex");
  keys = new Set<string>();
  path: Path | null = null;
  checkedAt = performance.now();
  onDatagram: (datagram: Buffer) => void = () => {};
  private readonly forget: () => void;

  constructor(forget: () => void) {
    this.forget = forget;
  }

  get isOpen(): boolean {
    return this.path !== null;
  }

  send(datagram: Buffer): void {
    if (!this.path) return;
    const { socket, port, address } = this.path;
    socket.send(datagram, port, address);
  }

  close(): void {
    this.path = null;
    this.onDatagram = () => {};
    this.forget();
  }
}

function check(datagram: Buffer, path: Path, byUfrag: Map<string, OpenLink>, byPath: Map<string, OpenLink>) {
  const asked = readCheck(datagram);
  const link = asked && byUfrag.get(asked.username.split(":")[0] ?? "");
  if (!link || !asked.isGenuine(link.password)) return;
  const { socket, port, address } = path;
  if (asked.isControlled) return socket.send(refuseRole(asked, link.password), port, address);
  socket.send(answerCheck(asked, path, link.password), port, address);
  link.checkedAt = performance.now();
  remember(link, path.key, byPath);
  if (asked.nominates || !link.path) link.path = path;
}

/** Data may come before the nomination does, and by any path that was checked. */
function remember(link: OpenLink, key: string, byPath: Map<string, OpenLink>): void {
  const before = byPath.get(key);
  if (before !== link) before?.keys.delete(key);
  byPath.set(key, link);
  link.keys.delete(key);
  link.keys.add(key);
  const [oldest] = link.keys;
  if (link.keys.size <= mostPaths || oldest === undefined) return;
  link.keys.delete(oldest);
  byPath.delete(oldest);
}
