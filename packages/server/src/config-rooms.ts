import { isIP } from "node:net";
import type { SfuSettings } from "./rooms/sfu/settings.ts";

/** The settings of the built-in rooms' media. */
export const roomSettings = {
  ROOMS_PORTS: {
    about: "UDP ports of the media process, such as 40000-40999; it takes the lowest free ones; unset, any",
  },
  ROOMS_ADDRESSES: {
    about: "IP addresses that browsers reach the media under, separated by commas; unset, the machine's own",
  },
  ROOMS_CAMERA_KBITS: { about: "Most that one camera may send, kbit/s", fallback: "900" },
  ROOMS_SCREEN_KBITS: { about: "Most that one shared screen may send, kbit/s", fallback: "1500" },
  ICE_SERVERS: { about: "stun: and turn: URLs for browsers, without credentials, separated by commas" },
  TURN_URLS: { about: "turn: and turns: URLs of a coturn that shares TURN_SECRET, separated by commas" },
  TURN_SECRET: { about: "coturn's static-auth-secret: people get credentials for one hour" },
} as const satisfies Record<string, { about: string; fallback?: string }>;

type Get = (name: keyof typeof roomSettings) => string | null;

/** `host` is the address that the server listens on. Throws an error that names the setting and says what it must be. */
export function readRooms(get: Get, host: string): SfuSettings {
  return {
    ports: portRange(get("ROOMS_PORTS")),
    addresses: list(get("ROOMS_ADDRESSES"), (text) => isIP(text) > 0, "ROOMS_ADDRESSES must be IP addresses"),
    onLoopback: /^(127\.|::1$|localhost$)/.test(host),
    iceServers: list(
      get("ICE_SERVERS"),
      (text) => /^(stuns?|turns?):[^\s,]+$/.test(text),
      "ICE_SERVERS must be stun: or turn: URLs",
    ),
    turn: turn(get),
    cameraBitrate: kilobits("ROOMS_CAMERA_KBITS", get("ROOMS_CAMERA_KBITS")),
    screenBitrate: kilobits("ROOMS_SCREEN_KBITS", get("ROOMS_SCREEN_KBITS")),
  };
}

function portRange(text: string | null): SfuSettings["ports"] {
  if (text === null) return null;
  const [from, to] = (/^(\d{1,5})-(\d{1,5})$/.exec(text) ?? []).slice(1).map(Number);
  if (from !== undefined && to !== undefined && from >= 1 && from <= to && to <= 65_535) return { from, to };
  throw new Error("ROOMS_PORTS must be a range of UDP ports such as 40000-40999");
}

function turn(get: Get): SfuSettings["turn"] {
  const urls = list(
    get("TURN_URLS"),
    (url) => /^turns?:[^\s,]+$/.test(url),
    "TURN_URLS must be turn: or turns: URLs",
  );
  const secret = get("TURN_SECRET");
  if (urls.length === 0 && secret === null) return null;
  if (urls.length > 0 && secret !== null) return { urls, secret };
  throw new Error("TURN_URLS and TURN_SECRET must be set together");
}

function kilobits(name: string, text: string | null): number {
  const value = Number(text);
  if (text && Number.isInteger(value) && value >= 100 && value <= 20_000) return value * 1_000;
  throw new Error(`${name} must be an integer from 100 to 20000`);
}

function list(text: string | null, isMember: (text: string) => boolean, must: string): string[] {
  const members = (text ?? "")
    .split(",")
    .map((member) => member.trim())
    .filter(Boolean);
  if (members.every(isMember)) return members;
  throw new Error(`${must}, separated by commas`);
}
