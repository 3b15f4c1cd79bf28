/** Something that happened in a room, whoever saw it: our own room, or a provider that notifies us, maybe late or twice. */
export type Occurrence = { at: Date } & (
  | { kind: "began" }
  /** It was ended for everybody, and nobody can come back. */
  | { kind: "ended" }
  /** Nobody is there any more: all have left, were cut off, or were sent away. They may come again. */
  | { kind: "emptied" }
  | {
      kind: "joined";
      /** Of this one coming, so that a late "left" ends no later one. At most 200 characters. */
      connectionId: string;
      /** Ours where it is known; else the provider's own name for the person. */
      participant: { id: string } | { key: string; name: string };
    }
  | { kind: "left"; connectionId: string }
  | { kind: "recorded"; url: string }
);
