import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync, statSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import type { Demo } from "../src/demo/demo.ts";
import { demoFile } from "../src/demo/place.ts";
import { type Running, runCommand, startCommand } from "./command.ts";
import { type DataDir, makeDataDir } from "./data-dir.ts";

const readDemo = (dataDir: DataDir): Demo => JSON.parse(readFileSync(demoFile(dataDir.path), "utf8"));

const liveSession = (title: string) => ({
  host_id: "h",
  brand_id: "b",
  title,
  scheduled_at: "2030-01-01T00:00:00Z",
  max_participants: 5,
});

function post(url: string, token: string, body: object): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  return fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
}

describe("a server process", () => {
  let dataDir: DataDir;
  let server: Running;
  let demo: Demo;

  before(() => {
    dataDir = makeDataDir("process");
  });
  // Each test has one that runs, whatever the test before did to it.
  beforeEach(async () => {
    if (!server?.isRunning()) server = await startCommand({ DATA_DIR: dataDir.path });
    demo = readDemo(dataDir);
  });
  after(async () => {
    await server.stop();
    dataDir.remove();
  });

  test("is ready, describes itself, and fills a demo that only its owner can read", async () => {
    for (const path of ["/healthz", "/readyz", "/openapi.json", "/docs/"]) {
      assert.equal((await fetch(server.url + path)).status, 200, path);
    }
    assert.equal(statSync(demoFile(dataDir.path)).mode & 0o777, 0o600);
    assert.equal(demo.baseUrl, server.url);
    for (const [name, user] of Object.entries(demo.users)) {
      const response = await fetch(`${server.url}/api/sessions`, {
        headers: { authorization: `Bearer ${user.token}` },
      });
      assert.equal(response.status, name === "homeless" ? 400 : 200, name);
    }
    const signIn = await post(`${server.url}/api/auth/sign-in`, "", {
      email: demo.users.coach.email,
      password: demo.users.coach.password,
    });
    assert.equal(signIn.status, 200);
  });

  test("refuses a second server on its data directory, and stays", async () => {
    const second = await runCommand([], { DATA_DIR: dataDir.path, PORT: "0" });
    assert.equal(second.code, 1);
    assert.match(second.output, /is using the data directory/);
    assert.equal((await fetch(`${server.url}/readyz`)).status, 200);
  });

  test("says so when its port is taken", async () => {
    const other = makeDataDir("port");
    const second = await runCommand([], { DATA_DIR: other.path, PORT: new URL(server.url).port });
    other.remove();
    assert.equal(second.code, 1);
    assert.match(second.output, /EADDRINUSE/);
  });

  test("keeps every acknowledged write through kill -9", async () => {
    const acknowledged: string[] = [];
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let n = 0; ; n += 1) {
        const response = await post(
          `${server.url}/v1/sessions`,
          demo.users.coach.token,
          liveSession(`${writer}/${n}`),
        ).catch(() => null);
        if (!response) return;
        const body = (await response.json().catch(() => null)) as { id: string } | null;
        if (!body) return;
        assert.equal(response.status, 201);
        acknowledged.push(body.id);
        if (acknowledged.length === 200) server.child.kill("SIGKILL");
      }
    });
    await Promise.all(writers);
    await server.stop("SIGKILL");
    server = await startCommand({ DATA_DIR: dataDir.path, PORT: new URL(server.url).port });
    demo = readDemo(dataDir);
    assert.ok(acknowledged.length >= 200);
    const headers = { authorization: `Bearer ${demo.users.coach.token}` };
    for (const id of acknowledged) {
      assert.equal((await fetch(`${server.url}/v1/sessions/${id}`, { headers })).status, 200);
    }
  });

  test("finishes a request in flight at SIGTERM and then ends", async () => {
    const body = JSON.stringify(liveSession("in flight"));
    const inFlight = request(`${server.url}/v1/sessions`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${demo.users.coach.token}`,
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        // The server answers "100 Continue" once it has taken the request on.
        expect: "100-continue",
      },
    });
    inFlight.flushHeaders();
    await once(inFlight, "continue");
    server.child.kill("SIGTERM");
    while (!server.output().includes("finishing the requests in flight")) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    inFlight.end(body);
    const [response] = await once(inFlight, "response");
    assert.equal(response.statusCode, 201);
    response.resume();
    assert.equal(await server.ended(), 0);
  });

  test("is refused in production on a data directory that holds a demo", async () => {
    const production = await runCommand([], { DATA_DIR: dataDir.path, PORT: "0", NODE_ENV: "production" });
    assert.equal(production.code, 1);
    assert.match(production.output, /holds demo data/);
  });

  test("is backed up while it runs, and restored elsewhere with its secrets", async () => {
    const elsewhere = makeDataDir("restored");
    const file = join(elsewhere.path, "backup.tar.gz");
    const made = await post(`${server.url}/v1/sessions`, demo.users.coach.token, liveSession("backed up"));
    const { id } = (await made.json()) as { id: string };
    const backup = await runCommand(["backup", file], { DATA_DIR: dataDir.path });
    assert.equal(backup.code, 0, backup.output);
    const env = { DATA_DIR: join(elsewhere.path, "data") };
    const restore = await runCommand(["restore", file], env);
    assert.equal(restore.code, 0, restore.output);
    const again = await runCommand(["restore", file], env);
    assert.equal(again.code, 1);
    // The same address, so that the tokens that the first server issued are this one's too.
    const restored = await startCommand({ ...env, PUBLIC_URL: server.url });
    const headers = { authorization: `Bearer ${demo.users.coach.token}` };
    const found = await fetch(`${restored.url}/v1/sessions/${id}`, { headers });
    assert.equal(found.status, 200);
    await restored.stop();
    elsewhere.remove();
  });
});

test("convene create-admin makes the first administrator of a production server, once", async () => {
  const dataDir = makeDataDir("admin");
  const env = { DATA_DIR: dataDir.path, NODE_ENV: "production" };
  const args = ["create-admin", "--email", "root@example.com", "--organization", "Example Inc"];
  const made = await runCommand(args, env);
  assert.equal(made.code, 0, made.output);
  const password = /password: (\S+)/.exec(made.output)?.[1];
  assert.equal((await runCommand(args, env)).code, 1);
  const server = await startCommand(env);
  const signIn = await post(`${server.url}/api/auth/sign-in`, "", { email: "root@example.com", password });
  const { token } = (await signIn.json()) as { token: string };
  const organizations = await fetch(`${server.url}/api/organizations`, {
    headers: { authorization: `Bearer ${token}` },
  });
  assert.equal(organizations.status, 200);
  await server.stop();
  dataDir.remove();
});

test("convene --help and docs/operating.md name every setting", async () => {
  const { settings } = await import("../src/config.ts");
  const { output } = await runCommand(["--help"], {});
  const guide = readFileSync(new URL("../../../docs/operating.md", import.meta.url), "utf8");
  for (const name of Object.keys(settings)) {
    assert.match(output, new RegExp(`^  ${name} `, "m"));
    assert.ok(guide.includes(`\`${name}\``), name);
  }
});

test("an unknown command or a bad setting is a sentence and exit code 1", async () => {
  const unknown = await runCommand(["serv"], {});
  assert.equal(unknown.code, 1);
  assert.match(unknown.output, /no command serv/);
  const bad = await runCommand([], { PORT: "http" });
  assert.equal(bad.code, 1);
  assert.match(bad.output, /PORT must be an integer/);
});
