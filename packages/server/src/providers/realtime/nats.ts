import { setTimeout as pause } from "node:timers/promises";
import type { ConnectionOptions, NatsConnection } from "@nats-io/transport-node";
import { checkSize, createSubscriptions, type Realtime } from "#realtime/port.ts";

interface Options {
  /** `nats://` or `tls://` URLs of the servers of one cluster, separated by commas, with user and password or token. */
  url: string;
  /** The same for all processes of one deployment and for no other: nobody else's messages are heard. */
  deployment: string;
  /** Told when the connection is lost, or cannot be had at the start; not of each attempt to get it back. */
  onLost: (fault: unknown) => void;
}

/** Milliseconds. A connection that went silent shows within three of these. */
const pingInterval = 2_000;
const connectWithin = 3_000;
const pauseBeforeReconnect = 500;

/**
 * Realtime by a NATS server or cluster (https://docs.nats.io/reference/reference-protocols/nats-protocol). The
 * library's own reconnecting would keep messages for later; ours drops them, and never gives up.
 */
export function natsRealtime({ url, deployment, onLost }: Options): Realtime & { isConnected(): boolean } {
  const subscriptions = createSubscriptions();
  const subject = (channel: string) => `convene.${deployment}.${channel}`;
  const stopping = new AbortController();
  let connection: NatsConnection | null = null;
  let isLost = false;

  const hear = (client: NatsConnection, channel: string) =>
    client.subscribe(subject(channel), {
      callback: (fault, message) => {
        if (!fault) subscriptions.hand(channel, message.string());
      },
    });
  async function runOnce(): Promise<void> {
    // Read by those alone who have a NATS.
    const { connect } = await import("@nats-io/transport-node");
    const client = await connect(optionsFor(url));
    try {
      for (const channel of subscriptions.channels()) hear(client, channel);
      // Answered once the server knows the subscriptions.
      await client.flush();
      connection = client;
      isLost = false;
      subscriptions.connected();
      if (stopping.signal.aborted) return;
      throw (await client.closed()) ?? new Error("the connection to NATS was closed");
    } finally {
      connection = null;
      await client.close();
    }
  }
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await runOnce().catch((fault) => {
        if (!isLost && !stopping.signal.aborted) onLost(fault);
        isLost = true;
      });
      await pause(pauseBeforeReconnect, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();

  return {
    publish(channel, message) {
      checkSize({ channel, message });
      connection?.publish(subject(channel), message);
    },
    subscribe(channel, subscriber) {
      const isNew = !subscriptions.channels().includes(channel);
      subscriptions.add(channel, subscriber);
      if (isNew && connection) hear(connection, channel);
    },
    isConnected: () => connection !== null,
    connected: subscriptions.first,
    async stop() {
      stopping.abort();
      subscriptions.clear();
      await connection?.close();
      await running;
    },
  };
}

/** The library takes no user, password or token from a URL. */
function optionsFor(text: string): ConnectionOptions {
  const urls = text.split(",").map((url) => new URL(url));
  const [first] = urls;
  const [user, pass] = [first?.username, first?.password].map((part) => decodeURIComponent(part ?? ""));
  const credentials = pass ? { user, pass } : user ? { token: user } : {};
  return {
    servers: urls.map((url) => url.host),
    ...credentials,
    ...(first?.protocol === "tls:" ? { tls: {} } : {}),
    name: "convene",
    reconnect: false,
    timeout: connectWithin,
    pingInterval,
    maxPingOut: 2,
  };
}
