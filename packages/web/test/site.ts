import type { TestClock } from "../../server/test/clock.ts";
import { createTestDatabase } from "../../server/test/database.ts";
import { freePort } from "../../server/test/free-ports.ts";
import { startTestServer, type TestServer } from "../../server/test/server.ts";
import { buildWhenStale } from "../bin/build-when-stale.ts";

/** A server whose pages a browser opens under the very address that the server calls its own. */
export async function startSite(
  settings: Record<string, string> = {},
  clock?: TestClock,
): Promise<TestServer> {
  await buildWhenStale(() => {});
  const port = await freePort();
  return startTestServer({
    settings: { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, ...settings },
    ...(clock && { on: { db: await createTestDatabase(), clock } }),
  });
}
