import type { Config } from "../config.ts";
import type { Database } from "../database/tenancy.ts";
import type { Page } from "../http/page.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Vault } from "../kernel/vault.ts";
import { createOutbound } from "../providers/outbound/outbound.ts";
import { type AgoraAccount, agoraProvider } from "../providers/video/agora/agora.ts";
import { agoraCallTokens } from "../providers/video/agora/call-tokens.ts";
import { usualPatience } from "../providers/video/ask.ts";
import { livekitProvider } from "../providers/video/livekit/livekit.ts";
import { startStreamSandbox } from "../providers/video/stream/sandbox.ts";
import { streamProvider } from "../providers/video/stream/stream.ts";
import { createZoom } from "../providers/video/zoom/index.ts";
import {
  type Connect,
  type Connection,
  createProviderAccounts,
  type Deployment,
  type ProviderAccounts,
} from "../rooms/accounts/index.ts";
import type { GeneratedSecrets } from "../secrets.ts";
import { startZoom } from "./zoom.ts";

interface Parts {
  config: Config;
  secrets: GeneratedSecrets;
  database: Database;
  vault: Vault;
  clock: Clock;
}

/** The accounts with providers of video, and what pretends to be one where the operator only tries the server out. */
export async function startProviders(
  parts: Parts,
): Promise<{ accounts: ProviderAccounts; pages: readonly Page[]; close(): Promise<void> }> {
  const { config, secrets, database, vault, clock } = parts;
  const { livekit, stream, streamUrl, agoraNotificationSecret } = config.providers;
  const agora = { ...(config.providers.agora ?? secrets.agora), notificationSecret: agoraNotificationSecret };
  const zoom = await startZoom(config, clock);
  const sandbox = stream || config.isProduction ? null : await startStreamSandbox();
  const deployment: Deployment = {
    agora: connectAgora(agora),
    ...(zoom.connection && { zoom: zoom.connection }),
    ...(livekit && { livekit: { rooms: livekitProvider(livekit) } }),
    ...(stream && { stream: { rooms: streamProvider({ ...stream, url: streamUrl }) } }),
    ...(sandbox && { stream: { rooms: streamProvider(sandbox.credentials), isSandbox: true } }),
  };
  const accounts = createProviderAccounts({ database, vault, deployment, connect: connections(parts) });
  return {
    accounts,
    pages: zoom.pages,
    async close() {
      await zoom.close();
      await sandbox?.close();
    },
  };
}

const connectAgora = (account: AgoraAccount): Connection => ({
  rooms: agoraProvider(account),
  callTokens: agoraCallTokens(account),
});

/** How an organization's account is used. Only LiveKit is where its owner says: the way there is guarded. */
const connections = ({ config, clock }: Pick<Parts, "config" | "clock">): Connect => {
  const { webhookAllowPrivate: allowed, isProduction } = config;
  const outbound = createOutbound({ allowed, plainHttp: !isProduction, timeout: usualPatience.timeout });
  return {
    zoom: ({ accountId, clientId, clientSecret, userId = "me", webhookSecret = null }) =>
      createZoom({
        credentials: { accountId, clientId, clientSecret, userId, webhookSecret },
        ...{ apiUrl: config.providers.zoom.apiUrl, oauthUrl: config.providers.zoom.oauthUrl, clock },
      }),
    agora: ({ notificationSecret = null, ...app }) => connectAgora({ ...app, notificationSecret }),
    livekit: (account) => ({ rooms: livekitProvider(account, { ...usualPatience, outbound }) }),
    stream: (account) => ({
      rooms: streamProvider({ ...account, url: config.providers.streamUrl }),
    }),
  };
};
