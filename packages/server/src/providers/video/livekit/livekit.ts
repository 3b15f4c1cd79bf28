import type { VideoGrant } from "livekit-server-sdk";
import { minutes, plus } from "#kernel/clock.ts";
import { Refusal } from "#kernel/errors.ts";
import type { RoomProvider } from "#rooms/provider-port.ts";
import { ask, type Patience, usualPatience } from "../ask.ts";
import { readLivekitNotification } from "./notification.ts";

export interface LivekitCredentials {
  /** ws(s) or http(s). */
  url: string;
  apiKey: string;
  apiSecret: string;
}

/** For coming in; LiveKit renews the token of whoever is there. */
const tokenLifetime = minutes(10);

/** Seconds for which LiveKit keeps a room that nobody is in yet, or any more. */
const emptyTimeout = 600;

/** Rooms of a LiveKit server or of LiveKit Cloud, https://docs.livekit.io/reference/server/server-apis (Twirp). */
export const livekitProvider = (
  { url, apiKey, apiSecret }: LivekitCredentials,
  patience: Patience = usualPatience,
): RoomProvider => {
  const sign = async (
    video: VideoGrant,
    seconds: number,
    person: { identity?: string; name?: string } = {},
  ) => {
    // Read when it is needed: few servers ever speak to a LiveKit, and every start would wait for its protocol.
    const { AccessToken } = await import("livekit-server-sdk");
    const token = new AccessToken(apiKey, apiSecret, { ...person, ttl: seconds });
    token.addGrant(video);
    return token.toJwt();
  };
  const call = (method: string, grant: VideoGrant, body: object) =>
    ask(
      {
        provider: "LiveKit",
        method: "POST",
        url: `${url.replace(/^ws/, "http")}/twirp/livekit.RoomService/${method}`,
        headers: async () => ({ authorization: `Bearer ${await sign(grant, 60)}` }),
        body,
      },
      patience,
    );
  return {
    name: "livekit",
    /** Making a room that is there gives that one. */
    async prepare({ roomId }) {
      const timeouts = { empty_timeout: emptyTimeout, departure_timeout: emptyTimeout };
      await call("CreateRoom", { roomCreate: true }, { name: roomId, ...timeouts });
      return { reference: roomId };
    },
    async admit({ reference }, { participantId, name, role }, now) {
      const grant: VideoGrant = {
        ...{ roomJoin: true, room: reference, canSubscribe: true, canPublishData: true },
        ...{ canPublish: role !== "viewer", roomAdmin: role === "host" },
      };
      const token = await sign(grant, tokenLifetime / 1000, { identity: participantId, name });
      const expiresAt = plus(now, tokenLifetime);
      const names = { userId: participantId, callId: reference };
      return { provider: "livekit", url: url.replace(/^http/, "ws"), token, ...names, expiresAt };
    },
    async remove({ reference: room }, identity) {
      await unlessGone(() => call("RemoveParticipant", { roomAdmin: true, room }, { room, identity }));
    },
    async end({ reference: room }) {
      await unlessGone(() => call("DeleteRoom", { roomCreate: true }, { room }));
    },
    async check() {
      await call("ListRooms", { roomList: true }, { names: ["convene"] });
    },
    readNotification: (notification) => readLivekitNotification({ apiKey, apiSecret }, notification),
  };
};

/** Twirp answers 404 for a room or person that is not there: what was to be so is so. */
async function unlessGone(work: () => Promise<unknown>): Promise<void> {
  await work().catch((fault) => {
    if (!(fault instanceof Refusal) || !fault.internal?.startsWith("LiveKit: 404 ")) throw fault;
  });
}
