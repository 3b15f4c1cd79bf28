import { hours, plus } from "#kernel/clock.ts";
import { callUid } from "#rooms/call-uid.ts";
import type { RoomProvider } from "#rooms/provider-port.ts";
import { type AgoraCredentials, agoraCallTokens } from "./call-tokens.ts";
import { readAgoraNotification } from "./notification.ts";

/** What also reads Agora's notifications, where the operator has switched them on. */
export interface AgoraAccount extends AgoraCredentials {
  /** Of the Notifications service; null where there is none, and every notification is taken for forged. */
  notificationSecret: string | null;
}

/** Channels at Agora: they are there as soon as somebody joins with a token, which we sign without asking anybody. */
export const agoraProvider = ({ notificationSecret, ...credentials }: AgoraAccount): RoomProvider => {
  const tokens = agoraCallTokens(credentials);
  return {
    name: "agora",
    async prepare({ roomId, reference }) {
      return { reference: reference ?? `room_${roomId}` };
    },
    async admit({ sessionId, reference: channel }, { key }, now) {
      const uid = callUid(sessionId, key.slice(key.indexOf(":") + 1));
      const expiresAt = plus(now, hours(1));
      const { token, appId } = tokens.issue({ channel, uid, expiresAt, now });
      return { provider: "agora", appId, channel, token, uid, expiresAt };
    },
    readNotification: (notification) =>
      notificationSecret === null ? null : readAgoraNotification(notificationSecret, notification),
  };
};
