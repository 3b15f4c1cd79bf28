import { hours, plus } from "#kernel/clock.ts";
import { Refusal } from "#kernel/errors.ts";
import type { ProvidedPerson, RoomProvider } from "#rooms/provider-port.ts";
import { ask, type Patience, usualPatience } from "../ask.ts";
import { readStreamNotification } from "./notification.ts";
import { callToken, serverToken } from "./tokens.ts";

export interface StreamCredentials {
  apiKey: string;
  apiSecret: string;
  /** https://video.stream-io-api.com, unless the app lives elsewhere. */
  url: string;
}

const provider = "Stream";

/** The call type of all our rooms: one of the four that every Stream app has. */
const callType = "default";

/** Who makes the calls at Stream: a call needs a creator, and ours is the server. */
const creator = { id: "convene", name: "Convene", role: "admin" };

/** Calls at Stream (getstream.io), https://getstream.io/video/docs/api: plain HTTP with a token of the server. */
export const streamProvider = (
  { apiKey, apiSecret, url }: StreamCredentials,
  patience: Patience = usualPatience,
): RoomProvider => {
  const call = (method: "GET" | "POST", path: string, body?: object) =>
    ask(
      {
        provider,
        method,
        url: `${url}${path}?api_key=${encodeURIComponent(apiKey)}`,
        headers: async () => ({ authorization: await serverToken(apiSecret), "stream-auth-type": "jwt" }),
        body,
      },
      patience,
    );
  const pathOf = (reference: string) => `/api/v2/video/call/${callType}/${encodeURIComponent(reference)}`;
  return {
    name: "stream",
    /** Gets the call of this id or makes it: asked twice, it is one. */
    async prepare({ roomId, title, startsAt }) {
      await call("POST", pathOf(roomId), {
        data: {
          created_by: creator,
          starts_at: startsAt.toISOString(),
          custom: { title: title.slice(0, 200) },
        },
      });
      return { reference: roomId };
    },
    async admit({ reference }, { participantId, role }, now) {
      const expiresAt = plus(now, hours(1));
      const cid = `${callType}:${reference}`;
      const claims = { userId: participantId, cid, role: roleAtStream(role), now, expiresAt };
      const token = await callToken(apiSecret, claims);
      const names = { userId: participantId, callType, callId: reference };
      return { provider: "stream", apiKey, token, ...names, expiresAt };
    },
    /** Blocked in this call: whoever still has a token does not come back with it. */
    async remove({ reference }, participantId) {
      await call("POST", `${pathOf(reference)}/block`, { user_id: participantId });
    },
    async end({ reference }) {
      const hasEnded = async () => {
        const { call: found } = (await call("GET", pathOf(reference))) as { call?: { ended_at?: unknown } };
        return Boolean(found?.ended_at);
      };
      await call("POST", `${pathOf(reference)}/mark_ended`, {}).catch(async (fault) => {
        if (!(fault instanceof Refusal) || fault.code !== "provider_refused" || !(await hasEnded()))
          throw fault;
      });
    },
    async check() {
      await call("GET", "/api/v2/app");
    },
    readNotification: (notification) => readStreamNotification({ apiKey, apiSecret }, notification),
  };
};

/** Stream's own names: `host` may mute and remove. Who only watches has a user's rights. */
const roleAtStream = (role: ProvidedPerson["role"]): string =>
  ({ host: "host", participant: "call_member", viewer: "user" })[role];
