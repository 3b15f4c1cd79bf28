/** The settings of the operator's own accounts with providers of video; organizations can have theirs beside them. */
export const providerSettings = {
  ZOOM_ACCOUNT_ID: {
    about: "Account ID of a Server-to-Server OAuth app at Zoom; unset, a sandbox, in production none",
  },
  ZOOM_CLIENT_ID: { about: "Client ID of the Zoom app; set with ZOOM_ACCOUNT_ID and ZOOM_CLIENT_SECRET" },
  ZOOM_CLIENT_SECRET: { about: "Client Secret of the Zoom app" },
  ZOOM_USER_ID: {
    about: "Id or e-mail address of the Zoom user who holds the meetings; me is the app's owner",
    fallback: "me",
  },
  ZOOM_WEBHOOK_SECRET: {
    about: "Secret Token of the Zoom app's event subscription; unset, its notifications are refused",
  },
  ZOOM_API_URL: { about: "Where Zoom's API is", fallback: "https://api.zoom.us" },
  ZOOM_OAUTH_URL: { about: "Where Zoom gives access tokens", fallback: "https://zoom.us" },
  AGORA_APP_ID: { about: "Agora app id, 32 hexadecimal digits; generated when unset" },
  AGORA_APP_CERTIFICATE: { about: "Agora app certificate, 32 hexadecimal digits; generated when unset" },
  AGORA_NOTIFICATION_SECRET: {
    about: "Secret of Agora's Notifications service; unset, its notifications are refused",
  },
  LIVEKIT_URL: { about: "wss:// or https:// URL of a LiveKit server or Cloud project" },
  LIVEKIT_API_KEY: { about: "API key of LiveKit; set with LIVEKIT_URL and LIVEKIT_API_SECRET or not at all" },
  LIVEKIT_API_SECRET: { about: "API secret of LiveKit" },
  STREAM_API_KEY: { about: "API key of a Stream (getstream.io) app; unset, a sandbox, in production none" },
  STREAM_API_SECRET: { about: "API secret of the Stream app" },
  STREAM_URL: { about: "Where Stream's video API is", fallback: "https://video.stream-io-api.com" },
} as const satisfies Record<string, { about: string; fallback?: string }>;

export interface ProviderConfig {
  zoom: ZoomConfig;
  /** Null where the generated one is to be used. */
  agora: { appId: string; appCertificate: string } | null;
  agoraNotificationSecret: string | null;
  livekit: { url: string; apiKey: string; apiSecret: string } | null;
  stream: { apiKey: string; apiSecret: string } | null;
  streamUrl: string;
}

interface ZoomConfig {
  /** Null where the operator has no account. */
  credentials: {
    accountId: string;
    clientId: string;
    clientSecret: string;
    userId: string;
    webhookSecret: string | null;
  } | null;
  apiUrl: string;
  oauthUrl: string;
}

type Get = (name: keyof typeof providerSettings) => string | null;

/** Throws an error that names the setting and says what it must be. */
export function readProviders(get: Get): ProviderConfig {
  const livekit = together(get, ["LIVEKIT_URL", "LIVEKIT_API_KEY", "LIVEKIT_API_SECRET"]);
  const stream = together(get, ["STREAM_API_KEY", "STREAM_API_SECRET"]);
  const [livekitUrl = "", livekitKey = "", livekitSecret = ""] = livekit ?? [];
  const [streamKey = "", streamSecret = ""] = stream ?? [];
  return {
    zoom: readZoom(get),
    agora: agora(get("AGORA_APP_ID"), get("AGORA_APP_CERTIFICATE")),
    agoraNotificationSecret: get("AGORA_NOTIFICATION_SECRET"),
    livekit: livekit && {
      url: address("LIVEKIT_URL", livekitUrl, /^(wss?|https?):$/, "a wss or https URL"),
      apiKey: livekitKey,
      apiSecret: livekitSecret,
    },
    stream: stream && { apiKey: streamKey, apiSecret: streamSecret },
    streamUrl: address("STREAM_URL", get("STREAM_URL") ?? "", /^https?:$/, "an http or https URL"),
  };
}

function readZoom(get: Get): ZoomConfig {
  const given = together(get, ["ZOOM_ACCOUNT_ID", "ZOOM_CLIENT_ID", "ZOOM_CLIENT_SECRET"]);
  const [accountId = "", clientId = "", clientSecret = ""] = given ?? [];
  const [userId, webhookSecret] = [get("ZOOM_USER_ID") ?? "", get("ZOOM_WEBHOOK_SECRET")];
  const isHttp = /^https?:$/;
  return {
    credentials: given && { accountId, clientId, clientSecret, userId, webhookSecret },
    apiUrl: address("ZOOM_API_URL", get("ZOOM_API_URL") ?? "", isHttp, "an http or https URL"),
    oauthUrl: address("ZOOM_OAUTH_URL", get("ZOOM_OAUTH_URL") ?? "", isHttp, "an http or https URL"),
  };
}

/** The values of settings that belong together; null where none is set. */
function together<Name extends keyof typeof providerSettings>(
  get: (name: Name) => string | null,
  names: readonly Name[],
): string[] | null {
  const values = names.map(get).filter((value) => value !== null);
  if (values.length === 0) return null;
  if (values.length === names.length) return values;
  throw new Error(`${names.join(", ")} must be set together`);
}

function address(name: string, text: string, protocols: RegExp, words: string): string {
  if (URL.canParse(text) && protocols.test(new URL(text).protocol)) return text.replace(/\/+$/, "");
  throw new Error(`${name} must be ${words}`);
}

function agora(appId: string | null, appCertificate: string | null): ProviderConfig["agora"] {
  if (appId === null && appCertificate === null) return null;
  const hex = /^[0-9a-f]{32}$/i;
  if (appId && appCertificate && hex.test(appId) && hex.test(appCertificate))
    return { appId, appCertificate };
  throw new Error("AGORA_APP_ID and AGORA_APP_CERTIFICATE must both be 32 hexadecimal digits");
}
