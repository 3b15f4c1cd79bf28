import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { type DataDir, makeDataDir } from "../../test/data-dir.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import type { Server } from "../compose.ts";
import { type Config, readConfig } from "../config.ts";
import { refreshDemo } from "./index.ts";
import { demoFile, isForDemo } from "./place.ts";

describe("a demo that was killed while it was filled", () => {
  let server: TestServer;
  let dataDir: DataDir;
  let config: Config;

  before(async () => {
    server = await startTestServer();
    dataDir = makeDataDir("demo");
    config = readConfig({ DATA_DIR: dataDir.path });
  });
  after(async () => {
    await server.close();
    dataDir.remove();
  });

  const refresh = (running: Server = server.server, settings = config) =>
    refreshDemo(running, settings, server.clock());
  /** The people are there, and nothing else. */
  const killed = (): Server => {
    const issue = () => Promise.reject(new Error("killed"));
    return { ...server.server, tokens: { ...server.server.tokens, issue } };
  };

  test("is refused with what to do, on whatever address, and known as a demo to production", async () => {
    await assert.rejects(refresh(killed()), /killed/);
    assert.ok(isForDemo(dataDir.path));
    for (const settings of [config, { ...config, host: "0.0.0.0" }]) {
      await assert.rejects(refresh(server.server, settings), /remove DATA_DIR/);
    }
    assert.ok(!existsSync(demoFile(dataDir.path)));
  });

  test("keeps nobody from another database, and is filled anew in an empty one", async () => {
    const other = await startTestServer();
    assert.equal(await refresh(other.server), true);
    assert.equal(statSync(demoFile(dataDir.path)).mode & 0o777, 0o600);
    const demo = JSON.parse(readFileSync(demoFile(dataDir.path), "utf8"));
    assert.equal((await other.api(demo.users.coach.token).get("/api/sessions")).status, 200);
    assert.ok(!existsSync(`${demoFile(dataDir.path)}.unfinished`));
    await other.close();
  });
});
