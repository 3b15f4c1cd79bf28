import type { Config } from "../config.ts";
import type { Page } from "../http/page.ts";
import { sandboxMeetingPage } from "../http/sandbox-meeting-page.ts";
import type { Clock } from "../kernel/clock.ts";
import { createZoom } from "../providers/video/zoom/index.ts";
import { startZoomSandbox } from "../providers/video/zoom/sandbox/server.ts";
import type { Connection } from "../rooms/accounts/index.ts";

interface Zoom {
  connection: Connection | null;
  /** Where links to sandbox meetings lead. */
  pages: readonly Page[];
  close(): Promise<void>;
}

/** The operator's account with Zoom; without one a sandbox, and nothing in production. */
export async function startZoom(
  { providers: { zoom }, isProduction, publicUrl }: Config,
  clock: Clock,
): Promise<Zoom> {
  const { apiUrl, oauthUrl, credentials } = zoom;
  const nothing = { pages: [], close: async () => {} };
  if (credentials) {
    return { ...nothing, connection: createZoom({ credentials, apiUrl, oauthUrl, clock }) };
  }
  if (isProduction) return { ...nothing, connection: null };
  const sandbox = await startZoomSandbox({ clock, joinBase: `${publicUrl}/sandbox/zoom` });
  const account = { credentials: sandbox.credentials, apiUrl: sandbox.url, oauthUrl: sandbox.url, clock };
  const connection = { ...createZoom(account), isSandbox: true };
  return { connection, pages: [sandboxMeetingPage], close: sandbox.close };
}
