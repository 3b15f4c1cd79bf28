/** Requests that a load generator sends; plain data, because it travels to another process. */
export interface Target {
  /** Scheme, host and port. */
  origin: string;
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /**
   * Path and query. Here, in the body and in headers stand for something new in each request:
   * `{n}` its number, counted from 0 over all rounds; `{uuid}` a random UUID; `{list}` the next item of that list of
   * `lists` (number modulo length); `{time}` the instant of `times` for its number.
   */
  path: string;
  headers?: Record<string, string>;
  /** Sent as JSON; `{"{list}": …}` and the like stand in its texts. A text alone `"{n}"` stays a text. */
  body?: unknown;
  lists?: Record<string, readonly string[]>;
  /** Of request n: start + n × step, as RFC 3339. `step` in milliseconds, `start` in milliseconds since 1970. */
  times?: { start: number; step: number };
  /** The statuses that count as answered; any 2xx where absent. Everything else is an error. */
  expected?: readonly number[];
}

export interface LoadResult {
  /** Requests that were answered as expected, for each second. */
  rate: number;
  /** How many those were. */
  answered: number;
  /** Other answers, broken connections and requests without an answer. */
  errors: number;
  /** What those were: how often each status was answered, and how often connections failed. */
  faults: Record<string, number>;
  /** How often each status was answered. */
  statuses: Record<string, number>;
  /** Milliseconds. */
  latency: { median: number; p90: number; p99: number; max: number };
  /** Requests that were made up; a few of the last may never have been sent. */
  handedOut: number;
  /** How long it took. */
  seconds: number;
}

/** What the generator is asked. */
export interface Asked {
  target: Target;
  /** The number of the first request. */
  first: number;
  seconds: number;
  /** So many requests, in place of so many seconds. */
  amount?: number;
  connections: number;
}
