import type { ZoomCredentials } from "../account.ts";
import { signZoom } from "../notifications.ts";

export type SandboxEvent =
  | { event: "endpoint.url_validation"; plainToken: string }
  | { event: "meeting.started" | "meeting.ended"; at: Date }
  | {
      event: "meeting.participant_joined" | "meeting.participant_left";
      at: Date;
      participant: { uuid?: string; userId: string; name: string; id?: string };
    };

/** What a notification says of its meeting. */
export interface NotifyMeeting {
  id: number | string;
  uuid: string;
  topic: string;
}

interface Sending {
  url: string;
  event: SandboxEvent;
  meeting: NotifyMeeting;
  credentials: ZoomCredentials & { webhookSecret: string };
  now: Date;
}

/** Posts a notification to an endpoint, with the headers that Zoom sends. */
export async function sendNotification(sending: Sending): Promise<{ status: number; body: string }> {
  const { url, credentials, now } = sending;
  const { headers, body } = writeNotification(sending.event, sending.meeting, { ...credentials, now });
  const response = await fetch(url, {
    method: "POST",
    headers,
    body: new Uint8Array(body),
    redirect: "manual",
    // Zoom waits no longer.
    signal: AbortSignal.timeout(3_000),
  });
  return { status: response.status, body: await response.text() };
}

/** A notification as it would be sent: its body, and the headers with its signature. */
export function writeNotification(
  event: SandboxEvent,
  meeting: NotifyMeeting,
  { accountId, webhookSecret, now }: { accountId: string; webhookSecret: string; now: Date },
): { headers: Record<string, string>; body: Buffer } {
  const payload = payloadOf(event, meeting, accountId);
  const body = Buffer.from(JSON.stringify({ event: event.event, event_ts: now.getTime(), payload }));
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const headers = {
    "content-type": "application/json; charset=utf-8",
    "user-agent": "Zoom Marketplace/1.0a",
    "x-zm-request-timestamp": timestamp,
    "x-zm-signature": signZoom(webhookSecret, timestamp, body),
  };
  return { headers, body };
}

function payloadOf(event: SandboxEvent, { id, uuid, topic }: NotifyMeeting, accountId: string): object {
  if (event.event === "endpoint.url_validation") return { plainToken: event.plainToken };
  const at = `${event.at.toISOString().slice(0, 19)}Z`;
  const meeting = {
    id: String(id),
    uuid,
    host_id: "sandbox-host",
    topic,
    type: 2,
    duration: 60,
    timezone: "UTC",
  };
  if (!("participant" in event)) {
    const times = event.event === "meeting.started" ? { start_time: at } : { end_time: at };
    return { account_id: accountId, object: { ...meeting, ...times } };
  }
  const { participant } = event;
  const time = event.event === "meeting.participant_joined" ? { join_time: at } : { leave_time: at };
  const person = {
    user_id: participant.userId,
    user_name: participant.name,
    ...(participant.id ? { id: participant.id } : {}),
    ...(participant.uuid ? { participant_uuid: participant.uuid } : {}),
    email: "",
    ...time,
  };
  return { account_id: accountId, object: { ...meeting, participant: person } };
}
