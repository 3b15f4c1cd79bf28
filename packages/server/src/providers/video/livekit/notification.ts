import type { WebhookEvent } from "livekit-server-sdk";
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
  const { WebhookReceiver } = await import("livekit-server-sdk");
  const event = await new WebhookReceiver(apiKey, apiSecret)
    .receive(body.toString("utf8"), headers.authorization)
    .catch(() => null);
  if (!event) return null;
  const reference = event.egressInfo?.roomName || event.room?.name;
  return {
    happened: reference ? occurrencesOf(event).map((occurrence) => ({ reference, occurrence })) : [],
  };
}

/** ParticipantInfo.Kind of browsers and apps, and of telephones. Recorders and agents are nobody who attends. */
const people: ReadonlySet<number | undefined> = new Set([0, 3]);

/** Of a room that finished: somebody deleted it. Otherwise it was empty for a while, or its server went down. */
const deleted = 1;

/** `room_started` is none of them: a room starts when it is made, with nobody in it. */
function occurrencesOf(told: WebhookEvent): Occurrence[] {
  const { event, createdAt, participant, egressInfo, roomEndReason } = told;
  const at = new Date(Number(createdAt) * 1000);
  switch (event) {
    case "room_finished":
      return [{ kind: roomEndReason === deleted ? "ended" : "emptied", at }];
    case "participant_joined": {
      if (!participant?.sid || !participant.identity || !people.has(participant.kind)) return [];
      const { sid, identity, name } = participant;
      const connectionId = sid.slice(0, 200);
      const joined = {
        kind: "joined",
        at,
        connectionId,
        participant: namedParticipant(identity, name),
      } as const;
      return [joined, { kind: "began", at }];
    }
    case "participant_left":
      if (!participant?.sid || !people.has(participant.kind)) return [];
      return [{ kind: "left", at, connectionId: participant.sid.slice(0, 200) }];
    case "egress_ended": {
      const url = egressInfo?.fileResults[0]?.location;
      return url && /^https?:\/\//.test(url) ? [{ kind: "recorded", at, url }] : [];
    }
    default:
      return [];
  }
}
