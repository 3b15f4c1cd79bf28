export { checkSize } from "#database/signal.ts";

/**
 * Carries small messages to every server process, this one included: wake-ups, whose message is empty, and what is
 * gone once it is delivered. Each arrives at most once. One that is sent while the connection is lost never does,
 * so whoever can must look again at what may have been missed.
 */
export interface Realtime {
  /** Sends without waiting. Throws for a message of more than 7,000 bytes. */
  publish(channel: string, message: string): void;
  subscribe(channel: string, subscriber: Subscriber): void;
  /** Resolves when it is connected for the first time. */
  connected: Promise<void>;
  /** Sends nothing more, and forgets its subscribers. */
  stop(): Promise<void>;
}

export interface Subscriber {
  onMessage(message: string): void;
  /** Connected, for the first time or again: what was sent before may have been missed. */
  onConnected?(): void;
}

/** Who listens to which channel of a connection that comes and goes. */
export function createSubscriptions() {
  const byChannel = new Map<string, Set<Subscriber>>();
  const first = Promise.withResolvers<void>();
  return {
    add(channel: string, subscriber: Subscriber): void {
      byChannel.set(channel, (byChannel.get(channel) ?? new Set()).add(subscriber));
    },
    hand(channel: string, message: string): void {
      for (const subscriber of byChannel.get(channel) ?? []) subscriber.onMessage(message);
    },
    first: first.promise,
    connected(): void {
      first.resolve();
      for (const subscribers of byChannel.values()) {
        for (const subscriber of subscribers) subscriber.onConnected?.();
      }
    },
    channels: () => [...byChannel.keys()],
    clear: () => byChannel.clear(),
  };
}
