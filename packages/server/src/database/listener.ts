import pg from "pg";
import { pause } from "./pause.ts";

export interface ListenerOptions {
  connection: string | pg.ClientConfig;
  channel: string;
  onMessage: (payload: string) => void;
  /** Listening (again): messages sent before this moment may have been missed. */
  onListening: () => void;
  /** Not listening until the next `onListening`. */
  onLost: () => void;
}

export interface Listener {
  stop(): Promise<void>;
}

/** How often the connection is proved alive, and how long an answer may take, in milliseconds. */
const heartbeat = { every: 2_000, within: 3_000 };
const pauseBeforeReconnect = 500;

/**
 * Listens on a PostgreSQL notification channel over a connection of its own, and reconnects for ever. A half-open
 * connection would stay silent without an error, so it is asked for a sign of life; a loss shows within 5 seconds.
 */
export function listen(options: ListenerOptions): Listener {
  const stopping = new AbortController();
  const running = keepListening(options, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function keepListening(options: ListenerOptions, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await listenOnce(options, signal).catch(() => {});
    options.onLost();
    await pause(pauseBeforeReconnect, signal);
  }
}

async function listenOnce(options: ListenerOptions, signal: AbortSignal): Promise<void> {
  const target =
    typeof options.connection === "string" ? { connectionString: options.connection } : options.connection;
  const client = new pg.Client({
    ...target,
    application_name: "convene listener",
    connectionTimeoutMillis: heartbeat.within,
    query_timeout: heartbeat.within,
  });
  const ended = new AbortController();
  client.on("error", () => ended.abort()).on("end", () => ended.abort());
  client.on("notification", (message) => options.onMessage(message.payload ?? ""));
  try {
    await client.connect();
    await client.query(`listen ${pg.escapeIdentifier(options.channel)}`);
    options.onListening();
    while (!signal.aborted) {
      await pause(heartbeat.every, AbortSignal.any([signal, ended.signal]));
      await client.query("select 1");
    }
  } finally {
    await client.end().catch(() => {});
  }
}
