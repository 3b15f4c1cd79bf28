import assert from "node:assert/strict";
import { connect } from "node:net";
import { after, before, beforeEach, describe, it } from "node:test";
import { Type } from "typebox";
import { type SmallApp, startSmallApp } from "../../test/small-app.ts";
import { sql } from "../database/statement.ts";
import { Refusal } from "../kernel/errors.ts";
import { closed, nullable } from "../kernel/schema.ts";
import { memberRoute, publicRoute } from "./route.ts";

const wire = {
  method: "POST",
  path: "/things/:id",
  operationId: "fail",
  summary: "Fails as it is told to",
  params: closed({ id: Type.String() }),
  body: Type.Object({ how: Type.String() }),
  success: [200, Type.Object({ text: nullable(Type.String()), number: Type.Integer() })],
} as const;
const where = {
  method: "GET",
  path: "/where",
  operationId: "where",
  summary: "Says where the caller is",
  success: [200, Type.Object({ ip: nullable(Type.String()) })],
} as const;

const secret = "a-very-personal-address@example.com";
const statements: Record<string, ReturnType<typeof sql>> = {
  unique: sql`insert into people (id, email, first_name, last_name, tokens_valid_after, created_at, updated_at)
    select n::text, ${secret}, 'x', 'x', '2026-01-01', '2026-01-01', '2026-01-01' from generate_series(1, 2) n`,
  value: sql`select ${secret}::uuid`,
  syntax: sql`select from where`,
  cancelled: sql`select pg_cancel_backend(pg_backend_pid()), pg_sleep(1)`,
  killed: sql`select pg_terminate_backend(pg_backend_pid())`,
};

let app: SmallApp;
before(async () => {
  app = await startSmallApp(
    [
      memberRoute(wire, {}, async ({ tx }, { body: { how } }) => {
        const statement = statements[how];
        if (statement) await tx.all(statement);
        if (how === "throw") throw new TypeError("cannot read properties of undefined");
        if (how === "parse") JSON.parse(`{"${secret}`);
        if (how === "cause") throw new Refusal("unavailable", { cause: new Error("the outside is down") });
        return { text: null, number: 1 };
      }),
      publicRoute(where, {}, async ({ origin }) => ({ ip: origin.ip })),
    ],
    { house: { trustProxy: true } },
  );
});
after(() => app.close());
beforeEach(() => app.log.splice(0));

const fail = (how: string, headers = {}) =>
  app.api().post(`/things/${encodeURIComponent(secret)}`, { how }, headers);
const logged = () => app.log.map((line) => JSON.parse(line));

describe("a fault", () => {
  for (const how of ["unique", "syntax", "throw", "parse"]) {
    it(`that nobody foresaw (${how}) is a 500 that says nothing but the request id, which the log has`, async () => {
      const answer = await fail(how);
      assert.equal(answer.status, 500);
      const { requestId, ...rest } = answer.body;
      assert.deepEqual(rest, {
        type: "urn:convene:problem:internal_error",
        title: "Something went wrong on our side",
        status: 500,
        code: "internal_error",
      });
      const line = logged().find((each) => each.msg === "request failed");
      assert.equal(line.requestId, requestId);
      if (how === "unique") assert.deepEqual([line.err.code, line.err.constraint], ["23505", "people_email"]);
    });
  }

  it("of a value that PostgreSQL refuses is bad input, and a warning in the log", async () => {
    const answer = await fail("value");
    assert.deepEqual([answer.status, answer.body.code], [400, "invalid_request"]);
    assert.ok(!JSON.stringify(answer.body).includes("uuid"));
    assert.equal(logged().find((line) => line.level === 40)?.err.code, "22P02");
  });

  for (const how of ["cancelled", "killed", "cause"]) {
    it(`of the moment (${how}) is a 503 to be tried again`, async () => {
      const answer = await fail(how);
      assert.deepEqual([answer.status, answer.body.code], [503, "unavailable"]);
      assert.equal(answer.headers.get("retry-after"), "1");
      assert.equal((await fail("")).status, 200, "the next request is served");
    });
  }

  it("of a caller who hangs up in the middle of a body is none of ours", async () => {
    const socket = connect(Number(new URL(app.url).port), "127.0.0.1");
    socket.write(
      "POST /things/1 HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ada\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{",
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.deepEqual(
      logged().filter((line) => line.level >= 50),
      [],
    );
    assert.equal((await fail("")).status, 200);
  });
});

describe("the log", () => {
  it("has no secret and nothing personal of a request, however it went", async () => {
    const cookie = "convene_sign_in=cookie-secret-123";
    const headers = {
      cookie,
      "user-agent": "agent-123",
      "x-forwarded-for": "203.0.113.77",
      "idempotency-key": "key-123",
      "x-organization-id": "00000000-0000-4000-8000-00000000abcd",
    };
    const client = app.api("token-secret-123");
    for (const how of ["", "unique", "value", "parse", "throw", "cancelled", "killed"]) {
      const path = `/things/${encodeURIComponent(secret)}?email=${encodeURIComponent(secret)}`;
      await client.post(
        path,
        { how, title: "A private title" },
        { ...headers, "idempotency-key": `key-123-${how}` },
      );
    }
    await client.post("/things/1", "A private title", headers);
    await client.send("POST", "/things/1", `{"title":"A private title`, {
      ...headers,
      "content-type": "application/json",
    });
    await client.get(`/nowhere/${encodeURIComponent(secret)}`, headers);
    await client.get("/%ff/private-title", headers);
    assert.ok(app.log.length >= 15);
    const text = app.log.join("");
    for (const word of [
      "private",
      "personal",
      "example.com",
      "secret-123",
      "key-123",
      "agent-123",
      "203.0.113.77",
      "127.0.0.1",
      "abcd",
    ]) {
      assert.ok(
        !text.includes(word),
        `${word} is in the log: ${app.log.find((line) => line.includes(word))}`,
      );
    }
  });

  it("has one line for each answered request, with its id, route pattern, status and time", async () => {
    const answer = await fail("");
    const { level, time, milliseconds, ...line } = logged()[0];
    assert.deepEqual(line, {
      requestId: answer.headers.get("x-request-id"),
      method: "POST",
      route: "/things/:id",
      status: 200,
      msg: "answered",
    });
    assert.ok(level === 30 && time > 0 && milliseconds >= 0);
  });

  it("has what caused a refusal that the server answers for", async () => {
    await fail("cause");
    const line = logged().find((each) => each.msg === "request failed");
    assert.equal(line.err.cause.message, "the outside is down");
  });
});

describe("a caller's address", () => {
  it("is what the one trusted proxy saw, not what a caller put before it", async () => {
    const forwarded = { "x-forwarded-for": "198.51.100.1, 203.0.113.9" };
    assert.deepEqual((await app.api("").get("/where", forwarded)).body, { ip: "203.0.113.9" });
    assert.deepEqual((await app.api("").get("/where")).body, { ip: "127.0.0.1" });
  });
});

describe("a browser of another origin", () => {
  it("may call with every method that routes have, where the operator allows it", async () => {
    for (const [origin, allowed] of [
      ["https://app.example", "https://app.example"],
      ["https://evil.example", null],
    ] as const) {
      const answer = await fetch(`${app.url}/things/1`, {
        method: "OPTIONS",
        headers: { origin, "access-control-request-method": "PATCH" },
      });
      assert.equal(answer.headers.get("access-control-allow-origin"), allowed);
      if (allowed) assert.match(answer.headers.get("access-control-allow-methods") ?? "", /PATCH.*DELETE/);
    }
  });
});
