import type { Occurrence } from "./occurrence.ts";
import type { RoomRole } from "./subject.ts";

/** Those with whom one has an account. */
export const outsideProviders = ["zoom", "agora", "livekit", "stream"] as const;
export type OutsideProvider = (typeof outsideProviders)[number];

/** Who does the media of a room. */
export const providerNames = ["built_in", ...outsideProviders] as const;
export type ProviderName = (typeof providerNames)[number];

/** A room as an outside provider needs to know it. */
export interface ProvidedRoom {
  organizationId: string;
  /** Ours: makes the request to the provider idempotent where it has a way to say so. */
  roomId: string;
  /** Of the session's row. */
  sessionId: string;
  /** How the provider calls it; null before `prepare`. */
  reference: string | null;
  title: string;
  startsAt: Date;
}

/** Somebody whom the provider lets in. */
export interface ProvidedPerson {
  /** Ours, of the participant: comes back in the provider's notifications. A UUID. */
  participantId: string;
  /** `person:<id>` or `invite:<id>`. */
  key: string;
  name: string;
  role: RoomRole;
}

/** What a client needs to join at the provider. The names are the provider's own documented ones. */
export type JoinDetails =
  | { provider: "zoom"; joinUrl: string; password: string; meetingId: number }
  | { provider: "agora"; appId: string; channel: string; token: string; uid: number; expiresAt: Date }
  | { provider: "livekit"; url: string; token: string; userId: string; callId: string; expiresAt: Date }
  | {
      provider: "stream";
      apiKey: string;
      token: string;
      userId: string;
      callType: string;
      callId: string;
      expiresAt: Date;
    };

/** A notification as it came in; signatures are over the bytes. */
export interface Notification {
  headers: Readonly<Record<string, string | undefined>>;
  body: Buffer;
  now: Date;
}

/** What a genuine notification says. */
export interface Notified {
  /** In which room, as the provider calls it, and what happened there; empty for what does not concern us. */
  happened: readonly { reference: string; occurrence: Occurrence }[];
  /** What the provider wants to be answered (Zoom's URL validation); else nothing but 204. */
  answer?: object;
}

/**
 * The port to a provider of rooms. Faults of the service are `Refusal`s: `provider_refused` (502) with what it said in
 * `internal`, `provider_unavailable` (503) when it could not be reached, did not answer in time, or is overloaded.
 */
export interface RoomProvider {
  name: OutsideProvider;
  /** Makes the room there, exactly once however often it is asked, and says how it is called. Not in a transaction. */
  prepare(room: ProvidedRoom): Promise<{ reference: string }>;
  /** Lets one person in. */
  admit(room: ProvidedRoom & { reference: string }, person: ProvidedPerson, now: Date): Promise<JoinDetails>;
  /** Puts somebody out, where the provider can. */
  remove?(room: { reference: string }, participantId: string): Promise<void>;
  /** Ends it for everybody; no fault when it has ended. */
  end?(room: { reference: string }): Promise<void>;
  /** Asks whether it takes our credentials, where that costs one request; refuses (`provider_refused`) when not. */
  check?(): Promise<void>;
  /** Null when the signature is not the provider's, or too old. */
  readNotification(notification: Notification): Notified | null | Promise<Notified | null>;
}
