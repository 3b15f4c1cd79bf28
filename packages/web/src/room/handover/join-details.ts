/** What is needed to join at an outside provider, as it can be shown. */
export type JoinDetails =
  | { provider: "zoom"; joinUrl: string; meetingId: string; password: string }
  | { provider: "agora" | "livekit" | "stream"; facts: readonly { name: string; value: string }[] };

/** What the server handed over; null when it is nothing that this page knows. */
export function readJoin(join: unknown): JoinDetails | null {
  if (typeof join !== "object" || join === null) return null;
  const given = join as Record<string, unknown>;
  const word = (name: string): string => (given[name] === undefined ? "" : String(given[name]));
  const facts = (names: readonly string[]) =>
    names.filter((name) => word(name) !== "").map((name) => ({ name, value: word(name) }));
  switch (given.provider) {
    case "zoom": {
      const joinUrl = webAddress(word("joinUrl"));
      if (joinUrl === null) return null;
      return { provider: "zoom", joinUrl, meetingId: word("meetingId"), password: word("password") };
    }
    case "agora":
    case "livekit":
    case "stream":
      return { provider: given.provider, facts: facts(shown[given.provider]) };
    default:
      return null;
  }
}

/** In the providers' own names, as their clients ask for them. */
const shown = {
  agora: ["appId", "channel", "uid", "token"],
  livekit: ["url", "token"],
  stream: ["apiKey", "callType", "callId", "userId", "token"],
} as const;

/** An address that a browser may be sent to; null for anything but the web, `javascript:` above all. */
function webAddress(text: string): string | null {
  const url = URL.parse(text);
  return url && (url.protocol === "https:" || url.protocol === "http:") ? url.href : null;
}

/** Zoom's way of writing a meeting id: in groups of three or four, for reading it aloud. */
export const spaced = (meetingId: string): string =>
  meetingId.length > 10
    ? meetingId.replace(/^(\d{3})(\d{4})(\d+)$/, "$1 $2 $3")
    : meetingId.replace(/^(\d{3})(\d{3})(\d+)$/, "$1 $2 $3");
