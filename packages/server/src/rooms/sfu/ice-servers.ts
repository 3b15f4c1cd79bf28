import { createHmac } from "node:crypto";
import type { IceServer } from "./port.ts";
import type { SfuSettings } from "./settings.ts";

/** Seconds for which TURN credentials are good. */
const lifetime = 3_600;

/**
 * The ICE servers for one person. Credentials follow coturn's REST scheme (draft-uberti-behave-turn-rest-00): the user
 * name is `<unix time of expiry>:<person>`, the password the HMAC-SHA1 of it.
 */
export function iceServersFor(
  { iceServers, turn }: Pick<SfuSettings, "iceServers" | "turn">,
  personId: string,
  now: Date,
): IceServer[] {
  const open = iceServers.length > 0 ? [{ urls: iceServers }] : [];
  if (!turn) return open;
  const username = `${Math.floor(now.getTime() / 1_000) + lifetime}:${personId}`;
  const credential = createHmac("sha1", turn.secret).update(username).digest("base64");
  return [...open, { urls: turn.urls, username, credential }];
}
