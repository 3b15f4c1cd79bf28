/** What is said between whoever measures and the processes of readers. */

/** What a reader asks for. */
export interface Wanted {
  path: string;
  authorization: string;
}

export type ToReaders =
  /** Opens `count` more readers at a port, who want these things in turns. Those of one port are a group. */
  | { type: "open"; port: number; count: number; wanted: readonly Wanted[] }
  /** From now on the byte `marker`, which each event of a round holds once and nothing else holds, is looked for. */
  | { type: "look"; port: number; marker: number }
  | { type: "count"; port: number }
  | { type: "close"; port: number };

export type FromReaders =
  | { type: "done" }
  | { type: "counted"; count: Count }
  | { type: "failed"; reason: string };

/** What came to a group since it looks. */
export interface Count {
  /** Markers in all. */
  total: number;
  /** Readers who had more than one. */
  twice: number;
  /** When the last one came: milliseconds by the clock that all processes of a machine share. */
  last: number;
}
