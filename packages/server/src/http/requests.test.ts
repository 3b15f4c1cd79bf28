import assert from "node:assert/strict";
import { connect } from "node:net";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import { Type } from "typebox";
import { eventually } from "../../test/eventually.ts";
import { type SmallApp, startSmallApp } from "../../test/small-app.ts";
import { closed, Uuid } from "../kernel/schema.ts";
import { Answer, memberRoute, publicRoute } from "./route.ts";

const Anything = Type.Unsafe<unknown>({});
const read = {
  method: "GET",
  path: "/read",
  operationId: "read",
  summary: "Reads",
  success: [200, Anything],
} as const;
const things = { path: "/things/:id", params: closed({ id: Uuid() }), success: [200, Anything] } as const;
const change = { ...things, method: "POST", operationId: "change", summary: "Changes" } as const;
const remove = { ...things, method: "DELETE", operationId: "remove", summary: "Removes" } as const;
const ok = async () => ({ ok: true });

/** What is read of an answer that never ends, and how often somebody stopped. */
const endless = { parts: 0, ends: 0 };
async function* withoutEnd() {
  try {
    for (;;) {
      endless.parts += 1;
      yield "so it goes on\n".repeat(1_000);
      await new Promise(setImmediate);
    }
  } finally {
    endless.ends += 1;
  }
}

let app: SmallApp;
before(async () => {
  app = await startSmallApp(
    [
      publicRoute(read, {}, ok),
      publicRoute({ ...read, path: "/v1/read", operationId: "readLive" }, {}, ok),
      publicRoute(
        {
          ...read,
          path: "/endless",
          operationId: "endless",
          success: [200, Type.String()],
          media: "text/csv",
        },
        {},
        async () =>
          new Answer(Readable.from(withoutEnd(), { objectMode: false }), { "content-type": "text/csv" }),
      ),
      memberRoute(change, {}, ok),
      memberRoute(remove, {}, ok),
    ],
    { contract: { badInput: "unprocessable" }, house: { corsOrigins: [] } },
  );
});
after(() => app.close());

/** Sends bytes as they are and gives back what came until the server closed the connection. */
function exchange(bytes: string): Promise<{ status: number; head: string; body: Record<string, unknown> }> {
  const socket = connect(Number(new URL(app.url).port), "127.0.0.1");
  let text = "";
  return new Promise((resolve, reject) => {
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("error", reject).on("close", () => {
      const [head = "", body = ""] = text.split("\r\n\r\n");
      resolve({ status: Number(head.split(" ")[1]), head, body: JSON.parse(body) });
    });
    socket.write(bytes);
  });
}

describe("a URL", () => {
  it("that no route knows answers 404, in live's shape below /v1/", async () => {
    const plain = await app.api("").get("/nowhere");
    assert.deepEqual([plain.status, plain.body.code], [404, "not_found"]);
    const live = await app.api("").get("/v1/nowhere");
    assert.equal(live.status, 404);
    assert.deepEqual(Object.keys(live.body).sort(), ["error", "message", "requestId"]);
  });

  it("that knows other methods answers 405 and names them", async () => {
    for (const [method, path, allow] of [
      ["PATCH", "/read", "GET, HEAD"],
      ["OPTIONS", "/read?a=b", "GET, HEAD"],
      ["PROPFIND", "/things/1", "POST, DELETE"],
      ["GET", "/things/1", "POST, DELETE"],
      ["POST", "/docs/static/index.css", "GET, HEAD"],
    ] as const) {
      const answer = await app.api("").send(method, path, undefined, {});
      assert.deepEqual([answer.status, answer.body.code], [405, "method_not_allowed"], `${method} ${path}`);
      assert.equal(answer.headers.get("allow"), allow);
      assert.equal(answer.body.requestId, answer.headers.get("x-request-id"));
    }
    const live = await app.api("").send("PUT", "/v1/read", undefined, {});
    assert.deepEqual([live.status, live.body.error], [405, "method_not_allowed"]);
  });

  it("whose percent-encoding is broken answers 400 as a problem, with a request id", async () => {
    for (const path of ["/%", "/%ff", "/things/%E0%A4%A", "/v1/%ff"]) {
      const answer = await app.api().get(path);
      assert.equal(answer.status, 400, path);
      assert.equal(answer.body.requestId, answer.headers.get("x-request-id"));
    }
    // Documented also where bad input is a 422: the client holds the answer against the document.
    assert.equal((await app.api().post("/things/%ff")).status, 400);
  });

  it("with a parameter of any length reaches the check of its route", async () => {
    const answer = await app.api().post(`/things/${"a".repeat(10_000)}`);
    assert.deepEqual([answer.status, answer.body.errors[0].pointer], [422, ":id"]);
  });

  it("can be asked for with HEAD wherever it can be read", async () => {
    const answer = await fetch(`${app.url}/read`, { method: "HEAD" });
    assert.deepEqual([answer.status, await answer.text()], [200, ""]);
    assert.ok(answer.headers.get("x-request-id"));
  });
});

describe("bytes that are no request", () => {
  for (const [what, bytes, status, code] of [
    ["an unknown method", "BREW /read HTTP/1.1\r\nhost: x\r\n\r\n", 400, "invalid_request"],
    [
      "a bad length",
      "POST /things/1 HTTP/1.1\r\nhost: x\r\ncontent-length: many\r\n\r\n",
      400,
      "invalid_request",
    ],
    ["garbage", "\u0016\u0003\u0001\u0000garbage\r\n\r\n", 400, "invalid_request"],
    [
      "too long a head",
      `GET /read HTTP/1.1\r\nhost: x\r\nx-long: ${"x".repeat(500_000)}\r\n\r\n`,
      431,
      "headers_too_large",
    ],
  ] as const) {
    it(`(${what}) get a problem with a request id, and the connection is closed`, async () => {
      const answer = await exchange(bytes);
      const { requestId, ...problem } = answer.body;
      assert.deepEqual([answer.status, problem.status, problem.code], [status, status, code]);
      assert.match(answer.head, /content-type: application\/problem\+json/);
      assert.match(answer.head, new RegExp(`x-request-id: ${requestId}`));
      assert.ok(app.log.some((line) => line.includes(String(requestId))));
    });
  }

  it("leave a server that still serves", async () => {
    assert.equal((await app.api("").get("/read")).status, 200);
  });
});

describe("the page of the documentation", () => {
  it("asks browsers for https only where the server is reached by it", async () => {
    const policy = async (url: string) =>
      (await fetch(`${url}/docs/`)).headers.get("content-security-policy") ?? "";
    assert.match(await policy(app.url), /script-src 'self'/);
    assert.doesNotMatch(await policy(app.url), /upgrade-insecure/);
    const secure = await startSmallApp([], { house: { publicUrl: "https://convene.test" } });
    assert.match(await policy(secure.url), /upgrade-insecure-requests/);
    await secure.close();
  });
});

describe("an answer that is made as it is taken", () => {
  it("stops being made when its reader goes away, and never begins for HEAD", async () => {
    const hanging = new AbortController();
    const { body } = await fetch(`${app.url}/endless`, { signal: hanging.signal });
    const part = await body?.getReader().read();
    assert.match(Buffer.from(part?.value ?? []).toString(), /^so it goes on/);
    hanging.abort();
    await eventually(async () => assert.equal(endless.ends, 1));
    const made = endless.parts;
    const head = await fetch(`${app.url}/endless`, { method: "HEAD" });
    assert.deepEqual([head.status, head.headers.get("content-type")], [200, "text/csv"]);
    assert.equal(endless.parts, made);
  });
});
