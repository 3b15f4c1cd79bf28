import { type WebhookEvent, WebhookReceiver } from "livekit-server-sdk";
import type { Occurrence } from "#rooms/occurrence.ts";
import type { Notification, Notified } from "#rooms/provider-port.ts";
import { namedParticipant } from "../participants.ts";

/**
 * A webhook of LiveKit, https://docs.livekit.io/home/server/webhooks: the header is a token that holds the body's
 * SHA-256 and lasts five minutes, by the real clock. Null when it is not LiveKit's, or old.
 */
export async function readLivekitNotification(
  { apiKey, apiSecret }: { apiKey: string; apiSecret: string },
  { headers, body }: Notification,
): Promise<Notified | null> {
  const event = await new WebhookReceiver(apiKey, apiSecret)
    .receive(body.toString("utf8"), headers.authorization)
    .catch(() => null);
  if (!event) return null;
  const reference = event.egressInfo?.roomName || event.room?.name;
  const occurrence = occurrenceOf(event);
  return { happened: reference && occurrence ? [{ reference, occurrence }] : [] };
}

/** ParticipantInfo.Kind of browsers and apps, and of telephones. Recorders and agents are nobody who attends. */
const people: ReadonlySet<number | undefined> = new Set([0, 3]);

function occurrenceOf({ event, createdAt, participant, egressInfo }: WebhookEvent): Occurrence | null {
  const at = new Date(Number(createdAt) * 1000);
  switch (event) {
    case "room_started":
      return { kind: "began", at };
    case "room_finished":
      return { kind: "ended", at };
    case "participant_joined":
      if (!participant?.sid || !participant.identity || !people.has(participant.kind)) return null;
      return {
        ...{ kind: "joined", at, connectionId: participant.sid.slice(0, 200) },
        participant: namedParticipant(participant.identity, participant.name),
      };
    case "participant_left":
      if (!participant?.sid || !people.has(participant.kind)) return null;
      return { kind: "left", at, connectionId: participant.sid.slice(0, 200) };
    case "egress_ended": {
      const url = egressInfo?.fileResults[0]?.location;
      return url && /^https?:\/\//.test(url) ? { kind: "recorded", at, url } : null;
    }
    default:
      return null;
  }
}
