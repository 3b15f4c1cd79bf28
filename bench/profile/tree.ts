import type { CallFrame, CpuProfile } from "./inspector.ts";
import { type Layer, layerOf, layers, placeOf } from "./layers.ts";

/** A frame with what ran in and below it. */
export interface Branch {
  label: string;
  layer: Layer;
  /** Samples. Their number, not the time between them: a thread that waits for a processor is not at work. */
  count: number;
  branches: Branch[];
}

export interface Reading {
  /** The part of each layer in what the main thread did, from 0 to 1. */
  shares: Record<Layer, number>;
  root: Branch;
}

const resting = new Set(["(idle)", "(root)"]);

/** What a profile says of the layers; time in which the thread had nothing to do is left out. */
export function readProfile({ nodes, samples }: CpuProfile, checkout: string): Reading {
  const own = new Map<number, number>();
  for (const id of samples) own.set(id, (own.get(id) ?? 0) + 1);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const counts = Object.fromEntries(layers.map((layer) => [layer, 0])) as Record<Layer, number>;

  function grow(id: number, above: readonly CallFrame[]): Branch | undefined {
    const node = byId.get(id);
    if (!node) return undefined;
    const frame = node.callFrame;
    const stack = frame.functionName === "(root)" ? above : [...above, frame];
    const branches = (node.children ?? []).flatMap((child) => grow(child, stack) ?? []);
    const self = resting.has(frame.functionName) ? 0 : (own.get(id) ?? 0);
    const layer = layerOf(stack, checkout);
    counts[layer] += self;
    const count = branches.reduce((sum, branch) => sum + branch.count, self);
    return count > 0
      ? { label: labelOf(frame, checkout), layer, count, branches: merge(branches) }
      : undefined;
  }

  const top = nodes[0];
  const root = top && grow(top.id, []);
  if (!root) throw new Error("the profile holds no samples");
  const shares = Object.fromEntries(layers.map((layer) => [layer, counts[layer] / root.count]));
  return { shares: shares as Record<Layer, number>, root: { ...root, label: "all" } };
}

/** V8 keeps apart what one function did at several places of its caller; in a picture they are one. */
function merge(branches: readonly Branch[]): Branch[] {
  const merged = new Map<string, Branch>();
  for (const branch of branches) {
    const known = merged.get(branch.label);
    const together = known && {
      ...known,
      count: known.count + branch.count,
      branches: merge([...known.branches, ...branch.branches]),
    };
    merged.set(branch.label, together ?? branch);
  }
  return [...merged.values()].sort((one, other) => other.count - one.count);
}

function labelOf(frame: CallFrame, checkout: string): string {
  const name = frame.functionName || "(anonymous)";
  if (frame.url === "") return name;
  const place = placeOf(frame, checkout).replace("packages/server/src/", "");
  return `${name} ${place}:${frame.lineNumber + 1}`;
}
