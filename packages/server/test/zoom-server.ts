import { startZoomSandbox, type ZoomSandbox } from "../src/providers/video/zoom/sandbox/server.ts";
import { createTestClock, type TestClock } from "./clock.ts";
import { createTestDatabase } from "./database.ts";
import { startTestServer, type TestServer } from "./server.ts";

export interface ZoomServer {
  server: TestServer;
  sandbox: ZoomSandbox;
  /** By which other servers reach the same Zoom. */
  settings: Record<string, string>;
  /** Meetings that Zoom was asked to make. */
  creations(): number;
  close(): Promise<void>;
}

export const isCreation = ({ method, path }: { method: string; path: string }): boolean =>
  method === "POST" && path.endsWith("/meetings");

/** A server whose operator has an account at Zoom, which is a sandbox that the test can look into and disturb. */
export async function startZoomServer(clock: TestClock = createTestClock()): Promise<ZoomServer> {
  const sandbox = await startZoomSandbox({ clock, joinBase: "https://zoom.example" });
  const { accountId, clientId, clientSecret, webhookSecret } = sandbox.credentials;
  const settings = {
    ...{ ZOOM_API_URL: sandbox.url, ZOOM_OAUTH_URL: sandbox.url, ZOOM_ACCOUNT_ID: accountId },
    ...{ ZOOM_CLIENT_ID: clientId, ZOOM_CLIENT_SECRET: clientSecret, ZOOM_WEBHOOK_SECRET: webhookSecret },
  };
  const server = await startTestServer({ settings, on: { db: await createTestDatabase(), clock } });
  return {
    ...{ server, sandbox, settings },
    creations: () => sandbox.requests.filter((request) => request === "POST /v2/users/me/meetings").length,
    async close() {
      await server.close();
      await sandbox.close();
    },
  };
}
