import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { type SmallApp, startSmallApp } from "../../test/small-app.ts";

const script = "console.log('a script that is long enough to be worth compressing');".repeat(20);
const folder = mkdtempSync(join(tmpdir(), "convene-web-"));
const web = (path: string) => ({
  folder: pathToFileURL(`${path}/`),
  socketSources: ["wss://rooms.example.com"],
});

let app: SmallApp;

before(async () => {
  mkdirSync(join(folder, "assets"));
  writeFileSync(
    join(folder, "index.html"),
    '<meta property="csp-nonce" nonce="%NONCE%"><div id="app"></div>',
  );
  writeFileSync(join(folder, "favicon.svg"), "<svg/>");
  writeFileSync(join(folder, "assets", "page-abc123.js"), script);
  writeFileSync(join(folder, "assets", "page-abc123.js.br"), brotliCompressSync(script));
  app = await startSmallApp([], { house: { web: web(folder) } });
});
after(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(app.url + path, { headers });
const asBrowser = { accept: "text/html,application/xhtml+xml" };

describe("the pages that run in browsers", () => {
  test("each path of theirs answers the document, fresh, with a nonce of its own", async () => {
    const nonces = new Set<string>();
    for (const path of ["/sessions/some-slug", "/sessions/some-slug/zoom_meeting", "/sign-in?to=/x"]) {
      const answer = await get(path);
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get("content-type"), "text/html; charset=utf-8");
      assert.equal(answer.headers.get("cache-control"), "no-store");
      const nonce = /nonce="([^"]+)"/.exec(await answer.text())?.[1] ?? "";
      assert.match(
        answer.headers.get("content-security-policy") ?? "",
        new RegExp(`'nonce-${RegExp.escape(nonce)}'`),
      );
      nonces.add(nonce);
    }
    assert.equal(nonces.size, 3);
  });

  test("the document runs no script but ours, tells nobody where its reader is, and may use the camera", async () => {
    const { headers } = await get("/sessions/x");
    const policy = Object.fromEntries(
      (headers.get("content-security-policy") ?? "").split("; ").map((rule) => rule.split(/ (.*)/s)),
    );
    assert.equal(policy["default-src"], "'none'");
    assert.equal(policy["script-src"], "'self'");
    assert.equal(policy["connect-src"], "'self' wss://rooms.example.com");
    assert.equal(policy["frame-ancestors"], "'none'");
    assert.equal(headers.get("referrer-policy"), "no-referrer");
    const permissions = headers.get("permissions-policy") ?? "";
    for (const feature of ["camera", "microphone", "display-capture"]) {
      assert.ok(permissions.includes(`${feature}=(self)`), feature);
    }
    assert.ok(permissions.includes("geolocation=()"));
  });

  test("what is loaded may be kept for ever, comes compressed, and nothing outside its folder comes at all", async () => {
    const plain = await get("/assets/page-abc123.js", { "accept-encoding": "identity" });
    assert.equal(await plain.text(), script);
    assert.equal(plain.headers.get("cache-control"), "public, max-age=31536000, immutable");
    assert.match(plain.headers.get("content-type") ?? "", /javascript/);
    const small = await get("/assets/page-abc123.js", { "accept-encoding": "br" });
    assert.equal(small.headers.get("content-encoding"), "br");
    assert.equal(await small.text(), script);
    for (const path of ["/assets/..%2findex.html", "/assets/%2e%2e/index.html", "/assets/"]) {
      assert.notEqual((await get(path)).status, 200, path);
    }
    assert.equal((await get("/assets/none.js")).status, 404);
  });

  test("a person at a wrong address gets a page, a program a problem", async () => {
    const person = await get("/no/such/place", asBrowser);
    assert.deepEqual([person.status, person.headers.get("content-type")], [404, "text/html; charset=utf-8"]);
    for (const [path, headers] of [
      ["/no/such/place", {}],
      ["/api/nothing", asBrowser],
      ["/v1/nothing", asBrowser],
    ] as const) {
      const program = await get(path, headers);
      assert.equal(program.status, 404);
      assert.match(program.headers.get("content-type") ?? "", /json/, path);
    }
  });

  test("without a build, the paths say what to do", async () => {
    const bare = await startSmallApp([], { house: { web: web(join(folder, "none")) } });
    try {
      const answer = await fetch(`${bare.url}/sessions/x`);
      assert.equal(answer.status, 503);
      assert.match(await answer.text(), /npm run build/);
    } finally {
      await bare.close();
    }
  });
});
