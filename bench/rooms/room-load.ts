import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createSfu } from "../../packages/server/src/rooms/sfu/sfu.ts";
import type { FromLoad, ToLoad } from "../../packages/server/src/rooms/sfu/test/load-peers.ts";
import { localSettings } from "../../packages/server/src/rooms/sfu/test/quiet.ts";

/** A media process, and the processes of those who use it. */
export class RoomLoad {
  readonly sfu = createSfu({
    settings: localSettings,
    log: { info() {}, warn: console.error, error: console.error },
  });
  /** When who saw the first picture, in milliseconds of the epoch. */
  readonly seen = new Map<string, number>();
  private readonly isTalk: boolean;
  private readonly joined = new Map<string, number>();
  private readonly children: ChildProcess[] = [];
  private readonly homes = new Map<string, ChildProcess>();

  constructor(isTalk: boolean) {
    this.isTalk = isTalk;
    this.sfu.onEvent((event) => {
      if (event.type === "offer") this.homes.get(event.peerId)?.send(event);
    });
  }

  startProcess(): void {
    const child = fork(peers);
    child.on("message", (message: FromLoad) => {
      this.hear(child, message).catch((fault) => console.error(`${message.type}: ${fault}`));
    });
    this.children.push(child);
  }

  /** In the process that was started last. */
  async join(peerId: string, speaks: boolean): Promise<void> {
    const home = this.children.at(-1);
    if (!home) return;
    const receives = !speaks || this.isTalk;
    this.homes.set(peerId, home);
    if (receives) home.send({ type: "view", peerId } satisfies ToLoad);
    this.joined.set(peerId, Date.now());
    await this.sfu.join({ roomId: "load", peerId, receives });
    if (speaks) home.send({ type: "speak", peerId } satisfies ToLoad);
  }

  /** Milliseconds from joining to the first picture, in ascending order. */
  waits(): number[] {
    const waits = [...this.seen].map(([peerId, at]) => at - (this.joined.get(peerId) ?? at));
    return waits.sort((a, b) => a - b);
  }

  /** What all together received and missed since the last time. */
  async count(): Promise<{ received: number; lost: number }> {
    const all = await Promise.all(this.children.map(countOf));
    return {
      received: all.reduce((sum, { received }) => sum + received, 0),
      lost: all.reduce((sum, { lost }) => sum + lost, 0),
    };
  }

  async close(): Promise<void> {
    await this.sfu.close();
    for (const child of this.children) child.disconnect();
    await Promise.all(this.children.map((child) => once(child, "exit")));
  }

  private async hear(child: ChildProcess, message: FromLoad): Promise<void> {
    if (message.type === "answer") await this.sfu.answer(message.peerId, message);
    if (message.type === "seen") this.seen.set(message.peerId, message.at);
    if (message.type !== "publish") return;
    const { sdp } = await this.sfu.publish(message.peerId, message);
    child.send({ type: "published", peerId: message.peerId, sdp } satisfies ToLoad);
  }
}

const peers = fileURLToPath(import.meta.resolve("../../packages/server/src/rooms/sfu/test/load-peers.ts"));

async function countOf(child: ChildProcess): Promise<{ received: number; lost: number }> {
  const counted = new Promise<{ received: number; lost: number }>((resolve) => {
    const hear = (message: FromLoad) => {
      if (message.type !== "counted") return;
      child.off("message", hear);
      resolve(message);
    };
    child.on("message", hear);
  });
  child.send({ type: "count" } satisfies ToLoad);
  return counted;
}
