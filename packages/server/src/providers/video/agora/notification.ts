import { hours } from "#kernel/clock.ts";
import type { Occurrence } from "#rooms/occurrence.ts";
import type { Notification, Notified } from "#rooms/provider-port.ts";
import { parse } from "../ask.ts";
import { isSigned } from "../signed.ts";

/** Agora says when it sent a notification, and tries three times at once. */
const oldest = hours(1);

/** Events of a channel, by their numbers. Hosts, audience and plain callers have numbers of their own. */
const joins = new Set([103, 105, 107]);
const leaves = new Set([104, 106, 108]);

interface Event {
  eventType?: unknown;
  /** Milliseconds since 1970. */
  notifyMs?: unknown;
  payload?: {
    channelName?: unknown;
    /** Seconds since 1970. */
    ts?: unknown;
    uid?: unknown;
    /** Of a leave: seconds for which they were there. */
    duration?: unknown;
  };
}

/**
 * A notification of Agora, https://docs.agora.io/en/video-calling/advanced-features/receive-notifications; null when it
 * is not Agora's or is old. The one by which Agora tries our address names a channel that nobody has.
 */
export function readAgoraNotification(secret: string, { headers, body, now }: Notification): Notified | null {
  if (!isSigned(body, headers["agora-signature-v2"], secret)) return null;
  const event = (parse(body.toString("utf8")) ?? {}) as Event;
  if (typeof event.notifyMs === "number" && now.getTime() - event.notifyMs > oldest) return null;
  const { channelName: reference, ts } = event.payload ?? {};
  if (typeof reference !== "string" || !isSecond(ts)) return { happened: [] };
  const occurrence = occurrenceOf(event, ts);
  return { happened: occurrence ? [{ reference, occurrence }] : [] };
}

function occurrenceOf({ eventType, payload = {} }: Event, ts: number): Occurrence | null {
  const at = new Date(ts * 1000);
  if (eventType === 101) return { kind: "began", at };
  // The last one has left the channel, which is there again as soon as somebody joins.
  if (eventType === 102) return { kind: "emptied", at };
  const { uid, duration } = payload;
  if (typeof eventType !== "number" || typeof uid !== "number" || !Number.isInteger(uid)) return null;
  const key = `agora:${uid}`;
  if (joins.has(eventType))
    return { kind: "joined", at, connectionId: `${key}:${ts}`, participant: { key, name: key } };
  // Nothing names a coming but when it was: the leave says it by its duration.
  if (leaves.has(eventType) && isSecond(duration)) {
    return { kind: "left", at, connectionId: `${key}:${Math.round(ts - duration)}` };
  }
  return null;
}

/** A number of seconds that a date can hold. */
const isSecond = (value: unknown): value is number => typeof value === "number" && value >= 0 && value < 1e11;
