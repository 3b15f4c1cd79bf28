import type { MeasureOptions } from "../figures.ts";
import type { Ground } from "../ground.ts";
import type { Target } from "../load.ts";
import type { Guest } from "./measure.ts";
import { rowsFor } from "./stage.ts";

/** Another product that does the same, on the same PostgreSQL. */
export interface Peer {
  name: string;
  item(): Target;
  list(): Target;
  create(): Target;
  /** Microseconds of processor time that its processes have used. */
  cpu?(): number;
  close(): Promise<void>;
}

/** One that could not be installed or started. */
export interface AbsentPeer {
  name: string;
  notMeasured: string;
}

/**
 * Lets the peers take part, where they are asked for: they live in a folder with its own packages, which nobody installs
 * unasked.
 */
export async function withPeers<T>(
  ground: Ground,
  { peers, quick }: MeasureOptions,
  measure: (peers: readonly (Peer | AbsentPeer)[]) => Promise<T>,
): Promise<T> {
  if (!peers) return measure([]);
  const { openPeers } = await import("../peers/index.ts");
  const all = await openPeers(ground, { rows: rowsFor(quick) });
  try {
    return await measure(all);
  } finally {
    for (const peer of all) if ("close" in peer) await peer.close();
  }
}

/** Peers as they take part in one contest: with the requests that `ask` makes of them. */
export const guestsOf = (all: readonly (Peer | AbsentPeer)[], ask: (peer: Peer) => Target): Guest[] =>
  all.map((peer) =>
    "notMeasured" in peer ? peer : { name: peer.name, target: ask(peer), ...(peer.cpu && { cpu: peer.cpu }) },
  );
