/** The keys of a Web Push subscription, as the browser's `PushSubscription.toJSON()` gives them: base64url. */
interface SubscriptionKeys {
  /** An uncompressed point of P-256: 65 bytes. */
  p256dh: string;
  /** 16 bytes. */
  auth: string;
}

/** Where pushes to one device go. */
export type PushTarget =
  | { type: "expo"; token: string }
  | { type: "web"; endpoint: string; keys: SubscriptionKeys };

/** What a device shows. */
export interface PushMessage {
  /** The effect's: the same for a repeat, which takes the place of the first rather than stand beside it. */
  id: string;
  kind: string;
  title: string;
  body: string;
  /** The page to open. */
  url: string | null;
  /** Seconds for which it is worth delivering to a device that cannot be reached now; at least 1. */
  ttl: number;
  /** It is about now: wakes a device that saves its battery. */
  isUrgent: boolean;
}

/** What a push service said. */
export interface PushAnswer {
  /** `gone`: this device will never be reached again. `unreachable` is worth another try, `refused` is not. */
  result: "delivered" | "unreachable" | "refused" | "gone";
  /** For people to read: the service's words. */
  detail: string | null;
  /** Of HTTP. */
  status?: number;
  /** Milliseconds that the service asks us to wait at least. */
  retryAfter?: number;
  /** By what its receipt is asked for later, where the service gives receipts. */
  ticket?: string;
}

/** What became of a push that the service had taken. */
export interface PushReceipt {
  result: "delivered" | "refused" | "gone";
  detail: string | null;
}

/** The push service of Expo, which knows phones by tokens. */
export interface ExpoPush {
  send(token: string, message: PushMessage): Promise<PushAnswer>;
  /** The receipts that there are yet, by ticket, of at most 300. Throws when the service cannot be asked. */
  receipts(tickets: readonly string[]): Promise<Map<string, PushReceipt>>;
}

/** The push services of browsers (RFC 8030), each at the address that its browser named. */
export interface WebPush {
  /** By which browsers know us (VAPID, RFC 8292), for `applicationServerKey`: base64url. */
  publicKey: string;
  /** What is wrong with an endpoint, as far as can be said without a look at it; null where nothing is. */
  faultOf(endpoint: string): string | null;
  send(subscription: Extract<PushTarget, { type: "web" }>, message: PushMessage): Promise<PushAnswer>;
}

export interface PushServices {
  expo: ExpoPush;
  web: WebPush;
}
