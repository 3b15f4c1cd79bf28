import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { createSfu } from "../packages/server/src/rooms/sfu/sfu.ts";
import type { FromLoad, ToLoad } from "../packages/server/src/rooms/sfu/test/load-peers.ts";
import { localSettings } from "../packages/server/src/rooms/sfu/test/quiet.ts";

/** Seconds that each case is measured for, when all are in. */
const measured = 10;

/** Viewers in one process: they are not what is measured, so they are spread. */
const viewersPerProcess = 50;

interface Case {
  viewers: number;
  speakers: number;
  /** Whether those who speak also receive each other. */
  isTalk: boolean;
}

const cases: Case[] = [
  { viewers: 10, speakers: 1, isTalk: false },
  { viewers: 60, speakers: 1, isTalk: false },
  { viewers: 150, speakers: 1, isTalk: false },
  { viewers: 148, speakers: 2, isTalk: false },
  { viewers: 0, speakers: 12, isTalk: true },
];

/**
 * What the media process costs, by its own CPU time, so that other work on the machine does not count. Viewers are
 * another implementation (libdatachannel), in processes of their own; they ask for nothing again, so that loss is what
 * went missing at first. Everything is on one machine: with few cores, late joins and loss are the viewers' own.
 */
async function measureRooms(): Promise<void> {
  console.log(`${cpus().length} cores, ${cpus()[0]?.model}; camera 600 kbit/s, Opus 50 packets/s`);
  console.log(
    "viewers speakers   packets/s   CPU of a core   per viewer   µs/packet   join ms: median    worst    loss",
  );
  for (const one of cases) await measure(one);
}

async function measure(one: Case): Promise<void> {
  const load = new Load(one.isTalk);
  const receivers = one.isTalk ? one.speakers : one.viewers;
  for (let number = 0; number < one.speakers; number += 1) {
    if (number % 6 === 0) load.startProcess();
    await load.join(`speaker-${number}`, true);
  }
  await pause(2_000);
  for (let number = 0; number < one.viewers; number += 1) {
    if (number % viewersPerProcess === 0) load.startProcess();
    await load.join(`viewer-${number}`, false);
    await pause(20);
  }
  for (let waited = 0; load.seen.size < receivers && waited < 600; waited += 1) await pause(100);
  await load.count();
  const before = cpuSeconds(load.sfu.pid);
  await pause(measured * 1_000);
  const used = (cpuSeconds(load.sfu.pid) - before) / measured;
  const counts = await load.count();
  print(one, receivers, used, load.waits(), { ...counts, missing: receivers - load.seen.size });
  await load.close();
}

/** A media process, and the processes of those who use it. */
class Load {
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

const peers = fileURLToPath(import.meta.resolve("../packages/server/src/rooms/sfu/test/load-peers.ts"));

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

function print(
  { speakers }: Case,
  receivers: number,
  used: number,
  waits: number[],
  counts: { received: number; lost: number; missing: number },
): void {
  const rate = counts.received / measured;
  const percent = (value: number, digits = 1) => `${(value * 100).toFixed(digits)} %`;
  const columns: [text: string, width: number][] = [
    [String(receivers), 7],
    [String(speakers), 9],
    [rate.toFixed(0), 12],
    [percent(used), 16],
    [percent(used / receivers, 2), 13],
    [((used * 1e6) / rate).toFixed(1), 12],
    [String(waits[Math.floor(waits.length / 2)] ?? "-"), 18],
    [String(waits.at(-1) ?? "-"), 9],
    [percent(counts.lost / (counts.received + counts.lost), 2), 8],
  ];
  const missing = counts.missing > 0 ? `   ${counts.missing} saw nothing` : "";
  console.log(columns.map(([text, width]) => text.padStart(width)).join("") + missing);
}

/** User and system time of a process, by Linux's /proc: ticks of 1/100 s. */
function cpuSeconds(pid: number | null): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

await measureRooms();
