import { days } from "#kernel/clock.ts";
import type { Occurrence } from "#rooms/occurrence.ts";
import type { Notification, Notified } from "#rooms/provider-port.ts";
import { parse } from "../ask.ts";
import { namedParticipant } from "../participants.ts";
import { isSigned } from "../signed.ts";

/** Stream tries again within minutes; whoever brings one up much later has kept it. Nor is one from further ahead. */
const oldest = days(1);

interface Event {
  type?: unknown;
  /** `default:<id>`. */
  call_cid?: unknown;
  created_at?: unknown;
  participant?: { user?: { id?: unknown; name?: unknown }; user_session_id?: unknown };
  call_recording?: { url?: unknown };
}

/** A webhook of Stream, https://getstream.io/video/docs/api/webhooks/overview; null when it is not Stream's or is old. */
export function readStreamNotification(
  { apiKey, apiSecret }: { apiKey: string; apiSecret: string },
  { headers, body, now }: Notification,
): Notified | null {
  if (!isSigned(body, headers["x-signature"], apiSecret)) return null;
  if (headers["x-api-key"] !== undefined && headers["x-api-key"] !== apiKey) return null;
  const event = (parse(body.toString("utf8")) ?? {}) as Event;
  const at = typeof event.created_at === "string" ? new Date(event.created_at) : null;
  // Signed, so it is Stream's, but nothing that we know how to read.
  if (!at || Number.isNaN(at.getTime()) || typeof event.call_cid !== "string") return { happened: [] };
  if (Math.abs(now.getTime() - at.getTime()) > oldest) return null;
  const reference = event.call_cid.slice(event.call_cid.indexOf(":") + 1);
  const occurrence = occurrenceOf(event, at);
  return { happened: occurrence ? [{ reference, occurrence }] : [] };
}

function occurrenceOf(event: Event, at: Date): Occurrence | null {
  const { participant, call_recording: recording } = event;
  const connectionId = participant?.user_session_id;
  const userId = participant?.user?.id;
  switch (event.type) {
    case "call.session_started":
      return { kind: "began", at };
    // Everybody has left; the call is still there, and its next session begins with whoever comes back.
    case "call.session_ended":
      return { kind: "emptied", at };
    case "call.ended":
      return { kind: "ended", at };
    case "call.session_participant_joined": {
      if (!isShort(connectionId) || !isShort(userId)) return null;
      return {
        kind: "joined",
        at,
        connectionId,
        participant: namedParticipant(userId, participant?.user?.name),
      };
    }
    case "call.session_participant_left":
      return isShort(connectionId) ? { kind: "left", at, connectionId } : null;
    case "call.recording_ready":
      return typeof recording?.url === "string" && /^https?:\/\//.test(recording.url)
        ? { kind: "recorded", at, url: recording.url }
        : null;
    default:
      return null;
  }
}

const isShort = (value: unknown): value is string =>
  typeof value === "string" && value.length > 0 && value.length <= 200;
