import { setTimeout as pause } from "node:timers/promises";
import type { Chapter, Figure, Measured } from "../figures.ts";
import { cpuOf } from "../processes.ts";
import { RoomLoad } from "../rooms/room-load.ts";

interface Case {
  viewers: number;
  speakers: number;
  /** Whether those who speak also receive each other. */
  isTalk: boolean;
}

const cases: readonly Case[] = [
  { viewers: 10, speakers: 1, isTalk: false },
  { viewers: 60, speakers: 1, isTalk: false },
  { viewers: 150, speakers: 1, isTalk: false },
  { viewers: 148, speakers: 2, isTalk: false },
  { viewers: 0, speakers: 12, isTalk: true },
];

/** Viewers in one process: they are not what is measured, so they are spread. */
const viewersPerProcess = 50;

/**
 * What the media process costs, by its own CPU time, so that other work on the machine does not count. Viewers are
 * another implementation (libdatachannel), in processes of their own; they ask for nothing again, so that loss is what
 * went missing at first. Everything is on one machine: with few cores, late joins and loss are the viewers' own.
 */
export const rooms: Chapter = {
  name: "rooms",
  title: "The built-in room's media process",
  async measure(_ground, { quick }) {
    const results: Result[] = [];
    for (const one of quick ? cases.slice(0, 1) : cases) results.push(await measure(one, quick ? 3 : 10));
    return figuresOf(results);
  },
};

interface Result {
  name: string;
  receivers: number;
  /** CPU seconds of the media process in each second. */
  used: number;
  /** Packets that receivers got in each second. */
  rate: number;
  /** Of all packets, those that went missing at first. */
  loss: number;
  /** Milliseconds from joining to the first picture, in ascending order. */
  waits: number[];
  /** Receivers who saw nothing. */
  missing: number;
}

/** One case for so many seconds, when all are in. */
async function measure(one: Case, seconds: number): Promise<Result> {
  const load = new RoomLoad(one.isTalk);
  const receivers = one.isTalk ? one.speakers : one.viewers;
  try {
    await fill(load, one);
    for (let waited = 0; load.seen.size < receivers && waited < 600; waited += 1) await pause(100);
    await load.count();
    const used = () => cpuOf([load.sfu.pid ?? 0]) / 1e6;
    const before = used();
    await pause(seconds * 1_000);
    const spent = (used() - before) / seconds;
    const { received, lost } = await load.count();
    return {
      name: one.isTalk ? `${one.speakers} who talk` : `${one.viewers} viewers, ${one.speakers} speaking`,
      ...{ receivers, used: spent, rate: received / seconds, loss: lost / (received + lost) },
      ...{ waits: load.waits(), missing: receivers - load.seen.size },
    };
  } finally {
    await load.close();
  }
}

async function fill(load: RoomLoad, one: Case): Promise<void> {
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
}

function figuresOf(results: readonly Result[]): Figure[] {
  const figure = (what: string, unit: string, read: (result: Result) => number): Figure => ({
    ...{ what, unit, better: "less", isApart: true },
    contestants: results.map((result) => once(result, read(result))),
  });
  return [
    {
      ...figure("CPU of the media process", "% of a core", ({ used }) => used * 100),
      note: "camera 600 kbit/s, Opus 50 packets/s",
    },
    figure("CPU for each who receives", "% of a core", ({ used, receivers }) => (used * 100) / receivers),
    figure("CPU for each packet", "µs", ({ used, rate }) => (used * 1e6) / rate),
    { ...figure("packets received", "packets/s", ({ rate }) => rate), better: "more" },
    {
      ...{ what: "first picture after joining", unit: "ms", better: "less", isApart: true },
      contestants: results.map((result) => {
        const { waits } = result;
        const at = (part: number) => waits[Math.floor(part * (waits.length - 1))] ?? Number.NaN;
        return { ...once(result, at(0.5)), low: at(0), high: at(1), rounds: waits.length };
      }),
    },
    figure("packets lost at first", "%", ({ loss }) => loss * 100),
  ];
}

const once = ({ name, missing }: Result, value: number): Measured => ({
  ...{ name, median: value, low: value, high: value, errors: missing, rounds: 1 },
});
