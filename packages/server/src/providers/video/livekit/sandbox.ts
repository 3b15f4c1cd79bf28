import { createHash } from "node:crypto";
import { AccessToken, TokenVerifier } from "livekit-server-sdk";
import { newName, newSecret } from "#kernel/ids.ts";
import { type SandboxAnswer, type SandboxRequest, serveOnLoopback } from "../loopback.ts";
import type { LivekitCredentials } from "./livekit.ts";

export interface LivekitSandbox {
  credentials: LivekitCredentials;
  /** Names of the rooms that are there, with their SIDs. */
  rooms: ReadonlyMap<string, string>;
  /** Whom it was asked to remove, as `room/identity`. */
  removed: readonly string[];
  /** The headers that LiveKit sends with a webhook of this body. */
  sign(body: string): Promise<Record<string, string>>;
  close(): Promise<void>;
}

/** As much of LiveKit's RoomService as the adapter speaks, over HTTP: Twirp with JSON, its grants and its errors. No media. */
export async function startLivekitSandbox(): Promise<LivekitSandbox> {
  const apiKey = `API${newName(10)}`;
  const apiSecret = newSecret(48);
  const rooms = new Map<string, string>();
  const removed: string[] = [];
  const verifier = new TokenVerifier(apiKey, apiSecret);
  const { url, close } = await serveOnLoopback(async (request) => {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
    const claims = await verifier.verify(token).catch(() => null);
    if (!claims) return fault(401, "unauthenticated", "invalid token");
    return answer({ rooms, removed }, request, claims.video ?? {});
  });
  return {
    credentials: { url, apiKey, apiSecret },
    rooms,
    removed,
    async sign(body) {
      const token = new AccessToken(apiKey, apiSecret, { ttl: 300 });
      token.sha256 = createHash("sha256").update(body).digest("base64");
      return { authorization: await token.toJwt() };
    },
    close,
  };
}

const fault = (status: number, code: string, msg: string): SandboxAnswer => ({ status, body: { code, msg } });
const denied = fault(403, "permission_denied", "permissions denied");

interface State {
  rooms: Map<string, string>;
  removed: string[];
}

interface Grant {
  roomCreate?: boolean;
  roomList?: boolean;
  roomAdmin?: boolean;
  room?: string;
}

function answer(
  { rooms, removed }: State,
  { method, url, body }: SandboxRequest,
  grant: Grant,
): SandboxAnswer {
  const name = /^\/twirp\/livekit\.RoomService\/(\w+)$/.exec(url.pathname)?.[1];
  if (method !== "POST" || !body) return fault(404, "bad_route", "no handler for path");
  switch (name) {
    case "CreateRoom": {
      if (!grant.roomCreate) return denied;
      if (typeof body.name !== "string" || body.name === "")
        return fault(400, "invalid_argument", "name is required");
      const sid = rooms.get(body.name) ?? `RM_${newName(12)}`;
      rooms.set(body.name, sid);
      return { status: 200, body: { sid, name: body.name, metadata: "sandbox" } };
    }
    case "DeleteRoom":
      if (!grant.roomCreate) return denied;
      return rooms.delete(String(body.room))
        ? { status: 200, body: {} }
        : fault(404, "not_found", "room not found");
    case "ListRooms":
      return grant.roomList ? { status: 200, body: { rooms: [] } } : denied;
    case "RemoveParticipant":
      if (!grant.roomAdmin || grant.room !== body.room) return denied;
      if (!rooms.has(String(body.room))) return fault(404, "not_found", "participant does not exist");
      removed.push(`${body.room}/${body.identity}`);
      return { status: 200, body: {} };
    default:
      return fault(404, "bad_route", "no handler for path");
  }
}
